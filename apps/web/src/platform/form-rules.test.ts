import { customerFactsSchema } from '@loanbook/contract/features/customers.ts';
import { userNameSchema } from '@loanbook/contract/features/session.ts';
import { positiveYuanText } from '@loanbook/contract/values.ts';
import { expect, test } from 'vitest';
import { ApiError } from './api-error.ts';
import { fieldPath, markProblems, valueProblem } from './form-rules.ts';

test('a value is held against the contract’s schema, in the person’s words', () => {
  expect(valueProblem(positiveYuanText, '12,5', 'zh')).toContain('金额');
  expect(valueProblem(positiveYuanText, '0', 'en')).toContain('more than zero');
  expect(valueProblem(positiveYuanText, '12.50', 'zh')).toBeNull();
  expect(valueProblem(userNameSchema, '王芳', 'zh')).toContain('小写字母');
});

test('empty is a problem only where something is required', () => {
  expect(valueProblem(customerFactsSchema.shape.name, '', 'zh')).toBe('必须填写');
  expect(valueProblem(customerFactsSchema.shape.mobile, '', 'zh')).toBeNull();
  expect(valueProblem(customerFactsSchema.shape.openedOn, undefined, 'en')).toBeNull();
});

test('the server’s problems land on their fields, inside lists too', () => {
  expect(fieldPath('repayments.3.amount')).toEqual(['repayments', 3, 'amount']);
  const marked: unknown[] = [];
  const form = { setFields: (fields: unknown[]) => marked.push(...fields), scrollToField: () => undefined, getFieldInstance: () => undefined };
  const error = new ApiError({ code: 'invalid_input', zh: '填写有误', en: 'Not valid', isRetryable: false, details: {}, problems: [{ path: 'name', code: 'required', zh: '姓名：必须填写。', en: 'Name is required.' }] });
  expect(markProblems(form, error, 'en')).toBe(true);
  expect(marked).toEqual([{ name: ['name'], errors: ['Name is required.'] }]);
  expect(markProblems(form, new Error('bug'), 'en')).toBe(false);
});
