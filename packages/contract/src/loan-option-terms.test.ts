import { formatYuan } from '@loanbook/engine/money.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { expect, test } from 'vitest';
import { loanTermsInputSchema } from './features/loans.ts';
import { loanTermsFromInput } from './loan-terms-input.ts';

type RawInput = Record<string, unknown>;

const usual: RawInput = { method: 'equal_installment', principal: '120000.00', annualRatePct: '12', termMonths: 12, disbursedOn: '2026-01-15' };

function resultOf(changes: RawInput) {
  return loanTermsFromInput(loanTermsInputSchema.parse({ ...usual, ...changes }));
}

function termsOf(changes: RawInput): LoanTerms {
  const result = resultOf(changes);
  if (!result.isValid) throw new Error(JSON.stringify(result.problems));
  return result.terms;
}

function planOf(changes: RawInput): string[] {
  return buildSchedule(termsOf(changes)).map((row) => `${row.dueOn} ${formatYuan(row.principalFen)} ${formatYuan(row.interestFen)}`);
}

function problemsOf(changes: RawInput): string[] {
  const result = resultOf(changes);
  return result.isValid ? [] : result.problems.map((one) => `${one.path} ${one.code}`);
}

test('interest first by the quarter, half-year or year pays a quarter, half or whole year of interest', () => {
  expect(planOf({ method: 'interest_only', cycle: 'quarter' })).toEqual(['2026-04-15 0.00 3600.00', '2026-07-15 0.00 3600.00', '2026-10-15 0.00 3600.00', '2027-01-15 120000.00 3600.00']);
  expect(planOf({ method: 'interest_only', cycle: 'half_year' })).toEqual(['2026-07-15 0.00 7200.00', '2027-01-15 120000.00 7200.00']);
  expect(planOf({ method: 'interest_only', cycle: 'year' })).toEqual(['2027-01-15 120000.00 14400.00']);
});

test('weekly rows bear interest for seven days over 360, the last one up to the maturity', () => {
  const plan = planOf({ method: 'equal_principal', cycle: 'week', termMonths: 1 });
  expect(plan).toEqual(['2026-01-22 24000.00 280.00', '2026-01-29 24000.00 224.00', '2026-02-05 24000.00 168.00', '2026-02-12 24000.00 112.00', '2026-02-15 24000.00 24.00']);
});

test('rows every so many days need the number of days', () => {
  expect(planOf({ method: 'interest_only', cycle: 'days', cycleDays: 30, termMonths: 2 }).map((row) => row.slice(0, 10))).toEqual(['2026-02-14', '2026-03-15']);
  expect(problemsOf({ cycle: 'days' })).toEqual(['cycleDays option_required']);
});

test('month ends are due days that do not drift', () => {
  expect(planOf({ dueRule: 'month_end', disbursedOn: '2026-01-31', termMonths: 3, method: 'interest_only' }).map((row) => row.slice(0, 10))).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
});

test('interest settled on the 20th of each month is due the day after', () => {
  const plan = planOf({ method: 'interest_only', dueRule: 'settlement_day', dueDay: 20, interestMode: 'actual_360', termMonths: 2 });
  expect(plan).toEqual(['2026-01-21 0.00 240.00', '2026-02-21 0.00 1240.00', '2026-03-15 120000.00 880.00']);
});

test('the first row is counted as chosen', () => {
  const first = (firstPeriodRule: string): string | undefined => planOf({ method: 'interest_only', dueDay: 20, firstPeriodRule })[0];
  expect(first('full_period')).toBe('2026-02-20 0.00 1200.00');
  expect(first('months_days')).toBe('2026-02-20 0.00 1400.00');
  expect(first('actual_days_360')).toBe('2026-02-20 0.00 1440.00');
});

test('leading rows pay interest only, the rest repays everything', () => {
  const plan = planOf({ interestOnlyPeriods: 6 });
  expect(plan.slice(0, 6).every((row) => row.endsWith(' 0.00 1200.00'))).toBe(true);
  expect(plan[6]).toBe('2026-08-15 19505.80 1200.00');
  expect(problemsOf({ interestOnlyPeriods: 12 })).toEqual(['interestOnlyPeriods plan_does_not_amortise']);
});

test('a balloon loan is repaid as if it ran longer, or down to a residual', () => {
  const longer = planOf({ method: 'balloon', principal: '500000.00', annualRatePct: '5.5', termMonths: 36, amortizationPeriods: 120 });
  expect(longer.at(-1)).toBe('2029-01-15 381291.80 1747.59');
  expect(planOf({ method: 'balloon', residual: '60000' }).at(-1)).toBe('2027-01-15 65278.12 652.78');
  expect(problemsOf({ method: 'balloon' })).toEqual(['amortizationPeriods balloon_missing']);
  expect(problemsOf({ method: 'balloon', residual: '120000' })).toEqual(['residual residual_not_below_principal']);
});

test('progressive installments grow by a share or an amount', () => {
  const totals = (changes: RawInput): string[] => buildSchedule(termsOf({ annualRatePct: '6', termMonths: 24, method: 'progressive', ...changes })).map((row) => formatYuan(row.totalFen));
  expect([totals({ stepRatioPct: '2' })[0], totals({ stepRatioPct: '2' })[12]]).toEqual(['5267.38', '5372.72']);
  const byAmount = totals({ stepKind: 'amount', stepAmount: '100', stepEvery: 6 });
  expect(Number(byAmount[6]) - Number(byAmount[5])).toBe(100);
  expect(problemsOf({ method: 'progressive' })).toEqual(['stepRatioPct option_required']);
  expect(problemsOf({ method: 'progressive', stepKind: 'amount' })).toEqual(['stepAmount option_required']);
});

test('own rows are taken as they are, and must sum to the amount and end on the maturity', () => {
  const rows = [{ dueOn: '2026-06-15', principal: '20000' }, { dueOn: '2027-01-15', principal: '100000' }];
  expect(planOf({ method: 'custom', customRows: rows, interestMode: 'actual_360' })).toEqual(['2026-06-15 20000.00 6040.00', '2027-01-15 100000.00 7133.33']);
  expect(problemsOf({ method: 'custom' })).toEqual(['customRows rows_missing']);
  expect(problemsOf({ method: 'custom', customRows: rows.slice(0, 1) })).toEqual(['customRows rows_end_elsewhere']);
  expect(problemsOf({ method: 'custom', customRows: rows.toReversed() })).toEqual(['customRows rows_out_of_order']);
  expect(problemsOf({ method: 'custom', customRows: rows.slice(1) })).toEqual(['customRows rows_sum_differs']);
});

test('a revolving loan may settle its interest on a day', () => {
  expect(termsOf({ method: 'revolving', dueRule: 'settlement_day', dueDay: 20 })).toMatchObject({ revolvingSettlement: 'settlement_day', dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 }, interestMode: 'actual_360' });
});

test('how debts are counted and used reaches the terms', () => {
  expect(termsOf({ compound: 'none', penaltyBasis: '365', graceRule: 'excess', rounding: 'down', prepaymentInterest: 'portion', mostTermMonths: 60, upfrontFee: '1200', allocation: 'principal_first', nplAllocation: 'costs_first' })).toMatchObject({
    isCompoundCharged: false, basisDays: 365, isGraceRetroactive: false, rounding: 'down', prepaymentInterest: 'portion', mostTermMonths: 60, upfrontFeeFen: 120_000,
    allocation: { order: ['fee', 'principal', 'interest', 'penalty', 'compound'], mode: 'horizontal' }, nplAllocation: { order: ['fee', 'compound', 'penalty', 'interest', 'principal'], mode: 'horizontal' },
  });
  expect(termsOf({ compound: 'contract_rate', allocation: 'costs_first_vertical' })).toMatchObject({ isCompoundCharged: true, compoundRate: 'contract', allocation: { mode: 'vertical' } });
  expect(problemsOf({ upfrontFee: '120000' })).toEqual(['upfrontFee fee_not_below_principal']);
});

test('what is left open is as it always was', () => {
  const open = { cycle: null, dueRule: null, firstPeriodRule: null, rounding: null, allocation: null, compound: null, graceRule: null, penaltyBasis: null, upfrontFee: null, customRows: null };
  expect(termsOf(open)).toEqual(termsOf({}));
});
