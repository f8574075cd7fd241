import { timesFractions } from '../fraction.ts';
import { fillPlan, principalRuleOf } from '../schedule/fill-plan.ts';
import type { PlanFrame } from '../schedule/plan-frame.ts';
import type { PrincipalRule } from '../schedule/principal-rule.ts';
import { dayNumber } from '../civil-date.ts';
import { interestBaseFen, partFraction, runningRow } from './accrued-interest.ts';
import { newLedgerRow } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { LoanLedger } from './loan-ledger.ts';

/**
 * Keeps what the running period has earned so far, exact, before its balance or its rate changes on `day`.
 * Nothing to keep on the first day of a period.
 */
export function closeSegment(ledger: LoanLedger, day: number): void {
  const row = runningRow(ledger, day);
  if (row === null || day <= row.segmentFromDay) return;
  const by = partFraction(ledger, row, row.segmentFromDay, day);
  row.earlierInterest = [...row.earlierInterest, { amount: interestBaseFen(ledger, day), by }];
  row.segmentFromDay = day;
}

/** The plan's frame for the rows not yet due on `day`, carrying a new balance. */
export function futureFrame(ledger: LoanLedger, frame: PlanFrame, day: number, balanceFen: number): PlanFrame {
  const running = runningRow(ledger, day);
  const skipped = frame.dueDays.filter((dueDay) => dueDay <= day).length;
  return {
    ...frame,
    principalFen: balanceFen,
    passedRows: frame.passedRows + skipped,
    firstNumber: running?.number ?? frame.firstNumber + skipped,
    startDay: running?.fromDay ?? day,
    dueDays: frame.dueDays.slice(skipped),
    fractions: frame.fractions === null ? null : frame.fractions.slice(skipped),
    firstRowBears: skipped === 0 ? frame.firstRowBears : null,
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
  let fromDay = frame.startDay;
  const future = planned.map((row, index) => {
    const dueDay = dayNumber(row.dueOn);
    const isRunning = index === 0 && running !== null;
    const target = isRunning ? running : newLedgerRow(row.number, fromDay, dueDay, 0, 0);
    fromDay = dueDay;
    target.dueDay = dueDay;
    target.accruedToDay = dueDay;
    target.principalFen = row.principalFen + target.paidPrincipalFen;
    target.interestFen = row.interestFen + target.closedInterestFen;
    return target;
  });
  ledger.rows = [...kept, ...future];
  ledger.frame = frame;
  ledger.keptRule = null;
  const first = future[0];
  if (first !== undefined && first.segmentFromDay > first.fromDay) first.interestFen = segmentedInterestFen(ledger, first, day);
}

function segmentedInterestFen(ledger: LoanLedger, row: LedgerRow, day: number): number {
  const rest = { amount: interestBaseFen(ledger, day), by: partFraction(ledger, row, row.segmentFromDay, row.dueDay) };
  return row.closedInterestFen + timesFractions([...row.earlierInterest, rest], ledger.terms.rounding);
}
