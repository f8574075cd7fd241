import { civilDateOf, dayNumber } from '../civil-date.ts';
import { watchPeriodEnd } from '../watch-period.ts';
import { isOpen } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';
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
  let endDay = endDayFrom(restructuring, restructuring.watchFromDay);
  for (const row of ledger.rows) {
    if (row.dueDay >= restructuring.watchFromDay && row.dueDay <= endDay && isMissed(row, day)) {
      endDay = endDayFrom(restructuring, row.dueDay);
    }
  }
  return endDay;
}

function endDayFrom(restructuring: Restructuring, startDay: number): number {
  return dayNumber(watchPeriodEnd(civilDateOf(startDay), restructuring.periodMonths));
}

/** A payment missed inside the watch period starts it again from its due date (rule §1.1); after its end it does not. */
function isMissed(row: LedgerRow, day: number): boolean {
  return row.dueDay < day && (isOpen(row) || (row.lastPaidDay ?? row.dueDay) > row.dueDay);
}
