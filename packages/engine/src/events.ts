import type { CivilDate } from './civil-date.ts';
import type { FiveTierClass } from './classification.ts';
import type { Fen } from './money.ts';
import type { DebtComponent } from './terms.ts';

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

export type LoanEvent =
  | DisburseEvent
  | OpeningEvent
  | RepayEvent
  | ReverseEvent
  | WaiveEvent
  | FeeEvent
  | ClassEvent
  | WriteOffEvent
  | RecoverEvent;
