import { loanTermsInputSchema } from '@loanbook/contract/features/loans.ts';
import { loanTermsFromInput } from '@loanbook/contract/loan-terms-input.ts';
import { expect, test } from 'vitest';
import { agreedConditions } from './agreed-conditions.ts';

function conditionsOf(changes: Record<string, unknown>): string[] {
  const result = loanTermsFromInput(loanTermsInputSchema.parse({ method: 'equal_installment', principal: '120000', annualRatePct: '12', termMonths: 12, disbursedOn: '2026-01-15', ...changes }));
  if (!result.isValid) throw new Error(JSON.stringify(result.problems));
  return agreedConditions(result.terms, 'zh').map(({ key, value }) => `${key} ${value}`);
}

test('the usual loan says nothing of further conditions', () => {
  expect(conditionsOf({})).toEqual([]);
  expect(conditionsOf({ method: 'quarterly_interest' })).toEqual([]);
});

test('what was agreed otherwise is said in the words of the form', () => {
  expect(conditionsOf({ cycle: 'quarter', interestOnlyPeriods: 2, compound: 'none', allocation: 'interest_first', upfrontFee: '300' }))
    .toEqual(['cycle 每季', 'interestOnlyPeriods 2', 'upfrontFee 300.00', 'compound 不计复利', 'allocation 逐期：费用、利息、本金、罚息、复利']);
  expect(conditionsOf({ cycle: 'week', graceDays: 3, graceRule: 'excess' })).toEqual(['cycleDays 7', 'graceRule 只对超过宽限期的天数计罚息']);
  expect(conditionsOf({ method: 'progressive', stepRatioPct: '2', stepEvery: 6 })).toEqual(['stepRatioPct 2.0000%', 'stepEvery 6']);
});
