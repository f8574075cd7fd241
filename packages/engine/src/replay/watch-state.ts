import { civilDateOf, dayNumber } from '../civil-date.ts';
import { watchPeriodEnd } from '../watch-period.ts';
import { isOpen } from './ledger-row.ts';
import type { LoanLedger, Restructuring } from './loan-ledger.ts';

/** The restructuring whose watch period still runs on `day`, or null. */
export function watchedRestructuring(ledger: LoanLedger, day: number): Restructuring | null {
  const { restructuring } = ledger;
  return restructuring !== null && day < watchEndDay(ledger, day) ? restructuring : null;
}

/** Day the watch period ends as things stand on `day`; long past when there is none. */
export function watchEndDay(ledger: LoanLedger, day: number): number {
  const { restructuring } = ledger;
  if (restructuring === null) return -Infinity;
  const startDay = lastMissedDay(ledger, restructuring, day) ?? restructuring.watchFromDay;
  return dayNumber(watchPeriodEnd(civilDateOf(startDay), restructuring.periodMonths));
}

/** A payment missed inside the watch period starts it again from its due date (rule §1.1). */
function lastMissedDay(ledger: LoanLedger, restructuring: Restructuring, day: number): number | null {
  let missedDay: number | null = null;
  for (const row of ledger.rows) {
    if (row.dueDay < restructuring.watchFromDay || row.dueDay >= day) continue;
    const isLate = isOpen(row) || (row.lastPaidDay ?? row.dueDay) > row.dueDay;
    if (isLate) missedDay = row.dueDay;
  }
  return missedDay;
}
