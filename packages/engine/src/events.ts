import type { CivilDate } from './civil-date.ts';
import type { FiveTierClass } from './classification.ts';
import type { Fen } from './money.ts';
import type { RateE8 } from './rate.ts';
import type { DebtComponent, LoanTerms } from './terms.ts';

interface EventBase {
  readonly id: string;
  /** Value date: the day the event counts for interest. */
  readonly occurredOn: CivilDate;
  /** Order of entry within the loan; events replay by value date, then by this. */
  readonly sequence: number;
}

export interface DisburseEvent extends EventBase {
  readonly type: 'disburse';
  readonly amountFen: Fen;
}

/** A loan taken over in mid-life: what the old book says is owed on `occurredOn`. */
export interface OpeningEvent extends EventBase {
  readonly type: 'opening';
  /** All principal outstanding, the overdue part included. */
  readonly principalFen: Fen;
  readonly overdueSince?: CivilDate;
  readonly overduePrincipalFen?: Fen;
  readonly overdueInterestFen?: Fen;
  readonly penaltyFen?: Fen;
}

export interface RepayEvent extends EventBase {
  readonly type: 'repay';
  readonly amountFen: Fen;
}

export interface ReverseEvent extends EventBase {
  readonly type: 'reverse';
  readonly reversedEventId: string;
}

export interface WaiveEvent extends EventBase {
  readonly type: 'waive';
  readonly component: Exclude<DebtComponent, 'principal'>;
  readonly amountFen: Fen;
}

export interface FeeEvent extends EventBase {
  readonly type: 'fee';
  readonly amountFen: Fen;
  readonly name: string;
}

export interface ClassEvent extends EventBase {
  readonly type: 'class';
  readonly fiveTierClass: FiveTierClass;
  readonly reason: string;
}

export interface WriteOffEvent extends EventBase {
  readonly type: 'write_off';
}

export interface RecoverEvent extends EventBase {
  readonly type: 'recover';
  readonly amountFen: Fen;
}

/** A further draw: a tranche of a planned loan, or a drawing under a revolving limit. */
export interface DrawEvent extends EventBase {
  readonly type: 'draw';
  readonly amountFen: Fen;
}

/** Early repayment of a part of the principal, with the interest to the day. */
export interface PrepayPartEvent extends EventBase {
  readonly type: 'prepay';
  /** `shorten` keeps the installment and ends earlier; `reduce` keeps the dates and lowers the installment. */
  readonly mode: 'shorten' | 'reduce';
  readonly principalFen: Fen;
  readonly feeFen?: Fen;
}

/** Early repayment of everything owed. */
export interface SettleEvent extends EventBase {
  readonly type: 'prepay';
  readonly mode: 'settle';
  readonly feeFen?: Fen;
}

export type PrepayEvent = PrepayPartEvent | SettleEvent;

/** A new contract rate from `occurredOn` on. */
export interface RateEvent extends EventBase {
  readonly type: 'rate';
  readonly rateAnnualE8: RateE8;
}

/** 展期: a later maturity, perhaps at another rate. */
export interface ExtendEvent extends EventBase {
  readonly type: 'extend';
  readonly maturesOn: CivilDate;
  readonly rateAnnualE8?: RateE8;
}

/** 重组: everything owed goes into a new plan. `terms.principalFen` is checked against what is owed. */
export interface RestructureEvent extends EventBase {
  readonly type: 'restructure';
  readonly terms: LoanTerms;
}

/** Credit (暂收款) paid back to the borrower. */
export interface RefundEvent extends EventBase {
  readonly type: 'refund';
  readonly amountFen: Fen;
}

/** 借新还旧: the loan repays another one, or is repaid by it; at least special mention unless a qualified renewal. */
export interface RefinanceEvent extends EventBase {
  readonly type: 'refinance';
  readonly otherLoanId: string;
  /** 符合条件的小微续贷 (金规〔2024〕13号). */
  readonly isQualifiedRenewal: boolean;
  /** On the loan that the other one repays; absent on the loan that repays. */
  readonly isRepaidByOther?: true;
}

export type LoanEvent =
  | RefinanceEvent
  | RefundEvent
  | DisburseEvent
  | DrawEvent
  | PrepayEvent
  | RateEvent
  | ExtendEvent
  | RestructureEvent
  | OpeningEvent
  | RepayEvent
  | ReverseEvent
  | WaiveEvent
  | FeeEvent
  | ClassEvent
  | WriteOffEvent
  | RecoverEvent;
