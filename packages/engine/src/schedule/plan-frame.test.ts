import { expect, test } from 'vitest';
import { completeTerms } from '../default-terms.ts';
import type { PartialTerms } from '../default-terms.ts';
import { disclosedRates } from '../irr.ts';
import { formatYuan } from '../money.ts';
import { replay } from '../replay.ts';
import { day, opening, percent, yuan } from '../testing/events.ts';
import { buildSchedule } from './build-schedule.ts';

// What a row bears when its period is not a whole one. 12 000.00 at 12 %: 120.00 a month, 4.00 a day of 360.

const least = { method: 'interest_only', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15') } as const;

function ownRows(...rows: readonly (readonly [string, string])[]): Partial<PartialTerms> {
  return { method: 'custom', customRows: rows.map(([dueOn, amount]) => ({ dueOn: day(dueOn), principalFen: yuan(amount) })) };
}

test.each<readonly [string, Partial<PartialTerms>, readonly string[]]>([
  ['own rows: a month and 5 days, then 3 months on half', ownRows(['2024-02-20', '6000'], ['2024-05-20', '6000']), ['140.00', '180.00']],
  ['own rows by the year’s 365 days, whatever the first period rule says', { ...ownRows(['2024-02-14', '12000']), interestMode: 'actual_365', firstPeriodRule: 'actual_days_360' }, ['118.36']],
  ['bullet: 6 months and 13 days', { method: 'bullet', maturesOn: day('2024-07-28') }, ['772.00']],
  ['settlement on the 20th: 2 months and 6 days, then quarters', { method: 'quarterly_interest', maturesOn: day('2024-09-21') }, ['264.00', '360.00', '360.00']],
  ['a short last row after whole months from the 31st', { startsOn: day('2024-01-31'), maturesOn: day('2024-05-10') }, ['120.00', '120.00', '120.00', '40.00']],
  ['first period by its actual days', { periods: 2, firstDueOn: day('2024-03-01'), firstPeriodRule: 'actual_days_360' }, ['184.00', '120.00']],
  ['first period by month and days', { periods: 2, firstDueOn: day('2024-03-01'), firstPeriodRule: 'months_days' }, ['180.00', '120.00']],
  ['actual days by 360, whatever the first period rule says', { periods: 2, interestMode: 'actual_360', firstPeriodRule: 'months_days' }, ['124.00', '116.00']],
  ['weeks', { periods: 2, periodDays: 7 }, ['28.00', '28.00']],
])('%s', (_case, rest, expected) => {
  expect(buildSchedule(completeTerms({ ...least, ...rest })).map((row) => formatYuan(row.interestFen))).toEqual(expected);
});

test('a bullet loan has one row, at maturity, even when its terms name an earlier first day', () => {
  const bullet = completeTerms({ ...least, method: 'bullet', maturesOn: day('2024-07-15') });
  expect(buildSchedule({ ...bullet, firstDueOn: day('2024-02-15'), periods: 6 }).map((row) => row.dueOn)).toEqual(['2024-07-15']);
});

test.each<readonly [string, Partial<PartialTerms>, string, readonly [string, string, string]]>([
  ['on a due day: that row is over', { periods: 4 }, '2024-03-15', ['2024-04-15', '0.00', '120.00']],
  ['by actual days: the running row bears its own', { periods: 4, interestMode: 'actual_360' }, '2024-03-20', ['2024-04-15', '0.00', '124.00']],
  ['before the first due day: its odd period stays', { periods: 4, firstDueOn: day('2024-03-01'), firstPeriodRule: 'actual_days_360' }, '2024-01-20', ['2024-03-01', '0.00', '184.00']],
  ['after an odd first period: that is over', { periods: 4, firstDueOn: day('2024-03-01'), firstPeriodRule: 'actual_days_360' }, '2024-03-02', ['2024-04-01', '0.00', '120.00']],
  ['own rows whose principal is past: the last takes what is left', ownRows(['2024-02-15', '12000'], ['2024-03-15', '0']), '2024-02-20', ['2024-03-15', '12000.00', '120.00']],
])('taken over %s', (_case, rest, openedOn, expected) => {
  const state = replay(completeTerms({ ...least, ...rest }), [opening('e1', openedOn, '12000')], day(openedOn));
  const [first] = state.installments;
  expect(first && [first.dueOn, formatYuan(first.principalFen), formatYuan(first.interestFen)]).toEqual(expected);
});

test('a balloon’s residual is left for the last row', () => {
  const terms = completeTerms({ ...least, method: 'balloon', principalFen: yuan('100000'), residualFen: yuan('20000'), periods: 12 });
  const totals = buildSchedule(terms).map((row) => formatYuan(row.totalFen));
  // 1 % × (100 000 × 1.01^12 − 20 000) / (1.01^12 − 1) = 7 307.903…
  expect(totals.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => '7307.90'));
  expect(Number(totals[11])).toBeCloseTo(27_307.9, 0);
});

test('a level payment by real days repays after leading rows of interest alone', () => {
  const terms = completeTerms({ ...least, method: 'equal_installment', periods: 8, interestOnlyPeriods: 3, interestMode: 'actual_365', paymentSolve: 'exact_daycount' });
  const rows = buildSchedule(terms);
  expect(rows.slice(0, 3).map((row) => row.principalFen)).toEqual([0, 0, 0]);
  const level = rows[3]?.totalFen ?? 0;
  expect(rows.slice(3, 7).map((row) => row.totalFen)).toEqual([level, level, level, level]);
  expect(Math.abs((rows[7]?.totalFen ?? 0) - level)).toBeLessThanOrEqual(5);
});

// Effective by dates over 365 days: 1.12^(365/366) − 1, and its twelfth root.
test.each<readonly [string, Partial<PartialTerms>]>([
  ['a bullet', { method: 'bullet', maturesOn: day('2025-01-15') }],
  ['a plan of its own row', ownRows(['2025-01-15', '12000'])],
])('%s of a year discloses the effective rate of its days', (_case, rest) => {
  const terms = completeTerms({ ...least, ...rest });
  expect(disclosedRates(terms, buildSchedule(terms))).toEqual({ irrAnnualPct: '11.9653', eirPct: '11.9653', nominalAnnualPct: '11.3553' });
});

test.each<readonly [string, Partial<PartialTerms>]>([
  ['weekly rows', { periods: 10, periodDays: 7 }],
  ['settlement days', { dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 }, maturesOn: day('2024-06-21') }],
])('%s are discounted by their dates', (_case, rest) => {
  const terms = completeTerms({ ...least, ...rest });
  const { irrAnnualPct, eirPct } = disclosedRates(terms, buildSchedule(terms));
  expect(irrAnnualPct).toBe(eirPct);
});

test('a loan due on the day it is lent has no rate, fee or not', () => {
  const terms = completeTerms({ ...least, method: 'bullet', maturesOn: day('2024-01-15'), upfrontFeeFen: yuan('10') });
  expect(disclosedRates(terms, buildSchedule(terms)).irrAnnualPct).toBe('0.0000');
});
