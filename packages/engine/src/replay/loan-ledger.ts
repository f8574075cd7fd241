import { fraction } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import type { PlanFrame } from '../schedule/plan-frame.ts';
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
}

/** Principal that stands without a plan: it bears interest by the day and is repaid at will. */
export interface StandingPrincipal {
  principalFen: number;
  paidInterestFen: number;
  interestAmountDays: number | bigint;
  accruedToDay: number;
}

/** A loan in the middle of its replay. */
export interface LoanLedger {
  readonly terms: LoanTerms;
  rows: LedgerRow[];
  /** The plan the rows come from; null for principal that stands without one. */
  frame: PlanFrame | null;
  standing: StandingPrincipal | null;
  readonly allocations: LedgerAllocation[];
  /** Day of the disbursement or the opening; null before. */
  beganDay: number | null;
  /** Lent and taken over, less nothing: the base of the principal invariant. */
  receivedPrincipalFen: number;
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
  const penaltyPerDay = penaltyPerDayOf(terms);
  return {
    terms,
    rows: [],
    frame: null,
    standing: null,
    allocations: [],
    beganDay: null,
    receivedPrincipalFen: 0,
    creditFen: 0,
    firstUnfinished: 0,
    penaltyPerDay,
    compoundPerDay: terms.compoundRate === 'contract' ? fraction(terms.rateAnnualE8, terms.basisDays * 1e8) : penaltyPerDay,
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
