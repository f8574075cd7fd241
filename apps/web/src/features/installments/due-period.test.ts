import type { Filter } from '@loanbook/contract/list-query.ts';
import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { expect, test } from 'vitest';
import { daysOfFilters, daysOfPeriod, filtersForDays, periodOfFilters } from './due-period.ts';

function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new Error(text);
  return date;
}
const today = day('2026-02-26');

test('seven days with today cross the end of the month', () => {
  expect(daysOfPeriod('week', today)).toEqual({ from: '2026-02-26', to: '2026-03-04' });
  expect(daysOfPeriod('overdue', today)).toEqual({ from: null, to: '2026-02-25' });
});

test('choosing days asks for unpaid installments and keeps filters of other fields', () => {
  const kept: Filter = { key: 'manager', operator: 'contains', value: '周' };
  const filters = filtersForDays([{ key: 'dueOn', operator: 'from', value: '2026-01-01' }, { key: 'status', operator: 'equals', value: 'paid' }, kept], { from: today, to: today });
  expect(filters).toEqual([
    { key: 'dueOn', operator: 'from', value: '2026-02-26' }, { key: 'dueOn', operator: 'to', value: '2026-02-26' },
    { key: 'status', operator: 'in', values: ['pending', 'due_today', 'partial', 'overdue'] }, kept,
  ]);
});

test.each(['today', 'week', 'overdue'] as const)('the view of %s lights its own tab', (period) => {
  expect(periodOfFilters(filtersForDays([], daysOfPeriod(period, today)), today)).toBe(period);
});

test('yesterday’s link to “today” is a chosen day, not today', () => {
  expect(periodOfFilters(filtersForDays([], { from: day('2026-02-25'), to: day('2026-02-25') }), today)).toBe('chosen');
  expect(daysOfFilters([{ key: 'dueOn', operator: 'equals', value: '2026-02-25' }])).toEqual({ from: '2026-02-25', to: '2026-02-25' });
});
