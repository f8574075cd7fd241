import type { PlanFrame } from './plan-frame.ts';
import type { PrincipalRule } from './principal-rule.ts';

/** 自定义计划: each row brings its own principal, cut to what is owed (春贷秋还: 50 000.00 in October, the rest in December). */
export function custom(frame: PlanFrame): PrincipalRule {
  const rows = (frame.terms.customRows ?? []).slice(frame.firstNumber - 1);
  return (index, balanceFen) => Math.min(rows[index]?.principalFen ?? 0, balanceFen);
}
