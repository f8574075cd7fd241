import { addDays, addMonths, civilDateOf, civilParts, compareCivilDates, dayNumber, dayNumberInMonth, monthIndex, type CivilDate } from '@loanbook/engine/civil-date.ts';
import type { PartialTerms } from '@loanbook/engine/default-terms.ts';
import { dueDaysOf } from '@loanbook/engine/due-dates.ts';
import type { DueRule, LoanTerms } from '@loanbook/engine/terms.ts';
import type { LoanTermsInput } from './features/loans.ts';

export type PlanDates = Pick<PartialTerms, 'periods' | 'periodMonths' | 'periodDays' | 'firstDueOn' | 'dueRule' | 'firstPeriodRule' | 'revolvingSettlement'>;

type SettledMonths = Extract<DueRule, { kind: 'settlement_day' }>['everyMonths'];

/** When the rows of a new loan are due; see `loanTermsFromInput` for the rules. */
export function planDates(input: LoanTermsInput, maturesOn: CivilDate): PlanDates {
  if (input.method === 'custom') return {};
  if (input.method === 'revolving') return { periods: 1, firstDueOn: maturesOn, ...revolvingSettlement(input) };
  if (input.method === 'bullet') return { periods: 1, firstDueOn: maturesOn };
  if (input.method === 'quarterly_interest' && !input.firstDueOn) return settled(input, maturesOn, 3);
  if (input.dueRule === 'settlement_day') return settled(input, maturesOn, settledMonths(input));
  const periodDays = cycleDays(input);
  return periodDays === null ? byMonths(input, maturesOn) : byDays(input, maturesOn, periodDays);
}

/** Rows every so many days whatever the months; null where the cycle counts months. */
export function cycleDays(input: LoanTermsInput): number | null {
  switch (input.cycle) {
    case 'week':
      return 7;
    case 'two_weeks':
      return 14;
    case 'days':
      return input.cycleDays ?? null;
    default:
      return null;
  }
}

function cycleMonths(input: LoanTermsInput): 1 | 2 | 3 | 6 | 12 {
  if (input.method === 'quarterly_interest') return 3;
  switch (input.cycle) {
    case 'two_months':
      return 2;
    case 'quarter':
      return 3;
    case 'half_year':
      return 6;
    case 'year':
      return 12;
    default:
      return 1;
  }
}

/** Interest is settled in months whose number the cycle divides; every two months is no settlement that lenders have. */
function settledMonths(input: LoanTermsInput): SettledMonths {
  const months = cycleMonths(input);
  return months === 2 ? 1 : months;
}

function byMonths(input: LoanTermsInput, maturesOn: CivilDate): PlanDates {
  const periodMonths = cycleMonths(input);
  const dueRule = monthlyRule(input);
  const anchorDay = dueRule.kind === 'month_end' ? 31 : (input.dueDay ?? civilParts(input.disbursedOn).day);
  const regularFirstOn = input.firstDueOn ?? civilDateOf(dayNumberInMonth(monthIndex(input.disbursedOn) + periodMonths, anchorDay));
  // A loan shorter than one period has its only row at maturity.
  const firstDueOn = compareCivilDates(regularFirstOn, maturesOn) > 0 ? maturesOn : regularFirstOn;
  const isWholePeriod = firstDueOn === addMonths(input.disbursedOn, periodMonths);
  return {
    firstDueOn, periodMonths, dueRule,
    periods: periodsFrom(firstDueOn, maturesOn, periodMonths),
    firstPeriodRule: firstPeriod(input, isWholePeriod),
  };
}

function monthlyRule(input: LoanTermsInput): DueRule {
  if (input.dueRule === 'month_end') return { kind: 'month_end' };
  return input.dueDay ? { kind: 'fixed_day', day: input.dueDay } : { kind: 'anniversary' };
}

function firstPeriod({ firstPeriodRule }: LoanTermsInput, isWholePeriod: boolean): LoanTerms['firstPeriodRule'] {
  if (firstPeriodRule && firstPeriodRule !== 'usual') return firstPeriodRule;
  return isWholePeriod ? 'full_period' : 'actual_days_360';
}

/** Rows by calendar months, so that a maturity some days off the due day stretches or cuts the last row instead of adding a stub. */
function periodsFrom(firstDueOn: CivilDate, maturesOn: CivilDate, periodMonths: number): number {
  const months = monthIndex(maturesOn) - monthIndex(firstDueOn);
  return Math.max(1, Math.ceil(months / periodMonths) + 1);
}

/** A last row is cut short where the maturity is no due day. */
function byDays(input: LoanTermsInput, maturesOn: CivilDate, periodDays: number): PlanDates {
  const regularFirstOn = input.firstDueOn ?? addDays(input.disbursedOn, periodDays);
  const firstDueOn = compareCivilDates(regularFirstOn, maturesOn) > 0 ? maturesOn : regularFirstOn;
  const isWholePeriod = firstDueOn === addDays(input.disbursedOn, periodDays);
  const days = dayNumber(maturesOn) - dayNumber(firstDueOn);
  return { firstDueOn, periodDays, periods: Math.ceil(days / periodDays) + 1, firstPeriodRule: firstPeriod(input, isWholePeriod) };
}

function settled(input: LoanTermsInput, maturesOn: CivilDate, everyMonths: SettledMonths): PlanDates {
  const dueRule = { kind: 'settlement_day', day: input.dueDay ?? 20, everyMonths } as const;
  const { days } = dueDaysOf({ periods: 1, periodMonths: everyMonths, startsOn: input.disbursedOn, firstDueOn: maturesOn, maturesOn, dueRule });
  return { dueRule, periodMonths: everyMonths, periods: days.length, firstDueOn: civilDateOf(days[0] ?? dayNumber(maturesOn)) };
}

/** Interest of a revolving loan with each repayment, or on a settlement day. */
function revolvingSettlement(input: LoanTermsInput): PlanDates {
  if (input.dueRule !== 'settlement_day') return {};
  return { revolvingSettlement: 'settlement_day', dueRule: { kind: 'settlement_day', day: input.dueDay ?? 20, everyMonths: settledMonths(input) } };
}
