import { refuse } from '../refusal.ts';
import { levelPayment, roundExact } from './level-payment.ts';
import type { PlanFrame } from './plan-frame.ts';
import { principalWithin } from './principal-rule.ts';
import type { PrincipalRule } from './principal-rule.ts';

/**
 * 气球贷: installments as if the loan ran longer, or down to a residual; the last row takes what is left.
 * 500 000.00 at 5.5 %, 36 of 120 months → 5 426.31, last row 383 039.39 (vectors, meta.conventions: balloon).
 */
export function balloon(frame: PlanFrame): PrincipalRule {
  const { terms, passedRows, dueDays } = frame;
  if (terms.amortizationPeriods === undefined && terms.residualFen === undefined) {
    refuse('option_missing', 'amortizationPeriods');
  }
  const residualFen = Math.min(terms.residualFen ?? 0, frame.principalFen);
  const rows = Math.max((terms.amortizationPeriods ?? terms.periods) - passedRows, dueDays.length);
  const paymentFen = roundExact(levelPayment(frame.principalFen, residualFen, frame.fullPeriod, rows), terms.rounding);
  return (_index, balanceFen, interestFen) => principalWithin(paymentFen, interestFen, balanceFen);
}
