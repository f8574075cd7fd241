import { fraction, timesFraction } from '../fraction.ts';
import { present } from '../present.ts';
import { customRowsOf } from './custom-rows.ts';
import type { PlanFrame } from './plan-frame.ts';
import type { PrincipalRule } from './principal-rule.ts';

/**
 * 自定义计划: each row brings its own principal (春贷秋还: 50 000.00 in October, the rest in December). Where less was lent
 * or is left than the rows say, every row keeps its share: half of the money, half of each row.
 */
export function custom(frame: PlanFrame): PrincipalRule {
  const rows = customRowsOf(frame.terms).slice(frame.passedRows);
  const plannedFen = rows.reduce((sum, row) => sum + row.principalFen, 0);
  const isAsPlanned = plannedFen === frame.principalFen || plannedFen === 0;
  const share = isAsPlanned ? wholeShare : fraction(frame.principalFen, plannedFen);
  return (index, balanceFen) =>
    Math.min(timesFraction(present(rows[index]).principalFen, share, frame.terms.rounding), balanceFen);
}

const wholeShare = fraction(1, 1);
