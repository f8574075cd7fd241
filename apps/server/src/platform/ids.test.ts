import { expect, test } from 'vitest';
import { isId, newId } from './ids.ts';

test('an id is a version 7 UUID that begins with its time', () => {
  const id = newId(new Date(0x0123456789ab));
  expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(isId(id)).toBe(true);
});

test('ids grow with time and do not repeat', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => newId(new Date(1_700_000_000_000 + index)));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(Array.from({ length: 1000 }, () => newId(new Date(0)))).size).toBe(1000);
});

test('anything else is no id', () => {
  for (const text of ['', '7', 'null', "'; --", '0189ABCD-0000-7000-8000-000000000000', '0189abcd00007000800000000000000']) expect(isId(text)).toBe(false);
});
