import { expect, test } from 'vitest';
import { isSingleCell, moveSelection, rangeOf, selectAll, selectCell } from './cell-selection.ts';

const size = { rows: 5, columns: 4 };
const down = { rowStep: 1, columnStep: 0, isExtending: false };

test('the first key selects the first cell', () => {
  expect(moveSelection(null, down, size)).toEqual(selectCell({ row: 0, column: 0 }));
});

test('a step moves the selected cell and stops at every edge', () => {
  expect(moveSelection(selectCell({ row: 1, column: 2 }), down, size)?.focus).toEqual({ row: 2, column: 2 });
  expect(moveSelection(selectCell({ row: 4, column: 3 }), { rowStep: 9, columnStep: 9, isExtending: false }, size)?.focus).toEqual({ row: 4, column: 3 });
  expect(moveSelection(selectCell({ row: 0, column: 0 }), { rowStep: -1, columnStep: -1, isExtending: false }, size)?.focus).toEqual({ row: 0, column: 0 });
});

test('extending keeps the anchor, and the range reads the same in both directions', () => {
  const extended = moveSelection(selectCell({ row: 3, column: 2 }), { rowStep: -2, columnStep: -1, isExtending: true }, size);
  expect(extended && rangeOf(extended)).toEqual({ firstRow: 1, lastRow: 3, firstColumn: 1, lastColumn: 2 });
  expect(extended && isSingleCell(extended)).toBe(false);
});

test('an empty list has nothing to select', () => {
  expect(moveSelection(null, down, { rows: 0, columns: 4 })).toBeNull();
  expect(selectAll({ rows: 0, columns: 4 })).toBeNull();
});

test('everything loaded can be selected at once', () => {
  const all = selectAll(size);
  expect(all && rangeOf(all)).toEqual({ firstRow: 0, lastRow: 4, firstColumn: 0, lastColumn: 3 });
});
