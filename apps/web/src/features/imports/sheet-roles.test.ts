import { expect, test } from 'vitest';
import { roleChoices, roleName } from './sheet-roles.ts';

const words = (key: string): string => ({ role_loans: '放款台账', role_repayments: '还款台账' })[key] ?? key;

test('a sheet with two things on each line is named by both', () => {
  expect(roleName('loans+repayments', words)).toBe('放款台账 + 还款台账');
  expect(roleName('loans+guarantors', words)).toBe('放款台账 + guarantors');
});

test('the role a sheet has is always among the choices, once', () => {
  expect(roleChoices('loans').filter((role) => role === 'loans')).toHaveLength(1);
  expect(roleChoices('customers+overdue')).toContain('customers+overdue');
  expect(roleChoices('loans').at(-1)).toBe('ignored');
});
