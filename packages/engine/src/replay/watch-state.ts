import { civilDateOf, dayNumber } from '../civil-date.ts';
import { watchPeriodEnd } from '../watch-period.ts';
import { isOpen } from './ledger-row.ts';
import type { LoanLedger, Restructuring } from './loan-ledger.ts';

/** The restructuring whose watch period still runs on `day`, or null. */
export function watchedRestructuring(ledger: LoanLedger, day: number): Restructuring | null {
  const { restructuring } = ledger;
  if (restructuring === null) return null;
  const startDay = lastMissedDay(ledger, restructuring, day) ?? restructuring.watchFromDay;
  const endDay = dayNumber(watchPeriodEnd(civilDateOf(startDay), restructuring.periodMonths));
  return day < endDay ? restructuring : null;
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
