import { worstClass } from '@loanbook/engine/class-reasons.ts';
import type { FiveTierClass } from '@loanbook/engine/classification.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';

/** Best class a person may give: what the days past due and the other rules leave (rule §1.1). */
export function classFloor(state: LoanState): FiveTierClass {
  return worstClass(state.classReasons.filter((one) => one.code !== 'override'));
}
