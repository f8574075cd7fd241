import { expect, test } from 'vitest';
import { addDays, civilDateOf } from './civil-date.ts';
import { completeTerms } from './default-terms.ts';
import type { PartialTerms } from './default-terms.ts';
import { dueDaysOf } from './due-dates.ts';
import { extensionLimit } from './extension-limit.ts';
import { day, percent, yuan } from './testing/events.ts';

const monthly = { method: 'interest_only', principalFen: yuan('100'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), periods: 3 } as const;

function dueDatesOf(rest: Partial<PartialTerms>): readonly string[] {
  return dueDaysOf(completeTerms({ ...monthly, ...rest })).days.map(civilDateOf);
}

test.each<readonly [string, Partial<PartialTerms>, string, string]>([
  ['monthly', {}, '2024-03-16', '2024-05-14'],
  ['quarterly', { periodMonths: 3 }, '2024-07-16', '2025-01-14'],
  ['weekly', { periodDays: 7 }, '2024-01-30', '2024-02-11'],
  ['one row', { periods: 1, firstDueOn: day('2024-02-15') }, '2024-01-16', '2024-03-14'],
])('the maturity cuts or stretches the last row within its neighbours: %s', (_case, rest, earliest, latest) => {
  for (const maturesOn of [earliest, latest]) expect(dueDatesOf({ ...rest, firstDueOn: firstDue(rest), maturesOn: day(maturesOn) }).at(-1)).toBe(maturesOn);
  for (const maturesOn of [addDays(day(earliest), -1), addDays(day(latest), 1)]) {
    const terms = { ...completeTerms({ ...monthly, ...rest, firstDueOn: firstDue(rest), maturesOn: day(latest) }), firstDueOn: firstDue(rest), maturesOn };
    expect(() => dueDaysOf(terms), maturesOn).toThrow(expect.objectContaining({ code: 'maturity_conflicts_with_periods', field: 'maturesOn' }));
  }
});

function firstDue(rest: Partial<PartialTerms>): PartialTerms['startsOn'] {
  return completeTerms({ ...monthly, ...rest }).firstDueOn;
}

test.each([
  ['2024-01-31', '2024-02-29', '2024-03-31'],
  ['2024-01-15', '2024-02-29', '2024-03-29'],
  ['2024-01-20', '2024-02-15', '2024-03-15'],
  ['2024-01-29', '2024-02-29', '2024-03-29'],
])('a start on %s with a first due day %s goes on at %s', (startsOn, firstDueOn, second) => {
  expect(dueDatesOf({ startsOn: day(startsOn), firstDueOn: day(firstDueOn) })[1]).toBe(second);
});

test('a loan of exactly five years may be extended by half of them, a day longer by three years', () => {
  expect(extensionLimit(day('2020-01-15'), day('2025-01-15'))).toBe('2027-07-15');
  expect(extensionLimit(day('2020-01-15'), day('2025-01-16'))).toBe('2028-01-16');
});
