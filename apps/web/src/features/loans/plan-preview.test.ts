import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { expect, test } from 'vitest';
import { termsInputOf, type NewLoanValues } from './new-loan-values.ts';
import { planPreview } from './plan-preview.ts';

const terms: NewLoanValues['terms'] = {
  method: 'equal_installment', principal: '50000', annualRatePct: '18', interestMode: 'monthly', penaltyMultiplier: '1.5', graceDays: 0,
  disbursedOn: '2026-01-15', termMonths: 24, maturesOn: '2028-01-15', firstDueOn: '2026-02-15', dueDay: 15,
};

test('the preview discloses the rates of the worked example: 50 000.00 at 18 % in 24 installments', () => {
  const input = termsInputOf(terms);
  if (input === null) throw new Error('the terms are complete');
  const preview = planPreview(input, '24.0000');
  expect(preview).toMatchObject({ isValid: true, isAboveCap: false, rates: { irrAnnualPct: '18.0000', eirPct: '19.5619' } });
  expect(preview.isValid && preview.rows).toHaveLength(24);
  expect(preview.isValid && preview.rows.at(-1)?.dueOn).toBe(parseCivilDate('2028-01-15'));
});

test('flat interest that looks cheap is above the cap once disclosed', () => {
  const input = termsInputOf({ ...terms, method: 'flat', annualRatePct: '14' });
  if (input === null) throw new Error('the terms are complete');
  expect(planPreview(input, '24.0000')).toMatchObject({ isValid: true, isAboveCap: true });
  expect(planPreview(input, null)).toMatchObject({ isValid: true, isAboveCap: false });
});

test('terms that contradict each other are named by their field', () => {
  const input = termsInputOf({ ...terms, maturesOn: '2030-01-15' });
  if (input === null) throw new Error('the terms are complete');
  const preview = planPreview(input, null);
  expect(preview.isValid || preview.problems.map((problem) => problem.path)).toEqual(['maturesOn']);
});

test('an unfinished form has no terms yet', () => {
  expect(termsInputOf({ ...terms, principal: '' })).toBeNull();
  expect(termsInputOf({ ...terms, disbursedOn: null })).toBeNull();
});

test('a bullet loan is not held to a due day typed for another method', () => {
  const input = termsInputOf({ ...terms, method: 'bullet', dueDay: 5, firstDueOn: '2026-02-05' });
  if (input === null) throw new Error('the terms are complete');
  const preview = planPreview(input, null);
  expect(preview.isValid && preview.rows.map((row) => row.dueOn)).toEqual(['2028-01-15']);
});
