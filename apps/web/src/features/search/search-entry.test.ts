import { expect, test } from 'vitest';
import { steppedIndex } from './search-entry.ts';

test.each([[0, 1, 3, 1], [2, 1, 3, 0], [0, -1, 3, 2], [0, 1, 0, 0]])('from entry %i by %i of %i the arrow leads to %i', (index, step, count, expected) => {
  expect(steppedIndex(index, step, count)).toBe(expected);
});
