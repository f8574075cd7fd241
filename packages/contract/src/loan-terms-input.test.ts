import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { formatYuan } from '@loanbook/engine/money.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loanTermsInputSchema } from './features/loans.ts';
import { loanTermsFromInput } from './loan-terms-input.ts';

type RawInput = Record<string, unknown>;

const usual: RawInput = { method: 'equal_installment', principal: '120000.00', annualRatePct: '12', termMonths: 12, disbursedOn: '2026-01-15' };

function resultOf(changes: RawInput) {
  return loanTermsFromInput(loanTermsInputSchema.parse({ ...usual, ...changes }));
}

function planOf(changes: RawInput): string[] {
  const result = resultOf(changes);
  if (!result.isValid) throw new Error(JSON.stringify(result.problems));
  return buildSchedule(result.terms).map((row) => `${row.number} ${row.dueOn} ${formatYuan(row.principalFen)} ${formatYuan(row.interestFen)}`);
}

function problemsOf(changes: RawInput): string[] {
  const result = resultOf(changes);
  return result.isValid ? [] : result.problems.map((one) => `${one.path} ${one.code}`);
}

function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new Error(text);
  return date;
}

test('without dates, the loan is due every month on its anniversary and matures after its term', () => {
  const plan = planOf({});
  expect(plan).toHaveLength(12);
  expect(plan[0]).toBe('1 2026-02-15 9461.85 1200.00');
  expect(plan[11]).toMatch(/^12 2027-01-15/);
});

test('a loan lent on the 31st comes back to the 31st after short months', () => {
  expect(planOf({ disbursedOn: '2026-01-31', termMonths: 3 }).map((row) => row.slice(2, 12))).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
});

test('a due day starts a month after the money was lent, and the last row falls on the maturity', () => {
  const later = planOf({ dueDay: 20 });
  expect([later.length, later[0]?.slice(0, 12), later[11]?.slice(0, 13)]).toEqual([12, '1 2026-02-20', '12 2027-01-15']);
  const earlier = planOf({ dueDay: 10 });
  expect([earlier.length, earlier[0]?.slice(0, 12), earlier[11]?.slice(0, 13)]).toEqual([12, '1 2026-02-10', '12 2027-01-15']);
});

test('a first row of 36 days bears interest for 36 days over 360', () => {
  expect(planOf({ dueDay: 20, method: 'interest_only' })[0]).toBe('1 2026-02-20 0.00 1440.00');
});

test('a first due date two months on makes one row less', () => {
  const plan = planOf({ firstDueOn: '2026-03-15' });
  expect([plan.length, plan[0]?.slice(0, 12), plan[10]?.slice(0, 13)]).toEqual([11, '1 2026-03-15', '11 2027-01-15']);
});

test('interest first pays interest monthly and all principal at the end', () => {
  const plan = planOf({ method: 'interest_only', termMonths: 2 });
  expect(plan).toEqual(['1 2026-02-15 0.00 1200.00', '2 2026-03-15 120000.00 1200.00']);
});

test('a bullet loan has one row at maturity', () => {
  expect(planOf({ method: 'bullet', termMonths: 6 })).toEqual(['1 2026-07-15 120000.00 7200.00']);
});

test('quarterly interest is settled on the 20th of the last month of each quarter, due the day after, and at maturity', () => {
  const plan = planOf({ method: 'quarterly_interest', interestMode: 'actual_360' });
  expect(plan.map((row) => row.slice(2, 12))).toEqual(['2026-03-21', '2026-06-21', '2026-09-21', '2026-12-21', '2027-01-15']);
  expect(plan[0]).toBe('1 2026-03-21 0.00 2600.00'); // 65 days
});

test('quarterly interest with a first due date is due every three months from there', () => {
  expect(planOf({ method: 'quarterly_interest', firstDueOn: '2026-04-15' }).map((row) => row.slice(2, 12))).toEqual(['2026-04-15', '2026-07-15', '2026-10-15', '2027-01-15']);
});

test('a maturity some days off the term is kept; one that is months off is a problem', () => {
  expect(planOf({ maturesOn: '2027-01-10' }).at(-1)).toMatch(/^12 2027-01-10/);
  expect(problemsOf({ maturesOn: '2027-03-15' })).toEqual(['maturesOn term_and_maturity_differ']);
  expect(problemsOf({ maturesOn: '2026-01-15' })).toEqual(['maturesOn dates_out_of_order']);
});

test('impossible input names the field', () => {
  expect(problemsOf({ firstDueOn: '2026-01-10' })).toEqual(['firstDueOn dates_out_of_order']);
  expect(problemsOf({ firstDueOn: '2027-02-15' })).toEqual(['firstDueOn first_due_after_maturity']);
  expect(problemsOf({ penaltyMultiplier: '11' })).toEqual(['penaltyMultiplier invalid_multiplier']);
});

test('the penalty multiplier and the grace days reach the terms', () => {
  const result = resultOf({ penaltyMultiplier: '1.3', graceDays: 3 });
  expect(result.isValid && [result.terms.penaltyMultiplierE4, result.terms.graceDays]).toEqual([13_000, 3]);
});

test('whatever the dates, a valid input makes a plan that lends out exactly the principal and ends at the maturity', () => {
  const input = fc.record({
    method: fc.constantFrom('equal_installment', 'equal_principal', 'interest_only', 'quarterly_interest', 'bullet', 'flat'),
    termMonths: fc.integer({ min: 1, max: 60 }),
    month: fc.integer({ min: 1, max: 12 }), dayOfMonth: fc.integer({ min: 1, max: 28 }),
    dueDay: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
    interestMode: fc.constantFrom('monthly', 'actual_360', 'actual_365', '30e_360', 'months_days'),
  });
  fc.assert(fc.property(input, ({ month, dayOfMonth, dueDay, ...rest }) => {
    const disbursedOn = day(`2026-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);
    const result = resultOf({ ...rest, disbursedOn, ...(dueDay === undefined ? {} : { dueDay }) });
    if (!result.isValid) throw new Error(JSON.stringify(result.problems));
    const plan = buildSchedule(result.terms);
    expect(plan.reduce((sum, row) => sum + row.principalFen, 0)).toBe(12_000_000);
    expect(plan.at(-1)?.dueOn).toBe(result.terms.maturesOn);
    expect(plan.every((row, index) => row.dueOn > (plan[index - 1]?.dueOn ?? disbursedOn))).toBe(true);
  }), { numRuns: 500 });
});
