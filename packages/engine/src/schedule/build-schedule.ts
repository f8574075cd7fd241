import type { LoanTerms } from '../terms.ts';
import { checkTerms } from './check-terms.ts';
import { fillPlan } from './fill-plan.ts';
import { wholePlanFrame } from './plan-frame.ts';
import type { PlanRow } from './plan-row.ts';

/**
 * The repayment plan of a loan that is lent at once. Amounts in fen, days actual.
 * Principal sums to what was lent, no row is negative, each balance is the previous one less the row's principal.
 * Source: rules §1.9 and the schedule vectors.
 * @throws EngineRefusal when the terms contradict each other or cannot amortise
 */
export function buildSchedule(terms: LoanTerms): readonly PlanRow[] {
  checkTerms(terms);
  return fillPlan(wholePlanFrame(terms));
}
