import { civilDateOf } from '../civil-date.ts';
import { fraction, timesFraction, timesFractions } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import { present } from '../present.ts';
import type { LoanTerms } from '../terms.ts';
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
 * 等本等息 bears interest on what was first lent in every row, the others on the balance. Rest days that put a row off may
 * bear interest in it, which never changes how its principal is planned.
 */
export function fillPlan(frame: PlanFrame, principalOf: PrincipalRule = principalRuleOf(frame)): PlanRow[] {
  const { dueDays, nominalDays, fractions, fullPeriod, firstRowBears, startDay, startShiftDays, terms } = frame;
  const isFlat = terms.method === 'flat';
  const isInterestExtra = terms.holidayRule?.isInterestExtra === true;
  // Where rest days put nothing off, the two lists are one.
  const isPutOff = !isInterestExtra && nominalDays !== dueDays;
  // Of known length: growing the list costs a third of the whole plan.
  const rows = new Array<PlanRow>(dueDays.length);
  let balanceFen = frame.principalFen;
  let fromDay = isInterestExtra ? startDay + startShiftDays : startDay;
  let shiftDays = startShiftDays;
  let index = 0;
  for (const dueDay of dueDays) {
    const baseFen = isFlat ? frame.flatBaseFen : balanceFen;
    const share = fractions?.[index] ?? fullPeriod;
    const plannedFen = timesFraction(baseFen, share, terms.rounding);
    const isLast = index === dueDays.length - 1;
    const principalFen = isLast ? balanceFen : principalOf(index, balanceFen, plannedFen);
    const isOdd = index === 0 && firstRowBears !== null;
    let interestFen = isOdd ? timesFraction(baseFen, firstRowBears, terms.rounding) : plannedFen;
    const endDay = isPutOff ? present(nominalDays[index]) : dueDay;
    if (isInterestExtra) {
      const laterDays = dueDay - present(nominalDays[index]);
      const borne = isOdd ? firstRowBears : share;
      if (laterDays !== shiftDays) interestFen = withRestDays(baseFen, borne, laterDays - shiftDays, terms);
      shiftDays = laterDays;
    }
    balanceFen -= principalFen;
    const row = {
      number: frame.firstNumber + index,
      dueOn: civilDateOf(dueDay),
      days: endDay - fromDay,
      principalFen,
      interestFen,
      totalFen: principalFen + interestFen,
      balanceFen,
    };
    rows[index] = row as PlanRow; // whole fen by construction: every part comes from a rounded division or a difference
    fromDay = endDay;
    index += 1;
  }
  return rows;
}

/** A row put off by some days more than the one before bears that many days besides; by fewer, that many less. */
function withRestDays(baseFen: number, borne: Fraction, days: number, terms: LoanTerms): number {
  const basisDays = terms.interestMode === 'actual_365' ? 365 : 360;
  const perDay = fraction(terms.rateAnnualE8, basisDays * 1e8);
  return timesFractions([{ amount: baseFen, by: borne }, { amount: BigInt(baseFen) * BigInt(days), by: perDay }], terms.rounding);
}
