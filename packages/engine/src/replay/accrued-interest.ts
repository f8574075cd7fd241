import { fraction, timesFraction } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import { daysFraction } from '../schedule/plan-frame.ts';
import type { LoanTerms } from '../terms.ts';
import { openPrincipalFen } from './ledger-row.ts';
import type { LoanLedger } from './loan-ledger.ts';

/** Inside a period a monthly loan bears annual/360 a day, never more than the row's interest (loan-engine.md). */
function runningFraction(terms: LoanTerms, fromDay: number, toDay: number): Fraction {
  if (terms.interestMode !== 'monthly') return daysFraction(terms, fromDay, toDay);
  return fraction(terms.rateAnnualE8 * (toDay - fromDay), 360e8);
}

/**
 * Interest of the running row up to `day`, on the principal that is not yet due; overdue principal bears penalty instead.
 * 9 000.00 at 12 % for 5 days → 15.00.
 */
export function accruedInterestFen(ledger: LoanLedger, day: number): number {
  const running = ledger.rows.find((row) => row.dueDay > day);
  if (running === undefined || day <= running.fromDay) return 0;
  const { terms } = ledger;
  let baseFen = terms.method === 'flat' ? (ledger.frame?.flatBaseFen ?? 0) : 0;
  if (terms.method !== 'flat') {
    for (const row of ledger.rows) if (row.dueDay > day) baseFen += openPrincipalFen(row);
  }
  const earnedFen = timesFraction(baseFen, runningFraction(terms, running.fromDay, day), terms.rounding);
  return Math.min(earnedFen, running.interestFen - running.paidInterestFen);
}
