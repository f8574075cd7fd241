import { loansRoutes } from '@loanbook/contract/features/loans.ts';
import { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { inputProblems } from './input-problems.ts';

function problemsOf(schema: z.ZodType, body: unknown): ReturnType<typeof inputProblems> {
  const parsed = schema.safeParse(body);
  return parsed.success ? [] : inputProblems(parsed.error);
}

const terms = { method: 'equal_installment', principal: '10000.00', annualRatePct: '12', termMonths: 12, disbursedOn: '2026-03-16' };
const loan = { customerId: '00000000-0000-7000-8000-000000000001', terms, facts: {} };

test.each<[string, unknown, { path: string; code: string; zh: string; en: string }]>([
  ['an amount of zero', { principal: '0.00' }, { path: 'terms.principal', code: 'amount_not_positive', zh: '放款金额：必须大于零。', en: 'Amount lent must be more than zero.' }],
  ['three decimals', { principal: '1.005' }, { path: 'terms.principal', code: 'invalid_amount', zh: '放款金额：金额应写成“1234.50”这样的数字，最多两位小数。', en: 'Amount lent must be an amount such as 1234.50 with at most two decimals.' }],
  ['a day that is none', { disbursedOn: '2026-02-29' }, { path: 'terms.disbursedOn', code: 'invalid_date', zh: '放款日期：应为真实的日期，写成 YYYY-MM-DD。', en: 'Disbursed on must be a real date written YYYY-MM-DD.' }],
  ['an unknown method', { method: 'magic' }, { path: 'terms.method', code: 'not_a_choice', zh: '还款方式：不在可选范围内。', en: 'Method is not one of the choices.' }],
  ['a term of nothing', { termMonths: 0 }, { path: 'terms.termMonths', code: 'too_small', zh: '期限(月)：不能小于 1。', en: 'Term (months) must be at least 1.' }],
  ['a term of a thousand months', { termMonths: 1000 }, { path: 'terms.termMonths', code: 'too_big', zh: '期限(月)：不能大于 600。', en: 'Term (months) must be at most 600.' }],
  ['a missing rate', { annualRatePct: undefined }, { path: 'terms.annualRatePct', code: 'required', zh: '年利率(%)：必须填写，且格式正确。', en: 'Annual rate (%) is required in the right form.' }],
])('%s is told by the field and in both languages', (_, change, problem) => {
  expect(problemsOf(loansRoutes.create.body, { ...loan, terms: { ...terms, ...Object(change) } })).toContainEqual(problem);
});

test('inside a batch the row is named', () => {
  const repayment = { loanId: loan.customerId, amount: '1.00', paidOn: '2026-03-16', channel: 'cash' };
  const problems = problemsOf(repaymentsRoutes.postBatch.body, { repayments: [repayment, { ...repayment, amount: 'ten' }] });
  expect(problems[0]).toMatchObject({ path: 'repayments.1.amount', zh: '金额：金额应写成“1234.50”这样的数字，最多两位小数。' });
});

test('an unknown field is named, its value is not', () => {
  const problems = problemsOf(loansRoutes.create.body, { ...loan, idNumber: '11010519900307123X' });
  expect(problems).toEqual([{ path: 'idNumber', code: 'unknown_field', zh: '证件号码：不是可填写的项目。', en: 'ID number is not a known field.' }]);
});
