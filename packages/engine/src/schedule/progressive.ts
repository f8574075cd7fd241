import { fraction } from '../fraction.ts';
import { present } from '../present.ts';
import { refuse } from '../refusal.ts';
import { roundExact, weightedPayment } from './level-payment.ts';
import type { ExactAmount } from './level-payment.ts';
import type { PlanFrame } from './plan-frame.ts';
import { principalWithin } from './principal-rule.ts';
import type { PrincipalRule } from './principal-rule.ts';
import type { ProgressiveStep } from '../terms.ts';

/**
 * 等比累进 and 等额累进: the installment grows by a share or an amount every so many rows, counted over the whole loan.
 * Each stage is rounded from the exact first installment: 120 000.00 at 6 %, 24 months, +2 % after 12
 * → 5 267.38, then 5 372.72.
 */
export function progressive(frame: PlanFrame): PrincipalRule {
  const step = frame.terms.progressiveStep ?? refuse('option_missing', 'progressiveStep');
  const firstIndex = frame.passedRows;
  const firstStage = Math.floor(firstIndex / step.everyPeriods);
  const stages = frame.dueDays.map((_, index) => Math.floor((firstIndex + index) / step.everyPeriods) - firstStage);
  const payments = step.kind === 'ratio' ? growingByShare(frame, step, stages) : growingByAmount(frame, step, stages);
  return (index, balanceFen, interestFen) => principalWithin(present(payments[index]), interestFen, balanceFen);
}

function growingByShare(
  frame: PlanFrame, step: Extract<ProgressiveStep, { kind: 'ratio' }>, stages: readonly number[],
): readonly number[] {
  const lastStage = present(stages.at(-1));
  const growth = fraction(1e8 + step.ratioE8, 1e8);
  const [grown, base] = [BigInt(growth.numerator), BigInt(growth.denominator)];
  const weights = stages.map((stage) => grown ** BigInt(stage) * base ** BigInt(lastStage - stage));
  const unit = weightedPayment(
    frame.principalFen,
    weights.map((weight) => ({ rate: frame.fullPeriod, weight, extraFen: 0 })),
  );
  return weights.map((weight) => roundExact(times(unit, weight), frame.terms.rounding));
}

function times(amount: ExactAmount, factor: bigint): ExactAmount {
  return { numerator: amount.numerator * factor, denominator: amount.denominator };
}

function growingByAmount(
  frame: PlanFrame, step: Extract<ProgressiveStep, { kind: 'amount' }>, stages: readonly number[],
): readonly number[] {
  const rows = stages.map((stage) => ({ rate: frame.fullPeriod, weight: 1n, extraFen: stage * step.amountFen }));
  const first = weightedPayment(frame.principalFen, rows);
  if (first.numerator < 0n) refuse('plan_does_not_amortise', 'progressiveStep');
  const firstFen = roundExact(first, frame.terms.rounding);
  return rows.map((row) => firstFen + row.extraFen);
}
