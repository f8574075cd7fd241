import type { PlanFrame } from './plan-frame.ts';
import { levelPaymentFen, roundExact, weightedPayment } from './level-payment.ts';
import { principalWithin } from './principal-rule.ts';
import type { PrincipalRule } from './principal-rule.ts';

/** The rounded installment of 等额本息: 1 000 000.00 at 4.9 % over 360 months → 5 307.27. */
export function equalInstallmentFen(frame: PlanFrame, payingRows: number): number {
  const { terms } = frame;
  if (terms.paymentSolve !== 'exact_daycount' || frame.fractions === null) {
    return levelPaymentFen(frame.principalFen, frame.fullPeriod, payingRows, terms.rounding);
  }
  const paying = frame.fractions.slice(frame.fractions.length - payingRows);
  const rows = paying.map((rate) => ({ rate, weight: 1n, extraFen: 0 }));
  return roundExact(weightedPayment(frame.principalFen, rows), terms.rounding);
}

/**
 * 等额本息, rule §1.9: the installment is level, interest comes first, principal is what is left of it.
 * With a grace period (宽限期) the leading rows pay interest only and the rest repays everything.
 */
export function equalInstallment(frame: PlanFrame): PrincipalRule {
  const graceRows = Math.max(0, (frame.terms.interestOnlyPeriods ?? 0) - frame.passedRows);
  const paymentFen = equalInstallmentFen(frame, Math.max(1, frame.dueDays.length - graceRows));
  return (index, balanceFen, interestFen) =>
    index < graceRows ? 0 : principalWithin(paymentFen, interestFen, balanceFen);
}
