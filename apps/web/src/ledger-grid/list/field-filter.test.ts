import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import { ledgerLists, listNames } from '@loanbook/contract/fields/ledger-lists.ts';
import { loanFields } from '@loanbook/contract/fields/loan-fields.ts';
import { listViewSchema, type Filter } from '@loanbook/contract/list-query.ts';
import { expect, test } from 'vitest';
import { boundFromTyping, chosenRange, chosenText, chosenValues, filterByChoices, filterByRange, filterByText, filterShape, withFieldFilters } from './field-filter.ts';

function field(fields: readonly Field[], key: string): Field {
  const found = fields.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no field ${key}`);
  return found;
}

test('a field is asked for as its type calls for', () => {
  const shapes = ['status', 'principal', 'disbursedOn', 'customerName', 'overdueDays', 'note'].map((key) => filterShape(field(loanFields, key)));
  expect(shapes).toEqual(['choices', 'range', 'range', 'part', 'range', null]);
  expect(filterShape(field(customerFields, 'blacklisted'))).toBe('yes_no');
});

test('sealed fields are found by their whole value only', () => {
  expect(filterShape(field(customerFields, 'idNumber'))).toBe('exact');
  expect(filterByText('idNumber', ' 1234 ', 'exact')).toEqual([{ key: 'idNumber', operator: 'equals', value: '1234' }]);
});

test.each(listNames)('every filter offered by %s makes a view that the contract takes', (name) => {
  const filters = ledgerLists[name].fields.flatMap((candidate): readonly Filter[] => {
    switch (filterShape(candidate)) {
      case 'choices': return filterByChoices(candidate.key, (candidate.choices ?? []).map((choice) => choice.value));
      case 'yes_no': return [{ key: candidate.key, operator: 'equals', value: 'true' }];
      case 'range': return filterByRange(candidate.key, { from: '1', to: '2' });
      case 'part': return filterByText(candidate.key, '城东', 'part');
      case 'exact': return filterByText(candidate.key, '1234', 'exact');
      default: return [];
    }
  });
  expect(listViewSchema.safeParse({ filters: filters.slice(0, 30) }).success).toBe(true);
});

test('what a link says is what the inputs show', () => {
  const filters: readonly Filter[] = [
    { key: 'status', operator: 'equals', value: 'overdue' },
    { key: 'principal', operator: 'from', value: '1000.00' },
    { key: 'disbursedOn', operator: 'equals', value: '2026-01-31' },
    { key: 'customerName', operator: 'contains', value: '云帆' },
  ];
  expect(chosenValues(filters, 'status')).toEqual(['overdue']);
  expect(chosenRange(filters, 'principal')).toEqual({ from: '1000.00', to: '' });
  expect(chosenRange(filters, 'disbursedOn')).toEqual({ from: '2026-01-31', to: '2026-01-31' });
  expect(chosenText(filters, 'customerName')).toBe('云帆');
});

test('changing one field leaves the others, and nothing chosen is no filter', () => {
  const filters: readonly Filter[] = [{ key: 'status', operator: 'in', values: ['overdue'] }, { key: 'manager', operator: 'contains', value: '周' }];
  expect(withFieldFilters(filters, 'status', filterByChoices('status', []))).toEqual([filters[1]]);
  expect(filterByRange('principal', { from: '', to: '' })).toEqual([]);
  expect(filterByText('manager', '  ', 'part')).toEqual([]);
});

test.each([
  ['principal', '1,200', '1200.00'], ['principal', '￥１２００元', '1200.00'], ['principal', 'abc', null], ['principal', '1.234', null],
  ['annualRatePct', '12%', '12'], ['overdueDays', '30', '30'], ['overdueDays', '3.5', null],
  ['disbursedOn', '2026-01-31', '2026-01-31'], ['disbursedOn', '2026-02-30', null], ['principal', '', ''],
])('a bound for %s typed as “%s” is read as %s', (key, typed, bound) => {
  expect(boundFromTyping(field(loanFields, key), typed)).toBe(bound);
});
