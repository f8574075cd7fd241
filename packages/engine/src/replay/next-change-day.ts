import { dayNumber } from '../civil-date.ts';
import { runningRow } from './accrued-interest.ts';
import { isOpen } from './ledger-row.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { repricingDay } from './reprice.ts';
import { upgradeDay } from './upgrade-state.ts';
import { watchEndDay } from './watch-state.ts';

/**
 * First day after `day` on which the calendar alone does what no line can say; Infinity when there is none.
 * Waiting credit pays a row, a rate takes over, standing interest is billed or falls due, a plan that starts later begins
 * to bear interest, a watch period or an upgrade test ends, a watch period is started again by a missed payment.
 */
export function nextChangeDay(ledger: LoanLedger, day: number): number {
  const days = [
    ledger.pendingRate?.day ?? Infinity, ledger.billingDays[0] ?? Infinity, repricingDay(ledger), creditDay(ledger, day), stepDay(ledger, day),
    runningRow(ledger, day)?.segmentFromDay ?? Infinity, upgradeDay(ledger), ...watchDays(ledger, day),
  ];
  return days.reduce((next, candidate) => (candidate > day && candidate < next ? candidate : next), Infinity);
}

/** Also a row that owes nothing: its day lets credit take a fee that stands on a later one. */
function creditDay(ledger: LoanLedger, day: number): number {
  if (ledger.creditFen === 0) return Infinity;
  return ledger.rows.find((row) => row.dueDay > day)?.dueDay ?? Infinity;
}

/** Rates that the contract itself sets count by days, so not in monthly rows. */
function stepDay(ledger: LoanLedger, day: number): number {
  const { interestMode, rateSteps } = ledger.terms;
  if (interestMode === 'monthly' || rateSteps === undefined) return Infinity;
  const days = rateSteps.map((step) => dayNumber(step.startsOn)).filter((startDay) => startDay > day);
  return Math.min(Infinity, ...days);
}

function watchDays(ledger: LoanLedger, day: number): readonly number[] {
  if (ledger.restructuring === null) return [];
  const missedDays = ledger.rows.filter((row) => row.dueDay >= day && isOpen(row)).map((row) => row.dueDay + 1);
  return [watchEndDay(ledger, day), ...missedDays];
}
