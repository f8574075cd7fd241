import { expect, test } from 'vitest';
import { addDays, addMonths, civilDateOf, compareCivilDates, dayNumber, daysBetween } from './civil-date.ts';
import { days30e360, monthsAndDays } from './day-count.ts';
import { completeTerms } from './default-terms.ts';
import { continuedDueDays, dueDaysOf } from './due-dates.ts';
import { day, percent, yuan } from './testing/events.ts';

// Source: rules vectors, daycounts: start, end, actual, 30E/360, whole months, odd days.
test.each([
  ['2024-01-31', '2024-02-29', 29, 29, 1, 0],
  ['2024-01-31', '2024-03-31', 60, 60, 2, 0],
  ['2023-02-28', '2023-03-31', 31, 32, 1, 3],
  ['2024-01-15', '2024-07-28', 195, 193, 6, 13],
  ['2024-12-31', '2025-01-01', 1, 1, 0, 1],
  ['2024-04-02', '2024-06-21', 80, 79, 2, 19],
  ['2024-02-28', '2024-03-01', 2, 3, 0, 2],
  ['2024-08-30', '2025-02-28', 182, 178, 6, 0],
  ['2023-01-01', '2024-01-01', 365, 360, 12, 0],
  ['2024-05-06', '2024-05-06', 0, 0, 0, 0],
  ['2000-02-29', '2100-02-28', 36_524, 35_999, 1200, 0],
  ['2024-03-31', '2024-04-30', 30, 30, 1, 0],
])('%s to %s is %i actual days, %i by 30E/360, %i months and %i days', (from, to, actual, thirty, wholeMonths, oddDays) => {
  expect(daysBetween(day(from), day(to))).toBe(actual);
  expect(days30e360(day(from), day(to))).toBe(thirty);
  expect(monthsAndDays(day(from), day(to))).toEqual({ wholeMonths, oddDays });
});

// Source: rules vectors, due_dates: day and month of fourteen monthly due dates.
test.each([
  ['2024-01-29', '02-29 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29 01-29 02-28 03-29'],
  ['2023-01-29', '02-28 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29 01-29 02-29 03-29'],
  ['2023-11-30', '12-30 01-30 02-29 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30 01-30'],
  ['2024-12-31', '01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31 01-31 02-28'],
])('due dates from %s keep their day of month for the whole loan', (start, expected) => {
  const terms = completeTerms({
    method: 'interest_only', principalFen: yuan('100'), rateAnnualE8: percent('12'), startsOn: day(start), periods: 14,
  });
  const days = dueDaysOf(terms).days.map((dueDay) => civilDateOf(dueDay).slice(5));
  expect(days.join(' ')).toBe(expected);
});

test('a date and its number are each other\'s inverse over leap years, centuries and the kept range', () => {
  for (const text of ['1000-01-01', '1899-12-31', '1969-12-31', '1970-01-01', '2000-02-29', '2100-03-01', '2400-02-29', '9999-12-31']) {
    expect(civilDateOf(dayNumber(day(text)))).toBe(text);
  }
  expect(dayNumber(day('2024-01-15'))).toBe(19_737);
});

test('days and months are added without leaving the calendar', () => {
  expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
  expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
  expect(addMonths(day('2024-02-29'), 1, 31)).toBe('2024-03-31');
  expect(addMonths(day('2024-01-15'), -1)).toBe('2023-12-15');
});

test('dates compare as days do', () => {
  const [early, late] = [day('2024-01-31'), day('2024-02-01')];
  expect([compareCivilDates(early, late), compareCivilDates(late, early), compareCivilDates(late, late)]).toEqual([-1, 1, 0]);
});

test('settled interest of half-years and years falls due the day after the settlement day', () => {
  const terms = completeTerms({
    method: 'interest_only', principalFen: yuan('100'), rateAnnualE8: percent('12'), startsOn: day('2024-01-05'),
    maturesOn: day('2025-06-30'), dueRule: { kind: 'settlement_day', day: 20, everyMonths: 6 },
  });
  const { days } = continuedDueDays(terms, dayNumber(terms.startsOn), dayNumber(terms.maturesOn));
  expect(days.map(civilDateOf)).toEqual(['2024-06-21', '2024-12-21', '2025-06-21', '2025-06-30']);
});
