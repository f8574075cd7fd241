import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import { expect, test } from 'vitest';
import { splitFilters } from './private-filters.ts';

test('what was typed about a person stays out of the address; amounts, dates, choices and officers may stand in it', () => {
  const filters: readonly Filter[] = [
    { key: 'name', operator: 'contains', value: '沈静' },
    { key: 'idNumber', operator: 'equals', value: '1234' },
    { key: 'mobile', operator: 'equals', value: '5678' },
    { key: 'employer', operator: 'contains', value: '某厂' },
    { key: 'annualIncome', operator: 'from', value: '100000.00' },
    { key: 'openedOn', operator: 'to', value: '2026-01-31' },
    { key: 'kind', operator: 'in', values: ['farmer'] },
    { key: 'manager', operator: 'contains', value: '周' },
    { key: 'customerId', operator: 'equals', value: '00000000-0000-4000-8000-000000000001' },
  ];
  const { open, hidden } = splitFilters(filters, customerFields);
  expect(hidden.map((filter) => filter.key)).toEqual(['name', 'idNumber', 'mobile', 'employer']);
  expect(open.map((filter) => filter.key)).toEqual(['annualIncome', 'openedOn', 'kind', 'manager', 'customerId']);
});
