import { expect, test } from 'vitest';
import { civilDateOf, dayNumber, daysInMonth, isLeapYear, parseCivilDate } from './civil-date.ts';
import { timesFraction } from './fraction.ts';
import { day } from './testing/events.ts';

test.each([[1900, false], [2000, true], [2023, false], [2024, true], [2100, false], [2400, true]])('the year %i has a 29 February: %s', (year, isLeap) => {
  expect(isLeapYear(year)).toBe(isLeap);
  expect(daysInMonth(year, 2)).toBe(isLeap ? 29 : 28);
});

test('the other months have their days', () => {
  expect([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
});

test.each([' 2024-01-15', '2024-01-15 ', '2024-01-15T00:00', 'on 2024-01-15', '2024-1-15', '2023-02-29', '2024-11-31', '0999-01-01', '2024-00-10', '2024-10-00'])('%j is no day', (text) => {
  expect(parseCivilDate(text)).toBeNull();
});

test.each(['1969-05-05', '1969-12-31', '2149-12-31', '2150-01-01', '2150-09-09', '3000-10-05'])('%s is written with two digits for month and day, kept or not', (text) => {
  expect(civilDateOf(dayNumber(day(text)))).toBe(text);
});

test('an amount too large for a double is multiplied exactly', () => {
  // 90 071 992 547.40 × 123456789/1000000007 = 11 119 998 900.89…; a double would be wrong by more than a fen here.
  expect(timesFraction(9_007_199_254_740, { numerator: 123_456_789, denominator: 1_000_000_007 }, 'half_up')).toBe(1_111_999_890_089);
  expect(timesFraction(9_007_199_254_740n, { numerator: 123_456_789, denominator: 1_000_000_007 }, 'half_up')).toBe(1_111_999_890_089);
});
