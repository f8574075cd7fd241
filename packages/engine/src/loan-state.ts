import type { CivilDate } from './civil-date.ts';
import type { ClassReason } from './class-reasons.ts';
import type { FiveTierClass } from './classification.ts';
import type { Fen } from './money.ts';
import type { LoanTerms } from './terms.ts';

export type InstallmentStatus = 'pending' | 'partial' | 'overdue' | 'paid';
export type LoanStatus = 'pending' | 'active' | 'overdue' | 'settled' | 'written_off';

/** One row of the plan as of a day, with what has been paid on it. `number` 0 is the arrears an opening brought in. */
export interface InstallmentState {
  readonly number: number;
  readonly dueOn: CivilDate;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly feeFen: Fen;
  readonly paidPrincipalFen: Fen;
  readonly paidInterestFen: Fen;
  readonly paidFeeFen: Fen;
  readonly penaltyFen: Fen;
  readonly paidPenaltyFen: Fen;
  readonly compoundFen: Fen;
  readonly paidCompoundFen: Fen;
  /** What was forgiven; open is planned less paid less waived. */
  readonly waivedInterestFen: Fen;
  readonly waivedFeeFen: Fen;
  readonly waivedPenaltyFen: Fen;
  readonly waivedCompoundFen: Fen;
  /** Day the last fen of principal, interest and fee was paid. */
  readonly settledOn: CivilDate | null;
  readonly status: InstallmentStatus;
}

/** How one money event was used. The parts sum to the amount of the event. */
export interface Allocation {
  readonly eventId: string;
  readonly occurredOn: CivilDate;
  readonly isReversed: boolean;
  readonly feeFen: Fen;
  readonly compoundFen: Fen;
  readonly penaltyFen: Fen;
  readonly interestFen: Fen;
  readonly principalFen: Fen;
  /** What was left over: 暂收款. */
  readonly creditFen: Fen;
  /** Credit of this receipt that was paid back. */
  readonly refundedFen: Fen;
}

export interface Balances {
  readonly principalFen: Fen;
  /** Interest of installments that are due. */
  readonly interestDueFen: Fen;
  /** Interest of the running period to the day, not yet due. */
  readonly interestAccruedFen: Fen;
  readonly penaltyFen: Fen;
  readonly compoundFen: Fen;
  readonly feeFen: Fen;
  readonly creditFen: Fen;
  readonly overduePrincipalFen: Fen;
  readonly overdueInterestFen: Fen;
}

/** Everything derived from terms and events as of one day. */
export interface LoanState {
  readonly asOf: CivilDate;
  readonly installments: readonly InstallmentState[];
  readonly allocations: readonly Allocation[];
  readonly balances: Balances;
  readonly daysPastDue: number;
  readonly overdueInstallments: number;
  readonly overdueSince: CivilDate | null;
  readonly fiveTierClass: FiveTierClass;
  readonly status: LoanStatus;
  /** Everything owed if the loan were settled on `asOf`, less credit. */
  readonly payoffFen: Fen;
  /** The terms in force on the day, after rate changes, extensions and restructuring. */
  readonly currentTerms: LoanTerms;
  /** Principal ever lent or taken over; interest made principal shows as a negative use. */
  readonly receivedPrincipalFen: Fen;
  readonly writtenOffOn: CivilDate | null;
  /** What a written-off loan still owes (账销案存); null while it is on the books, where `balances` says it. */
  readonly offBook: Balances | null;
  /** Principal or interest overdue for more than 90 days: interest is counted off the balance sheet (rule §1.7). */
  readonly isNonAccrual: boolean;
  /** What decided the class, worst first. */
  readonly classReasons: readonly ClassReason[];
}
