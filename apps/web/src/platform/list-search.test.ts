import { expect, test } from 'vitest';
import { listSearchFrom, listSearchSchema, listViewFrom } from './list-search.ts';

test('a view survives the way into the address and back', () => {
  const view = { filters: [{ key: 'status', operator: 'in' as const, values: ['overdue'] }], sort: { key: 'overdueDays', direction: 'desc' as const }, search: '王' };
  expect(listViewFrom(listSearchSchema.parse(listSearchFrom(view)))).toEqual(view);
  expect(listSearchFrom({ filters: [] })).toEqual({});
});

test('an address that somebody mangled still opens the list', () => {
  const search = listSearchSchema.parse({ filters: [{ key: 'status', operator: 'like' }], sort: 'desc', search: ['x'] });
  expect(listViewFrom(search)).toEqual({ filters: [] });
});
