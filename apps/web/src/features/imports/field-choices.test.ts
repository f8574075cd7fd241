import { expect, test } from 'vitest';
import { fieldOf, importableFields, isMoneyField } from './field-choices.ts';

test('a column can be read into facts, never into what the book works out itself', () => {
  const loanKeys = importableFields('loan').map((field) => field.key);
  expect(loanKeys).toEqual(expect.arrayContaining(['receiptNo', 'principal', 'outstandingPrincipal', 'extendedTo']));
  expect(loanKeys).not.toContain('nextDueOn');
  expect(importableFields('repayment').map((field) => field.key)).not.toContain('credit');
});

test.each(['customer', 'loan', 'repayment', 'installment'] as const)('no key of %s is offered twice', (table) => {
  const keys = importableFields(table).map((field) => field.key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('only money has a unit of yuan or ten thousand', () => {
  expect(isMoneyField('loan', 'principal')).toBe(true);
  expect(isMoneyField('loan', 'annualRatePct')).toBe(false);
  expect(isMoneyField('loan', 'unheard of')).toBe(false);
  expect(fieldOf('installment', 'contractNo')?.zh).toBe('合同编号');
});
