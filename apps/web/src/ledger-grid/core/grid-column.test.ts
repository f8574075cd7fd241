import { expect, test } from 'vitest';
import { nextSort } from './grid-column.ts';

test('clicking a header sorts upward, clicking it again the other way round', () => {
  const up = nextSort(undefined, 'principal');
  const down = nextSort(up, 'principal');
  expect([up, down, nextSort(down, 'principal')]).toEqual([{ key: 'principal', direction: 'asc' }, { key: 'principal', direction: 'desc' }, { key: 'principal', direction: 'asc' }]);
});

test('another header starts upward again', () => {
  expect(nextSort({ key: 'principal', direction: 'desc' }, 'disbursedOn')).toEqual({ key: 'disbursedOn', direction: 'asc' });
});
