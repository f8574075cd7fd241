import { openComponentFen } from '../allocation.ts';
import { civilDateOf, dayNumber } from '../civil-date.ts';
import { lastPerformingDay } from '../classification.ts';
import { upgradeDate } from '../upgrade-test.ts';
import { isOpen } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';
import { daysPastDueOn } from './loan-ledger.ts';
import type { LoanLedger } from './loan-ledger.ts';

/**
 * Notes, before an event changes anything on `day`, that the loan has become non-performing, or has met the upgrade test.
 * Days past due only grow between two events, so looking on the days of events misses nothing.
 */
export function noteNonPerforming(ledger: LoanLedger, day: number): void {
  if (daysPastDueOn(ledger, day) > lastPerformingDay) ledger.isNonPerforming = true;
  else noteUpgrade(ledger, day);
}

/** On the day a state is asked for, the days past due speak for themselves; only the end of the test is noted. */
export function noteUpgrade(ledger: LoanLedger, day: number): void {
  if (ledger.isNonPerforming && isUpgradedOn(ledger, day)) ledger.isNonPerforming = false;
}

/** Arrears were cleared and everything due up to the end of the test has been paid on its day. */
function isUpgradedOn(ledger: LoanLedger, day: number): boolean {
  const endDay = upgradeDay(ledger);
  return endDay <= day && ledger.rows.every((row) => row.dueDay > endDay || !owesAnything(ledger, row));
}

function owesAnything(ledger: LoanLedger, row: LedgerRow): boolean {
  return isOpen(row) || openComponentFen(ledger, row, 'penalty') > 0 || openComponentFen(ledger, row, 'compound') > 0;
}

/**
 * The day on which a non-performing loan meets the upgrade test if everything is paid in time from now on; Infinity when
 * its plan ends before, so that only settling it helps, and for a loan that is not non-performing.
 */
export function upgradeDay(ledger: LoanLedger): number {
  if (!ledger.isNonPerforming) return Infinity;
  const clearedDay = ledger.rows.reduce(
    (last, row) => (row.lastPaidDay !== null && row.lastPaidDay > row.dueDay ? Math.max(last, row.lastPaidDay) : last),
    ledger.restructuring?.day ?? -Infinity,
  );
  if (clearedDay === -Infinity) return Infinity;
  const clearedOn = civilDateOf(clearedDay);
  if (ledger.frame === null && ledger.standing !== null) {
    return dayNumber(upgradeDate(clearedOn, null, ledger.terms.periodMonths));
  }
  const secondDue = ledger.rows.filter((row) => row.dueDay > clearedDay)[1];
  if (secondDue === undefined) return Infinity;
  return dayNumber(upgradeDate(clearedOn, civilDateOf(secondDue.dueDay), ledger.terms.periodMonths));
}
