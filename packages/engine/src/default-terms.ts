import { civilDateOf, dayNumber, dayNumberInMonth, monthIndex } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { anchorDayOf } from './due-dates.ts';
import { present } from './present.ts';
import { refuse } from './refusal.ts';
import type { AllocationRule, DueRule, LoanTerms } from './terms.ts';

/** Rule §1.7, up to 90 days past due: oldest installment first, costs before principal. */
export const performingAllocation: AllocationRule = {
  order: ['fee', 'compound', 'penalty', 'interest', 'principal'],
  mode: 'horizontal',
};

/** Rule §1.7, non-performing: principal before interest. */
export const nplLoanAllocation: AllocationRule = {
  order: ['fee', 'principal', 'interest', 'penalty', 'compound'],
  mode: 'horizontal',
};

type RequiredTerms = 'method' | 'principalFen' | 'rateAnnualE8' | 'startsOn';

/** What a contract must say; everything else has a default. */
export type PartialTerms = Pick<LoanTerms, RequiredTerms> & Partial<Omit<LoanTerms, RequiredTerms>>;

const constantDefaults = {
  firstPeriodRule: 'full_period',
  rounding: 'half_up',
  penaltyMultiplierE4: 15_000,
  isCompoundCharged: true,
  basisDays: 360,
  graceDays: 0,
  isGraceRetroactive: true,
  allocation: performingAllocation,
  nplAllocation: nplLoanAllocation,
  nplFromDaysPastDue: 91,
} as const;

/**
 * Fills the defaults of the replay format: penalty 1.5 times, compound charged, basis 360, no grace, 91 days, and
 * whatever the due dates imply: first due date one period on, number of rows from the maturity or the other way round.
 * @throws EngineRefusal when neither the number of rows nor the maturity is given, or a period has no length
 */
export function completeTerms(partial: PartialTerms): LoanTerms {
  const periodMonths = partial.periodMonths ?? (partial.method === 'quarterly_interest' ? 3 : 1);
  const dueRule = partial.dueRule ?? defaultDueRule(partial);
  const interestMode = partial.interestMode ?? (partial.method === 'revolving' ? 'actual_360' : 'monthly');
  const length = partial.periodDays ?? periodMonths;
  if (!Number.isInteger(length) || length < 1) refuse('period_length_invalid', 'periodMonths');
  const rest = { ...constantDefaults, ...partial, periodMonths, dueRule, interestMode };
  return { ...rest, ...impliedDates(rest) };
}

function defaultDueRule(partial: PartialTerms): DueRule {
  const isSettledQuarterly = partial.method === 'quarterly_interest' && partial.firstDueOn === undefined;
  return isSettledQuarterly ? { kind: 'settlement_day', day: 20, everyMonths: 3 } : { kind: 'anniversary' };
}

interface ImpliedDates {
  readonly periods: number;
  readonly firstDueOn: CivilDate;
  readonly maturesOn: CivilDate;
}

type DatedTerms = PartialTerms & { readonly periodMonths: number; readonly dueRule: DueRule };

function impliedDates(terms: DatedTerms): ImpliedDates {
  const rows = terms.customRows ?? [];
  if (terms.method === 'custom' && rows.length > 0) {
    return { periods: rows.length, firstDueOn: present(rows[0]).dueOn, maturesOn: present(rows.at(-1)).dueOn };
  }
  const firstDueOn = terms.firstDueOn ?? firstRegularDue(terms);
  const maturesOn = terms.maturesOn ?? regularDue({ ...terms, firstDueOn }, requiredPeriods(terms) - 1);
  if (terms.method === 'bullet' || terms.method === 'revolving' || terms.method === 'custom') {
    return { periods: 1, firstDueOn: maturesOn, maturesOn };
  }
  const periods = terms.periods ?? periodsUntil({ ...terms, firstDueOn }, maturesOn);
  return { periods, firstDueOn: periods === 1 ? maturesOn : firstDueOn, maturesOn };
}

function requiredPeriods(terms: DatedTerms): number {
  return terms.periods ?? refuse('option_missing', 'maturesOn');
}

function firstRegularDue(terms: DatedTerms): CivilDate {
  if (terms.periodDays !== undefined) return civilDateOf(dayNumber(terms.startsOn) + terms.periodDays);
  const anchorDay = anchorDayOf(terms.dueRule, terms.startsOn, terms.startsOn);
  return civilDateOf(dayNumberInMonth(monthIndex(terms.startsOn) + terms.periodMonths, anchorDay));
}

function regularDue(terms: DatedTerms & { readonly firstDueOn: CivilDate }, index: number): CivilDate {
  if (terms.periodDays !== undefined) return civilDateOf(dayNumber(terms.firstDueOn) + index * terms.periodDays);
  const anchorDay = anchorDayOf(terms.dueRule, terms.startsOn, terms.firstDueOn);
  return civilDateOf(dayNumberInMonth(monthIndex(terms.firstDueOn) + index * terms.periodMonths, anchorDay));
}

/** Rows until the maturity, the last one cut short when the maturity is not a due day. */
function periodsUntil(terms: DatedTerms & { readonly firstDueOn: CivilDate }, maturesOn: CivilDate): number {
  let periods = 1;
  while (regularDue(terms, periods - 1) < maturesOn) periods += 1;
  return periods;
}
