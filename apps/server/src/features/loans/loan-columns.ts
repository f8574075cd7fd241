import { civilParts } from '@loanbook/engine/civil-date.ts';
import { anchorDayOf } from '@loanbook/engine/due-dates.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';

/** What lists filter and sort by, repeated from the terms; `verify` compares the two. */
export interface LoanTermColumns {
  readonly principal_fen: number | null;
  readonly rate_annual_e8: number | null;
  readonly penalty_multiplier_e4: number;
  readonly method: string | null;
  readonly interest_mode: string;
  readonly periods: number;
  readonly disbursed_on: string | null;
  readonly first_due_on: string | null;
  readonly matures_on: string | null;
  readonly due_day: number | null;
}

/** Terms that an old book does not state: the engine runs on placeholders, the columns stay empty. */
export type UnstatedTerm = 'principalFen' | 'rateAnnualE8' | 'method' | 'startsOn' | 'firstDueOn' | 'maturesOn';

export function loanTermColumns(terms: LoanTerms, unstated: readonly UnstatedTerm[] = []): LoanTermColumns {
  const stated = <Value>(key: UnstatedTerm, value: Value): Value | null => (unstated.includes(key) ? null : value);
  return {
    principal_fen: stated('principalFen', terms.principalFen),
    rate_annual_e8: stated('rateAnnualE8', terms.rateAnnualE8),
    penalty_multiplier_e4: terms.penaltyMultiplierE4,
    method: stated('method', terms.method),
    interest_mode: terms.interestMode,
    periods: terms.periods,
    disbursed_on: stated('startsOn', terms.startsOn),
    first_due_on: stated('firstDueOn', terms.firstDueOn),
    matures_on: stated('maturesOn', terms.maturesOn),
    due_day: unstated.includes('firstDueOn') ? null : dueDayOf(terms),
  };
}

/** Day of the month on which the plan falls due; null where it has no such day. */
function dueDayOf(terms: LoanTerms): number | null {
  if (terms.method === 'bullet' || terms.method === 'custom' || terms.method === 'revolving' || terms.periodDays !== undefined) return null;
  if (terms.periods === 1) return civilParts(terms.maturesOn).day;
  // 结息日 is what people call it, though the money is due the day after.
  return terms.dueRule.kind === 'settlement_day' ? terms.dueRule.day : anchorDayOf(terms.dueRule, terms.startsOn, terms.firstDueOn);
}
