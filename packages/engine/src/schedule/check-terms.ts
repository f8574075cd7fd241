import { compareCivilDates } from '../civil-date.ts';
import { refuse } from '../refusal.ts';
import type { LoanTerms } from '../terms.ts';
import { customRowsOf } from './custom-rows.ts';

/** Longest plan the engine makes: weekly rows over thirty years, monthly ones over more than a century. */
const mostPeriods = 1_600;

/** Years have four digits, so that dates compare as texts. */
const dateLength = 10;

/** @throws EngineRefusal when the terms cannot make a plan; the field is the terms key at fault */
export function checkTerms(terms: LoanTerms): void {
  if (terms.principalFen <= 0) refuse('principal_not_positive', 'principalFen');
  if ((terms.upfrontFeeFen ?? 0) >= terms.principalFen) refuse('fee_not_below_principal', 'upfrontFeeFen');
  if (!Number.isInteger(terms.periods) || terms.periods < 1 || terms.periods > mostPeriods) {
    refuse('periods_not_positive', 'periods');
  }
  const length = terms.periodDays ?? terms.periodMonths;
  if (!Number.isInteger(length) || length < 1) refuse('period_length_invalid', 'periodMonths');
  if ((terms.interestOnlyPeriods ?? 0) >= terms.periods) refuse('plan_does_not_amortise', 'interestOnlyPeriods');
  if (terms.maturesOn.length > dateLength) refuse('dates_out_of_order', 'maturesOn');
  if (compareCivilDates(terms.maturesOn, terms.startsOn) < 0) refuse('dates_out_of_order', 'maturesOn');
  if (compareCivilDates(terms.firstDueOn, terms.startsOn) < 0) refuse('dates_out_of_order', 'firstDueOn');
  if (terms.lprLink !== undefined && !Number.isInteger(terms.lprLink.spreadBasisPoints)) refuse('spread_invalid', 'lprLink');
  if (terms.method === 'custom') checkCustomRows(terms);
}

function checkCustomRows(terms: LoanTerms): void {
  let sumFen = 0;
  let previousOn = terms.startsOn;
  for (const row of customRowsOf(terms)) {
    if (compareCivilDates(row.dueOn, previousOn) <= 0) refuse('dates_out_of_order', 'customRows');
    if (row.principalFen < 0) refuse('amount_not_positive', 'customRows');
    sumFen += row.principalFen;
    previousOn = row.dueOn;
  }
  if (sumFen !== terms.principalFen) refuse('plan_principal_mismatch', 'customRows');
}
