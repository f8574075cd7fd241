import { civilDateOf } from '../civil-date.ts';
import { timesFraction } from '../fraction.ts';
import { balloon } from './balloon.ts';
import { custom } from './custom.ts';
import { equalInstallment } from './equal-installment.ts';
import { equalPrincipal } from './equal-principal.ts';
import { interestOnly } from './interest-only.ts';
import type { PlanFrame } from './plan-frame.ts';
import type { PlanRow } from './plan-row.ts';
import type { PrincipalRule } from './principal-rule.ts';
import { progressive } from './progressive.ts';

export function principalRuleOf(frame: PlanFrame): PrincipalRule {
  switch (frame.terms.method) {
    case 'equal_installment':
      return equalInstallment(frame);
    case 'equal_principal':
    case 'flat':
      return equalPrincipal(frame);
    case 'interest_only':
    case 'quarterly_interest':
    case 'bullet':
    case 'revolving':
      return interestOnly;
    case 'balloon':
      return balloon(frame);
    case 'custom':
      return custom(frame);
    case 'progressive':
      return progressive(frame);
  }
}

/**
 * Rows of a plan, each component rounded once, the total their sum, the last row taking the whole balance.
 * 等本等息 bears interest on what was first lent in every row, the others on the balance.
 */
export function fillPlan(frame: PlanFrame, principalOf: PrincipalRule = principalRuleOf(frame)): PlanRow[] {
  const { dueDays, fractions, fullPeriod, firstRowBears, terms } = frame;
  const isFlat = terms.method === 'flat';
  // Of known length: growing the list costs a third of the whole plan.
  const rows = new Array<PlanRow>(dueDays.length);
  let balanceFen = frame.principalFen;
  let fromDay = frame.startDay;
  let index = 0;
  for (const dueDay of dueDays) {
    const baseFen = isFlat ? frame.flatBaseFen : balanceFen;
    const share = fractions?.[index] ?? fullPeriod;
    const plannedFen = timesFraction(baseFen, share, terms.rounding);
    const isLast = index === dueDays.length - 1;
    const principalFen = isLast ? balanceFen : principalOf(index, balanceFen, plannedFen);
    const isOdd = index === 0 && firstRowBears !== null;
    const interestFen = isOdd ? timesFraction(baseFen, firstRowBears, terms.rounding) : plannedFen;
    balanceFen -= principalFen;
    const row = {
      number: frame.firstNumber + index,
      dueOn: civilDateOf(dueDay),
      days: dueDay - fromDay,
      principalFen,
      interestFen,
      totalFen: principalFen + interestFen,
      balanceFen,
    };
    rows[index] = row as PlanRow; // whole fen by construction: every part comes from a rounded division or a difference
    fromDay = dueDay;
    index += 1;
  }
  return rows;
}
