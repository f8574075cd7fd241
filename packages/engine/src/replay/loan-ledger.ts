import { fraction } from '../fraction.ts';
import type { Fraction, Share } from '../fraction.ts';
import type { FiveTierClass } from '../classification.ts';
import type { ClassEvent, RefinanceEvent } from '../events.ts';
import type { PlanFrame } from '../schedule/plan-frame.ts';
import type { PrincipalRule } from '../schedule/principal-rule.ts';
import type { RateE8 } from '../rate.ts';
import type { LoanTerms } from '../terms.ts';
import { isOpen } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';

/** One money event's use while it may still change: credit left over is used up by later due dates. */
export interface LedgerAllocation {
  readonly eventId: string;
  readonly occurredDay: number;
  readonly isReversed: boolean;
  feeFen: number;
  compoundFen: number;
  penaltyFen: number;
  interestFen: number;
  principalFen: number;
  creditFen: number;
  /** Credit paid back to the borrower. */
  refundedFen: number;
}

/** Principal that stands without a plan: it bears interest by the day and is repaid at will. */
export interface StandingPrincipal {
  principalFen: number;
  paidInterestFen: number;
  /** Interest that settlement days have turned into rows. */
  billedInterestFen: number;
  /** Interest at earlier rates, exact. */
  earlierInterest: readonly Share[];
  interestAmountDays: number | bigint;
  accruedToDay: number;
}

export function newStanding(principalFen: number, day: number): StandingPrincipal {
  return {
    principalFen, paidInterestFen: 0, billedInterestFen: 0, earlierInterest: [], interestAmountDays: 0, accruedToDay: day,
  };
}

/** The last restructuring, as far as the watch period needs it (rule §1.1). */
export interface Restructuring {
  readonly day: number;
  /** First due date of the new plan: the watch period starts here. */
  readonly watchFromDay: number;
  readonly periodMonths: number;
  readonly classBefore: FiveTierClass;
  readonly isInsideWatch: boolean;
}

/** A loan in the middle of its replay. */
export interface LoanLedger {
  /** The terms in force: a rate change, an extension or a restructuring replaces them. */
  terms: LoanTerms;
  rows: LedgerRow[];
  /** The plan the rows come from; null for principal that stands without one. */
  frame: PlanFrame | null;
  standing: StandingPrincipal | null;
  readonly allocations: LedgerAllocation[];
  /** Day of the disbursement or the opening; null before. */
  beganDay: number | null;
  /** Principal ever lent or taken over: the base of the principal invariant. */
  receivedPrincipalFen: number;
  /** Lent or taken over so far, against the agreed principal. */
  lentFen: number;
  /** Day the loan left the books; what is owed stands in the off-book ledger from then on (账销案存). */
  writtenOffDay: number | null;
  classOverride: ClassEvent | null;
  refinancing: RefinanceEvent | null;
  /** Was non-performing when an event came, and has not met the upgrade test since. */
  isNonPerforming: boolean;
  /** The principal rule of a plan cut short by an early repayment, whose installment stays; null where the method decides. */
  keptRule: PrincipalRule | null;
  /** A rate that takes over on a later day: an extension's, from the old maturity on. */
  pendingRate: { readonly day: number; readonly rateAnnualE8: RateE8 } | null;
  /** Day up to which the contract's repricings have been made. */
  repricedDay: number;
  /** Days on which standing principal is billed or falls due, still to come. */
  billingDays: readonly number[];
  /** The contract as first agreed, for the legal limit of extensions. */
  readonly agreedTerms: LoanTerms;
  restructuring: Restructuring | null;
  creditFen: number;
  /** Everything before this row is done with, penalty and compound included. */
  firstUnfinished: number;
  penaltyPerDay: Fraction;
  compoundPerDay: Fraction;
}

/** Penalty for one day as a share of what is overdue: 12 % × 1.5 / 360 is 1/2000 (rule §1.3). */
export function penaltyPerDayOf(terms: LoanTerms): Fraction {
  return fraction(terms.rateAnnualE8 * terms.penaltyMultiplierE4, terms.basisDays * 1e12);
}

export function newLedger(terms: LoanTerms): LoanLedger {
  return {
    ...dailyCharges(terms),
    terms,
    rows: [],
    frame: null,
    standing: null,
    allocations: [],
    beganDay: null,
    receivedPrincipalFen: 0,
    lentFen: 0,
    writtenOffDay: null,
    classOverride: null,
    refinancing: null,
    isNonPerforming: false,
    keptRule: null,
    pendingRate: null,
    repricedDay: -Infinity,
    billingDays: [],
    agreedTerms: terms,
    restructuring: null,
    creditFen: 0,
    firstUnfinished: 0,
  };
}

/** Shares that one overdue day costs under the terms. */
export function dailyCharges(terms: LoanTerms): Pick<LoanLedger, 'penaltyPerDay' | 'compoundPerDay'> {
  const penaltyPerDay = penaltyPerDayOf(terms);
  const isContractRate = terms.compoundRate === 'contract';
  return {
    penaltyPerDay,
    compoundPerDay: isContractRate ? fraction(terms.rateAnnualE8, terms.basisDays * 1e8) : penaltyPerDay,
  };
}

/** The oldest row with principal, interest or fee unpaid, due or not. */
export function oldestOpenRow(ledger: LoanLedger): LedgerRow | null {
  for (let index = ledger.firstUnfinished; index < ledger.rows.length; index += 1) {
    const row = ledger.rows[index];
    if (row !== undefined && isOpen(row)) return row;
  }
  return null;
}

/** Days from the oldest unpaid due date to `day`; a row due on the day itself is not overdue. */
export function daysPastDueOn(ledger: LoanLedger, day: number): number {
  const oldest = oldestOpenRow(ledger);
  return oldest === null ? 0 : Math.max(0, day - oldest.dueDay);
}
