import { fraction, timesFraction, timesFractions } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import { present } from '../present.ts';
import { daysFraction } from '../schedule/plan-frame.ts';
import type { LedgerRow } from './ledger-row.ts';
import { openPrincipalFen } from './ledger-row.ts';
import type { LoanLedger } from './loan-ledger.ts';

/** The row whose period `day` falls in: the first that is not due yet. */
export function runningRow(ledger: LoanLedger, day: number): LedgerRow | null {
  for (let index = ledger.firstUnfinished; index < ledger.rows.length; index += 1) {
    const row = ledger.rows[index];
    if (row !== undefined && row.dueDay > day) return row;
  }
  return null;
}

/** Principal of rows that are not due yet: what bears contract interest. Overdue principal bears penalty instead. */
export function futurePrincipalFen(ledger: LoanLedger, day: number): number {
  let sumFen = 0;
  for (let index = ledger.firstUnfinished; index < ledger.rows.length; index += 1) {
    const row = ledger.rows[index];
    if (row !== undefined && row.dueDay > day) sumFen += openPrincipalFen(row);
  }
  return sumFen;
}

/** What bears interest in the running period: 等本等息 always what was first lent. */
export function interestBaseFen(ledger: LoanLedger, day: number): number {
  return ledger.terms.method === 'flat' ? present(ledger.frame).flatBaseFen : futurePrincipalFen(ledger, day);
}

/**
 * Share for a part of a period. A monthly loan bears annual/360 a day inside a period (loan-engine.md), or the month's
 * share of its days where the contract reprices so: 800 000.00, 5.3 % for 12 and 5.2 % for 19 days of a month
 * → 3 608.89, or 3 492.47.
 */
export function partFraction(ledger: LoanLedger, row: LedgerRow, fromDay: number, toDay: number): Fraction {
  const { terms } = ledger;
  if (terms.interestMode !== 'monthly') return daysFraction(terms, fromDay, toDay);
  const days = toDay - fromDay;
  if (terms.repricingRule !== 'month_share') return fraction(terms.rateAnnualE8 * days, 360e8);
  return fraction(terms.rateAnnualE8 * terms.periodMonths * days, 12e8 * (row.toDay - row.fromDay));
}

/**
 * Interest of the running row up to `day` that has not been paid: never more than the row's interest.
 * 9 000.00 at 12 % for 5 days → 15.00.
 */
export function accruedInterestFen(ledger: LoanLedger, day: number): number {
  const row = runningRow(ledger, day);
  if (row === null) return 0;
  const earnedFen = row.closedInterestFen + openSegmentsFen(ledger, row, day);
  return Math.min(earnedFen, row.interestFen) - row.paidInterestFen - row.waivedInterestFen;
}

/** Share earned in the running segment; none before it begins, as in a plan that starts later. */
export function earnedFraction(ledger: LoanLedger, row: LedgerRow, day: number): Fraction {
  return partFraction(ledger, row, row.segmentFromDay, Math.max(day, row.segmentFromDay));
}

function openSegmentsFen(ledger: LoanLedger, row: LedgerRow, day: number): number {
  const { rounding } = ledger.terms;
  const by = earnedFraction(ledger, row, day);
  const baseFen = interestBaseFen(ledger, day);
  if (row.earlierInterest.length === 0) return timesFraction(baseFen, by, rounding);
  return timesFractions([...row.earlierInterest, { amount: baseFen, by }], rounding);
}
