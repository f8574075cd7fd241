import { expect, test } from 'vitest';
import { dayNumber } from '../civil-date.ts';
import { completeTerms } from '../default-terms.ts';
import { disclosedRates } from '../irr.ts';
import { formatYuan } from '../money.ts';
import type { LoanTerms } from '../terms.ts';
import { day, percent, yuan } from '../testing/events.ts';
import { scheduleCases } from '../testing/schedule-cases.ts';
import type { ScheduleCase } from '../testing/schedule-cases.ts';
import { buildSchedule } from './build-schedule.ts';
import type { PlanRow } from './plan-row.ts';
import { revolvingRates, revolvingSchedule } from './revolving-schedule.ts';

function written(row: PlanRow): string {
  const money = [row.principalFen, row.interestFen, row.totalFen, row.balanceFen].map(formatYuan);
  return [row.number, row.dueOn, row.days, ...money].join(' ');
}

function weighted(rows: readonly PlanRow[], amountOf: (row: PlanRow) => number): string {
  return String(rows.reduce((sum, row) => sum + BigInt(row.number) * BigInt(amountOf(row)), 0n));
}

function planOf(given: ScheduleCase, terms: LoanTerms): readonly PlanRow[] {
  return given.movements === undefined ? buildSchedule(terms) : revolvingSchedule(terms, given.movements);
}

test.each(scheduleCases)('$id: every row to the fen, disclosed rates to four decimals', (given) => {
  const terms = completeTerms(given.terms);
  const rows = planOf(given, terms);
  expect(rows.map(written)).toEqual(expect.arrayContaining([...given.rows]));
  expect({
    count: rows.length,
    principal: weighted(rows, (row) => row.principalFen),
    interest: weighted(rows, (row) => row.interestFen),
    balance: weighted(rows, (row) => row.balanceFen),
    dueDays: rows.reduce((sum, row) => sum + row.number * dayNumber(row.dueOn), 0),
  }).toEqual({
    count: given.count, principal: given.principal, interest: given.interest, balance: given.balance, dueDays: given.dueDays,
  });
  const rates = given.movements === undefined ? disclosedRates(terms, rows) : revolvingRates(terms, given.movements, revolvingSchedule(terms, given.movements));
  expect(rates).toMatchObject({ irrAnnualPct: given.irrAnnualPct, eirPct: given.eirPct });
});

const level = {
  method: 'equal_installment', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-15'),
} as const;

test('等额累进: the installment rises by an amount, the last row absorbs', () => {
  const step = { kind: 'amount', amountFen: yuan('100'), everyPeriods: 6 } as const;
  const rows = buildSchedule(completeTerms({ ...level, method: 'progressive', progressiveStep: step }));
  // A (a12) + 100 v^6 a6 = P with a at 1 %: independent check 12 000 = 11.2550775 A + 545.9618… → 1 017.68.
  expect(rows[0]?.totalFen).toBe(yuan('1017.68'));
  expect(rows[6]?.totalFen).toBe(yuan('1117.68'));
  expect(rows.at(-1)?.balanceFen).toBe(0);
});

test('宽限期: leading rows bear interest only, the rest repays in level installments', () => {
  const rows = buildSchedule(completeTerms({ ...level, periods: 15, interestOnlyPeriods: 3 }));
  expect(rows.slice(0, 3).map((row) => row.principalFen)).toEqual([0, 0, 0]);
  expect(rows[2]?.interestFen).toBe(yuan('120'));
  expect(rows[3]?.totalFen).toBe(yuan('1066.19'));
});

test('weekly rows bear annual/360 for each day and fall due every seven days', () => {
  const rows = buildSchedule(completeTerms({ ...level, periods: 10, periodDays: 7 }));
  expect(rows[0]).toMatchObject({ dueOn: '2024-01-22', days: 7, interestFen: yuan('28') });
  expect(rows[9]?.dueOn).toBe('2024-03-25');
});

test('terms that were never completed are checked all the same', () => {
  const terms = { ...completeTerms(level), periodMonths: 0 };
  expect(() => buildSchedule(terms)).toThrow(expect.objectContaining({ code: 'period_length_invalid' }));
});

test('按季付息 without a due date is settled on the 20th of each quarter\'s last month, with one every three months from it', () => {
  const quarterly = { ...level, method: 'quarterly_interest', periods: undefined, maturesOn: day('2024-10-15') } as const;
  expect(buildSchedule(completeTerms(quarterly as unknown as Parameters<typeof completeTerms>[0])).map((row) => row.dueOn)) // no number of rows
    .toEqual(['2024-03-21', '2024-06-21', '2024-09-21', '2024-10-15']);
  const dated = completeTerms({ ...level, method: 'quarterly_interest', periods: 3, firstDueOn: day('2024-04-15') });
  expect(buildSchedule(dated).map((row) => row.dueOn)).toEqual(['2024-04-15', '2024-07-15', '2024-10-15']);
});

test('a single row may end before its due date', () => {
  const terms = { ...completeTerms(level), periods: 1, firstDueOn: day('2024-02-15'), maturesOn: day('2024-02-14') };
  expect(buildSchedule(terms)).toMatchObject([{ dueOn: '2024-02-14', days: 30, interestFen: yuan('120') }]);
});

test('weekly rows end at a maturity between two of them', () => {
  const rows = buildSchedule(completeTerms({ ...level, periods: 3, periodDays: 7, maturesOn: day('2024-02-01') }));
  expect(rows.map((row) => row.days)).toEqual([7, 7, 3]);
});

test('rates agreed for later days count by their days', () => {
  const steps = [{ startsOn: day('2024-04-01'), rateAnnualE8: percent('6') }, { startsOn: day('2026-01-01'), rateAnnualE8: percent('24') }];
  const customRows = [{ dueOn: day('2024-03-15'), principalFen: yuan('6000') }, { dueOn: day('2024-06-15'), principalFen: yuan('6000') }];
  const rows = buildSchedule(completeTerms({ ...level, method: 'custom', interestMode: 'actual_360', customRows, rateSteps: steps }));
  // 12 000 × 60 days at 12 %; 6 000 × (17 days at 12 % + 75 days at 6 %).
  expect(rows.map((row) => row.interestFen)).toEqual([yuan('240'), yuan('109')]);
});

test('month-end rows never drift', () => {
  const rows = buildSchedule(completeTerms({ ...level, periods: 3, dueRule: { kind: 'month_end' } }));
  expect(rows.map((row) => row.dueOn)).toEqual(['2024-02-29', '2024-03-31', '2024-04-30']);
});

test('a maturity that is no due day cuts the last row, which bears its days', () => {
  const terms = completeTerms({ ...level, method: 'interest_only', dueRule: { kind: 'fixed_day', day: 20 }, maturesOn: day('2025-01-15') });
  const rows = buildSchedule(terms);
  expect(rows.at(-1)).toMatchObject({ dueOn: '2025-01-15', days: 26, interestFen: yuan('104') });
});

test.each([
  ['no principal', { principalFen: yuan('0') }, 'principal_not_positive', 'principalFen'],
  ['a fee that eats the principal', { upfrontFeeFen: yuan('12000') }, 'fee_not_below_principal', 'upfrontFeeFen'],
  ['no rows', { periods: 0, maturesOn: day('2025-01-15') }, 'periods_not_positive', 'periods'],
  ['a period of no length', { periodMonths: 0, firstDueOn: day('2024-02-15'), maturesOn: day('2025-01-15'), periods: 12 }, 'period_length_invalid', 'periodMonths'],
  ['maturity before the start', { maturesOn: day('2024-01-14'), periods: 1 }, 'dates_out_of_order', 'maturesOn'],
  ['a first due date before the start', { firstDueOn: day('2024-01-10'), maturesOn: day('2024-12-10') }, 'dates_out_of_order', 'firstDueOn'],
  ['a maturity rows away from the last due date', { maturesOn: day('2025-06-15') }, 'maturity_conflicts_with_periods', 'maturesOn'],
  ['interest-only rows alone', { interestOnlyPeriods: 12 }, 'plan_does_not_amortise', 'interestOnlyPeriods'],
  ['a balloon without residual or amortisation', { method: 'balloon' }, 'option_missing', 'amortizationPeriods'],
  ['progressive without a step', { method: 'progressive' }, 'option_missing', 'progressiveStep'],
  ['a step the principal cannot bear', { method: 'progressive', progressiveStep: { kind: 'amount', amountFen: yuan('9000'), everyPeriods: 1 } }, 'plan_does_not_amortise', 'progressiveStep'],
  ['a custom plan without rows', { method: 'custom', maturesOn: day('2025-01-15') }, 'plan_missing', 'customRows'],
  ['a maturity after the year 9999', { startsOn: day('9999-06-15') }, 'dates_out_of_order', 'maturesOn'],
  ['custom rows that do not sum to the principal', { method: 'custom', customRows: [{ dueOn: day('2024-06-15'), principalFen: yuan('1') }] }, 'plan_principal_mismatch', 'customRows'],
  ['custom rows out of order', { method: 'custom', customRows: [{ dueOn: day('2024-01-15'), principalFen: yuan('12000') }] }, 'dates_out_of_order', 'customRows'],
  ['a negative custom row', { method: 'custom', customRows: [{ dueOn: day('2024-06-15'), principalFen: yuan('-1') }] }, 'amount_not_positive', 'customRows'],
  ['neither rows nor maturity', { periods: undefined }, 'option_missing', 'maturesOn'],
] as const)('%s is refused with the field at fault', (_case, change, code, field) => {
  expect(() => buildSchedule(completeTerms({ ...level, ...change })))
    .toThrow(expect.objectContaining({ code, field }));
});
