import { timesFractions } from '../fraction.ts';
import { fillPlan, principalRuleOf } from '../schedule/fill-plan.ts';
import { rowsFrom } from '../schedule/plan-frame.ts';
import type { PlanFrame } from '../schedule/plan-frame.ts';
import type { PrincipalRule } from '../schedule/principal-rule.ts';
import { interestBaseFen, partFraction, runningRow } from './accrued-interest.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { ledgerRowOf } from './plan-rows.ts';

/**
 * Keeps what the running period has earned so far, exact, before its balance or its rate changes on `day`.
 * Nothing to keep on the first day of a period.
 */
export function closeSegment(ledger: LoanLedger, day: number): void {
  const row = runningRow(ledger, day);
  if (row === null || day <= row.segmentFromDay) return;
  const by = partFraction(ledger, row, row.segmentFromDay, Math.max(row.segmentFromDay, Math.min(day, row.toDay)));
  row.earlierInterest = [...row.earlierInterest, { amount: interestBaseFen(ledger, day), by }];
  row.segmentFromDay = day;
}

/** The plan's frame for the rows not yet due on `day`, carrying a new balance. */
export function futureFrame(ledger: LoanLedger, frame: PlanFrame, day: number, balanceFen: number): PlanFrame {
  const running = runningRow(ledger, day);
  const skipped = frame.dueDays.filter((dueDay) => dueDay <= day).length;
  return {
    ...rowsFrom(frame, skipped),
    principalFen: balanceFen,
    passedRows: frame.passedRows + skipped,
    firstNumber: running?.number ?? frame.firstNumber + skipped,
    startDay: running?.fromDay ?? day,
    startShiftDays: running === null ? 0 : running.accruesFromDay - running.fromDay,
  };
}

/**
 * Fills the rows after `day` anew. The running row keeps what was paid on it; its principal is planned as for a whole
 * period (vectors, first_period_rule), its interest is the sum of its segments, rounded once.
 */
export function replanFuture(
  ledger: LoanLedger, day: number, frame: PlanFrame, ruleOf: (frame: PlanFrame) => PrincipalRule = principalRuleOf,
): void {
  const running = runningRow(ledger, day);
  const planned = fillPlan(frame, ruleOf(frame));
  const kept = ledger.rows.filter((row) => row.dueDay <= day);
  const future = planned.map((row, index) => {
    const fresh = ledgerRowOf(frame, row, index);
    if (index > 0 || running === null) return fresh;
    const target = running;
    target.dueDay = fresh.dueDay;
    target.toDay = fresh.toDay;
    target.accruedToDay = fresh.dueDay;
    target.principalFen = row.principalFen + target.paidPrincipalFen;
    target.interestFen = row.interestFen + target.closedInterestFen;
    return target;
  });
  ledger.rows = [...kept, ...future];
  ledger.frame = frame;
  ledger.keptRule = null;
  const first = future[0];
  if (first !== undefined && running !== null && isSegmented(first)) first.interestFen = segmentedInterestFen(ledger, first, day);
}

function isSegmented(row: LedgerRow): boolean {
  return row.segmentFromDay > row.accruesFromDay || row.earlierInterest.length > 0;
}

function segmentedInterestFen(ledger: LoanLedger, row: LedgerRow, day: number): number {
  const rest = { amount: interestBaseFen(ledger, day), by: partFraction(ledger, row, row.segmentFromDay, Math.max(row.segmentFromDay, row.toDay)) };
  return row.closedInterestFen + timesFractions([...row.earlierInterest, rest], ledger.terms.rounding);
}
