import { ledgerLists, type ListName } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import { expect, test } from 'vitest';
import { cellTone } from './cell-tone.ts';

const today = '2026-03-16';

function toneOf(list: ListName, key: string, cells: Record<string, Cell>): string | undefined {
  const field = ledgerLists[list].fields.find((candidate) => candidate.key === key);
  if (field === undefined) throw new Error(`no field ${key}`);
  return cellTone(list, field, { id: '1', cells }, today);
}

test.each([
  ['2026-03-15', 'danger'], ['2026-03-16', 'warning'], ['2026-03-23', 'warning'], ['2026-03-24', undefined],
])('the next due day %s of a running loan is %s', (day, tone) => {
  expect(toneOf('loans', 'nextDueOn', { status: 'active', nextDueOn: day })).toBe(tone);
});

test('a settled loan asks for nothing any more', () => {
  expect(toneOf('loans', 'maturesOn', { status: 'settled', maturesOn: '2025-01-01' })).toBeUndefined();
  expect(toneOf('installments', 'dueOn', { status: 'paid', dueOn: '2026-03-16' })).toBeUndefined();
});

test('red is kept for what is overdue or lost', () => {
  expect(toneOf('loans', 'overdueDays', { overdueDays: 1 })).toBe('danger');
  expect(toneOf('loans', 'overdueDays', { overdueDays: 0 })).toBe('quiet');
  expect(toneOf('loans', 'overduePrincipal', { overduePrincipal: '0.00' })).toBe('quiet');
  expect(toneOf('loans', 'overduePrincipal', { overduePrincipal: '0.01' })).toBe('danger');
  expect(['normal', 'special_mention', 'substandard', 'loss'].map((value) => toneOf('loans', 'class', { class: value }))).toEqual(['good', 'warning', 'danger', 'danger']);
  expect(['active', 'overdue', 'defaulted', 'settled'].map((value) => toneOf('loans', 'status', { status: value }))).toEqual(['good', 'danger', 'strongDanger', 'quiet']);
});
