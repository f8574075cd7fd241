import { expect, test } from 'vitest';
import { completeTerms } from './default-terms.ts';
import type { PartialTerms } from './default-terms.ts';
import { buildSchedule } from './schedule/build-schedule.ts';
import { day, percent, yuan } from './testing/events.ts';

const least = { method: 'interest_only', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15') } as const;

function complete(rest: Partial<PartialTerms>): ReturnType<typeof completeTerms> {
  return completeTerms({ ...least, ...rest });
}

test('what a contract does not say has the defaults of the replay format', () => {
  expect(complete({ periods: 12 })).toMatchObject({
    dueRule: { kind: 'anniversary' }, interestMode: 'monthly', periodMonths: 1, penaltyMultiplierE4: 15_000, isCompoundCharged: true, basisDays: 360, graceDays: 0,
    firstDueOn: '2024-02-15', maturesOn: '2025-01-15',
  });
  expect(complete({ method: 'revolving', maturesOn: day('2024-12-31') }).interestMode).toBe('actual_360');
  expect(complete({ method: 'quarterly_interest', periods: 4 })).toMatchObject({ periodMonths: 3, dueRule: { kind: 'settlement_day', day: 20, everyMonths: 3 } });
  expect(complete({ method: 'quarterly_interest', periods: 4, firstDueOn: day('2024-04-15') }).dueRule).toEqual({ kind: 'anniversary' });
});

test.each([
  ['the maturity on a due day', { maturesOn: day('2025-01-15') }, 12],
  ['the maturity five days after one', { maturesOn: day('2025-01-20') }, 13],
  ['the maturity a day before one', { maturesOn: day('2025-01-14') }, 12],
  ['weekly rows', { maturesOn: day('2024-02-05'), periodDays: 7 }, 3],
  ['quarterly rows', { maturesOn: day('2025-01-15'), periodMonths: 3 }, 4],
])('the number of rows follows from %s', (_case, rest, periods) => {
  expect(complete(rest).periods).toBe(periods);
});

test('a plan of one row is due at maturity', () => {
  expect(complete({ maturesOn: day('2024-02-10') })).toMatchObject({ periods: 1, firstDueOn: '2024-02-10' });
});

test.each(['bullet', 'revolving', 'custom'] as const)('a %s loan has one row whatever the number of months says', (method) => {
  expect(complete({ method, periods: 6 })).toMatchObject({ periods: 1, firstDueOn: '2024-07-15', maturesOn: '2024-07-15' });
});

test('a plan of its own rows takes number and dates from them', () => {
  const customRows = [['2024-03-20', '2000'], ['2024-05-20', '10000']].map(([due = '', amount = '']) => ({ dueOn: day(due), principalFen: yuan(amount) }));
  expect(complete({ method: 'custom', customRows })).toMatchObject({ periods: 2, firstDueOn: '2024-03-20', maturesOn: '2024-05-20' });
});

test.each([
  [{ periodMonths: 0 }], [{ periodMonths: -1 }], [{ periodDays: 0 }], [{ periodDays: 1 / 2 }], [{ periodMonths: 3 / 2 }],
])('a period that has no whole length is refused: %j', (rest) => {
  const refusal = expect.objectContaining({ code: 'period_length_invalid', field: 'periodMonths' });
  expect(() => complete({ periods: 12, ...rest })).toThrow(refusal);
  expect(() => buildSchedule({ ...complete({ periods: 12 }), ...rest })).toThrow(refusal);
});

test('neither rows nor maturity is too little', () => {
  expect(() => complete({})).toThrow(expect.objectContaining({ code: 'option_missing', field: 'maturesOn' }));
});

test('a plan may have 1 600 rows, and none beyond the year 9999', () => {
  expect(buildSchedule(complete({ periods: 1600, periodDays: 7 }))).toHaveLength(1600);
  expect(() => buildSchedule(complete({ periods: 1601, periodDays: 7 }))).toThrow(expect.objectContaining({ code: 'periods_not_positive' }));
  expect(() => buildSchedule(complete({ periods: 24, startsOn: day('9999-01-15') }))).toThrow(expect.objectContaining({ code: 'dates_out_of_order', field: 'maturesOn' }));
});
