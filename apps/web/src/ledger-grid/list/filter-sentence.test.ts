import { loanFields } from '@loanbook/contract/fields/loan-fields.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import { expect, test } from 'vitest';
import { filterChips } from './filter-sentence.ts';

const chipTexts = (filters: readonly Filter[], language: 'zh' | 'en'): string[] => filterChips(filters, loanFields, language).map(({ label, text }) => `${label}|${text}`);

test('filters read as sentences, one for each field', () => {
  const filters: readonly Filter[] = [
    { key: 'status', operator: 'in', values: ['overdue', 'defaulted'] },
    { key: 'principal', operator: 'from', value: '10000.00' },
    { key: 'principal', operator: 'to', value: '50000.00' },
    { key: 'disbursedOn', operator: 'from', value: '2026-01-01' },
    { key: 'customerName', operator: 'contains', value: '云帆' },
  ];
  expect(chipTexts(filters, 'zh')).toEqual(['状态|逾期、违约', '放款金额|10,000.00 ~ 50,000.00', '放款日期|2026-01-01 起', '借款人|含“云帆”']);
  expect(chipTexts(filters, 'en')).toEqual(['Status|Overdue, Defaulted', 'Amount lent|10,000.00 ~ 50,000.00', 'Disbursed on|from 2026-01-01', 'Borrower|contains “云帆”']);
});

test('both bounds on one day are that day; an open bound says which side', () => {
  expect(chipTexts([{ key: 'maturesOn', operator: 'from', value: '2026-03-01' }, { key: 'maturesOn', operator: 'to', value: '2026-03-01' }], 'zh')).toEqual(['到期日期|2026-03-01']);
  expect(chipTexts([{ key: 'overdueDays', operator: 'to', value: '90' }], 'zh')).toEqual(['逾期天数|不大于 90']);
  expect(chipTexts([{ key: 'nextDueOn', operator: 'empty' }], 'en')).toEqual(['Next due on|is empty']);
});

test('a link to one customer’s rows says so without a number nobody can read', () => {
  expect(chipTexts([{ key: 'customerId', operator: 'equals', value: '00000000-0000-4000-8000-000000000001' }], 'zh')).toEqual(['|仅一位客户']);
});
