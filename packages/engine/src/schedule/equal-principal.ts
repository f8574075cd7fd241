import { divideRounded } from '../rounding.ts';
import type { PlanFrame } from './plan-frame.ts';
import type { PrincipalRule } from './principal-rule.ts';

/** 等额本金, and the principal of 等本等息: P/n in every row. 10 000.00 in 7 rows → 1 428.57 … 1 428.58 (rule §1.9). */
export function equalPrincipal(frame: PlanFrame): PrincipalRule {
  const shareFen = divideRounded(frame.principalFen, frame.dueDays.length, frame.terms.rounding);
  return (_index, balanceFen) => Math.min(shareFen, balanceFen);
}
