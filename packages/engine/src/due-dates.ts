import { civilParts, dayNumber, dayNumberInMonth, daysInMonth, monthIndex } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { refuse } from './refusal.ts';
import type { DueRule, LoanTerms } from './terms.ts';

/** What decides the due dates; `LoanTerms` has all of it. */
export type DueTerms = Pick<
  LoanTerms,
  'periods' | 'periodMonths' | 'periodDays' | 'startsOn' | 'firstDueOn' | 'maturesOn' | 'dueRule'
>;

/** Day numbers of all rows; `isLastRegular` is false when maturity cuts or stretches the last row. */
export interface DueDays {
  readonly days: readonly number[];
  readonly isLastRegular: boolean;
}

/**
 * The day of month that a chain of due dates keeps. A start on the 31st with a first due date on 29 February keeps 31;
 * a first due date that is not the start's day of month is its own anchor.
 */
export function anchorDayOf(rule: DueRule, startsOn: CivilDate, firstDueOn: CivilDate): number {
  if (rule.kind === 'fixed_day') return rule.day;
  if (rule.kind === 'month_end') return 31;
  if (rule.kind === 'settlement_day') return rule.day + 1;
  const startDay = civilParts(startsOn).day;
  const first = civilParts(firstDueOn);
  const isStartClamped = startDay > first.day && first.day === daysInMonth(first.year, first.month);
  return isStartClamped ? startDay : first.day;
}

/**
 * Due dates of the plan, never drifting: 2024-01-31 → 02-29 → 03-31 → 04-30. The contract's maturity is the last one
 * even when it is not the due day (rule §1.9).
 * @throws EngineRefusal when the number of rows, the first due date and the maturity contradict each other
 */
export function dueDaysOf(terms: DueTerms): DueDays {
  if (terms.dueRule.kind === 'settlement_day') {
    const { days } = continuedDueDays(terms, dayNumber(terms.startsOn), dayNumber(terms.maturesOn));
    return { days, isLastRegular: false };
  }
  const regular = regularDueDays(terms);
  const last = regular.length - 1;
  const maturityDay = dayNumber(terms.maturesOn);
  if (regular[last] === maturityDay) return { days: regular, isLastRegular: true };
  const previousDay = regular[last - 1] ?? dayNumber(terms.startsOn);
  const nextDay = dueDayAt(terms, terms.periods);
  if (maturityDay <= previousDay || maturityDay >= nextDay) refuse('maturity_conflicts_with_periods', 'maturesOn');
  regular[last] = maturityDay;
  return { days: regular, isLastRegular: false };
}

function regularDueDays(terms: DueTerms): number[] {
  const days: number[] = [];
  const firstDay = dayNumber(terms.firstDueOn);
  if (terms.periodDays !== undefined) {
    for (let index = 0; index < terms.periods; index += 1) days.push(firstDay + index * terms.periodDays);
    return days;
  }
  const anchorDay = anchorDayOf(terms.dueRule, terms.startsOn, terms.firstDueOn);
  const firstMonth = monthIndex(terms.firstDueOn);
  days.push(firstDay);
  for (let index = 1; index < terms.periods; index += 1) {
    days.push(dayNumberInMonth(firstMonth + index * terms.periodMonths, anchorDay));
  }
  return days;
}

/** Due days of a plan that goes on after `afterDay` until a later maturity, which is the last of them. */
export function continuedDueDays(terms: DueTerms, afterDay: number, untilDay: number): DueDays {
  const days: number[] = [];
  let isLastRegular = false;
  for (let index = 0; ; index += 1) {
    const dueDay = dueDayAt(terms, index);
    isLastRegular = dueDay === untilDay;
    if (dueDay >= untilDay) break;
    if (dueDay > afterDay) days.push(dueDay);
  }
  return { days: [...days, untilDay], isLastRegular };
}

/**
 * Day of the row at `index` of an endless regular plan. 结息日 20: interest is settled at the end of the 20th and due on
 * the 21st, so that the 20th still bears interest: 400 000.00 at 4.8 % from 2024-04-02, 80 days to 06-21, 4 266.67 (§1.8).
 */
function dueDayAt(terms: DueTerms, index: number): number {
  if (terms.dueRule.kind === 'settlement_day') {
    const { day, everyMonths } = terms.dueRule;
    const first = Math.ceil((monthIndex(terms.startsOn) + 1) / everyMonths) * everyMonths - 1;
    return dayNumberInMonth(first + index * everyMonths, day) + 1;
  }
  if (terms.periodDays !== undefined) return dayNumber(terms.firstDueOn) + index * terms.periodDays;
  const anchorDay = anchorDayOf(terms.dueRule, terms.startsOn, terms.firstDueOn);
  return dayNumberInMonth(monthIndex(terms.firstDueOn) + index * terms.periodMonths, anchorDay);
}
