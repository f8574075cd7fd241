import { expect, test } from 'vitest';
import { importedField, importableFields, isImportedMoney } from './importable-fields.ts';

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
  expect(isImportedMoney('loan', 'principal')).toBe(true);
  expect(isImportedMoney('loan', 'annualRatePct')).toBe(false);
  expect(isImportedMoney('loan', 'unheard of')).toBe(false);
  expect(importedField('installment', 'contractNo')?.zh).toBe('合同编号');
});
