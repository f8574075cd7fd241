import { expect, test } from 'vitest';
import { completeTerms } from './default-terms.ts';
import { extensionLimit, extensionLimitHalfMonths } from './extension-limit.ts';
import { followingWorkingDay } from './holiday.ts';
import { formatPercent } from './rate.ts';
import { fourTimesLpr, isAboveCap, nominalPctAtRate } from './rate-cap.ts';
import { day, percent, yuan } from './testing/events.ts';

test.each([['3.00', '12.0000'], ['3.10', '12.4000'], ['3.35', '13.4000'], ['3.45', '13.8000'], ['3.65', '14.6000'], ['4.20', '16.8000']])(
  'four times an LPR of %s is %s', (lpr, cap) => {
    expect(formatPercent(fourTimesLpr(percent(lpr)))).toBe(cap);
  },
);

// Source: rules vectors, compliance; tolerance 0.01 percentage point.
test.each([
  ['24.0002', '24', false], ['24.0100', '24', false], ['24.0101', '24', true], ['21.2724', '24', false], ['21.2724', '12', true],
  ['42.4326', '24', true], ['-1.0000', '0', false],
])('a nominal rate of %s against a cap of %s: above is %s', (rate, cap, expected) => {
  expect(isAboveCap(rate, percent(cap))).toBe(expected);
});

// Source: rules vectors, extension_caps.
test.each([[3, 3], [6, 6], [12, 12], [13, 6.5], [24, 12], [36, 18], [60, 30], [61, 36], [120, 36]])(
  'a loan of %i months may be extended by %d', (original, months) => {
    expect(extensionLimitHalfMonths(original) / 2).toBe(months);
  },
);

test.each([
  ['2024-01-10', '2024-07-10', '2025-01-10'],
  ['2024-01-10', '2025-01-10', '2026-01-10'],
  ['2024-01-10', '2025-02-10', '2025-08-25'],
  ['2024-01-10', '2024-07-20', '2025-01-30'],
  ['2024-01-10', '2025-01-20', '2025-07-25'],
  ['2014-01-10', '2024-01-20', '2027-01-20'],
  ['2024-03-31', '2024-09-30', '2025-03-31'], ['2023-08-31', '2025-02-28', '2025-11-30'],
])('a loan from %s to %s may run until %s at most', (start, maturity, limit) => {
  expect(extensionLimit(day(start), day(maturity))).toBe(limit);
});

// Source: rules vectors, holiday: National Day 2024 and the working Saturday after it.
test('a due date on a rest day moves to the next working day, a working Saturday stays', () => {
  const calendar = {
    holidays: ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07'].map(day),
    workingDays: ['2024-09-29', '2024-10-12'].map(day),
  };
  expect(followingWorkingDay(day('2024-10-01'), calendar)).toBe('2024-10-08');
  expect(followingWorkingDay(day('2024-10-12'), calendar)).toBe('2024-10-12');
  expect(followingWorkingDay(day('2024-10-19'), calendar)).toBe('2024-10-21');
});

test('a new rate is held against the cap by what it costs, not by what it says', () => {
  const flat = completeTerms({ method: 'flat', principalFen: yuan('10000'), rateAnnualE8: percent('6'), periods: 12, startsOn: day('2024-01-15') });
  const costs = nominalPctAtRate(flat, percent('14'));
  expect(costs).toBe('24.9095');
  expect(isAboveCap(costs, percent('24'))).toBe(true);
  const level = completeTerms({ ...flat, method: 'equal_principal' });
  expect(isAboveCap(nominalPctAtRate(level, percent('24')), percent('24'))).toBe(false);
});
