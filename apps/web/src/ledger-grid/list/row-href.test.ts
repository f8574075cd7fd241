import { expect, test } from 'vitest';
import { repaymentHref, rowHref } from './row-href.ts';

test('a row opens the page it hangs on', () => {
  expect(rowHref('customers', { id: 'c1', cells: {} })).toBe('/customers/c1');
  expect(rowHref('loans', { id: 'l1', cells: {} })).toBe('/loans/l1');
  expect(rowHref('overdue', { id: 'x', loanId: 'l1', cells: {} })).toBe('/loans/l1');
  expect(rowHref('installments', { id: 'l1.3', loanId: 'l1', cells: {} })).toBe('/loans/l1');
  expect(rowHref('repayments', { id: 'r1', cells: {} })).toBeNull();
});

test('collecting opens the loan with its repayment form', () => {
  expect(repaymentHref('l1')).toBe('/loans/l1#repay');
});
