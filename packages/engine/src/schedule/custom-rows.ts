import { refuse } from '../refusal.ts';
import type { CustomPlanRow, LoanTerms } from '../terms.ts';

/** Rows of a custom plan. @throws EngineRefusal when the terms bring none */
export function customRowsOf(terms: LoanTerms): readonly CustomPlanRow[] {
  const rows = terms.customRows ?? [];
  return rows.length > 0 ? rows : refuse('plan_missing', 'customRows');
}
