import type { SavedView } from '@loanbook/contract/features/views.ts';
import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import { expect, test } from 'vitest';
import { contentOf, hasChanged } from './view-content.ts';

const overdue = { key: 'status', operator: 'equals', value: 'overdue' } as const;
const large = { key: 'principal', operator: 'from', value: '100000.00' } as const;
const named = { key: 'customerName', operator: 'contains', value: '张三' } as const;
const saved: SavedView = { id: 'v', list: 'loans', name: '逾期大额', ownerName: '王经理', isOwn: true, isShared: false, defaultRoles: [], version: 1, content: { filters: [overdue, large] } };

test('what was typed to find somebody is not kept in a view', () => {
  expect(contentOf(ledgerLists.loans, { view: { filters: [overdue, named], search: '张三' }, groupBy: undefined }, null)).toEqual({ filters: [overdue] });
});

test('the order in which filters were set is no change, and neither is a search or a name', () => {
  expect(hasChanged(ledgerLists.loans, saved, { view: { filters: [large, overdue, named], search: '张' }, groupBy: undefined }, false)).toBe(false);
});

test.each([
  ['another filter', { view: { filters: [overdue] }, groupBy: undefined }, false],
  ['another order', { view: { filters: [overdue, large], sort: { key: 'principal', direction: 'asc' as const } }, groupBy: undefined }, false],
  ['grouping', { view: { filters: [overdue, large] }, groupBy: 'manager' }, false],
  ['other columns', { view: { filters: [overdue, large] }, groupBy: undefined }, true],
])('%s is a change', (_what, view, hasOwnColumns) => {
  expect(hasChanged(ledgerLists.loans, saved, view, hasOwnColumns)).toBe(true);
});
