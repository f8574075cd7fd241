import { fiveTierThresholds } from '../classification.ts';
import { oldestOpenRow } from './loan-ledger.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { upgradeDay } from './upgrade-state.ts';
import { watchEndDay } from './watch-state.ts';

/** First day after `day` on which the class may change without an event; Infinity when there is none. */
export function nextClassDay(ledger: LoanLedger, day: number): number {
  const oldest = oldestOpenRow(ledger);
  const days = [upgradeDay(ledger), watchEndDay(ledger, day)];
  if (oldest !== null) days.push(...fiveTierThresholds.map((daysPastDue) => oldest.dueDay + daysPastDue));
  // Credit may pay a row on its day, and a missed row starts a watch period again.
  if (ledger.creditFen > 0 || ledger.restructuring !== null) days.push(...ledger.rows.map((row) => row.dueDay + 1));
  days.push(...ledger.billingDays.map((billingDay) => billingDay + 1));
  return days.reduce((next, candidate) => (candidate > day && candidate < next ? candidate : next), Infinity);
}
