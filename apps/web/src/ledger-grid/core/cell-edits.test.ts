import { expect, test } from 'vitest';
import { fillDownEdits, fillSeriesEdits, pasteEdits, rangeEdits } from './cell-edits.ts';
import type { CellRange } from './cell-selection.ts';

const size = { rows: 10, columns: 4 };
const range = (firstRow: number, firstColumn: number, lastRow = firstRow, lastColumn = firstColumn): CellRange => ({ firstRow, lastRow, firstColumn, lastColumn });

test('a block is put at the corner of the range, and what has no place is counted', () => {
  const pasted = pasteEdits([['a', 'b', 'c'], ['d']], range(9, 2), size);
  expect(pasted).toEqual({ edits: [{ row: 9, column: 2, text: 'a' }, { row: 9, column: 3, text: 'b' }], columnsBeyond: 1, rowsBeyond: 1 });
});

test('one value fills the range', () => {
  expect(pasteEdits([['x']], range(0, 0, 1, 1), size).edits).toHaveLength(4);
  expect(rangeEdits(range(2, 1, 3, 1), '')).toEqual([{ row: 2, column: 1, text: '' }, { row: 3, column: 1, text: '' }]);
});

test('filling down copies the first row, and a single row takes the one above', () => {
  const textAt = (row: number, column: number): string => `${row}:${column}`;
  expect(fillDownEdits(range(1, 0, 3, 0), textAt)).toEqual([{ row: 2, column: 0, text: '1:0' }, { row: 3, column: 0, text: '1:0' }]);
  expect(fillDownEdits(range(1, 0), textAt)).toEqual([{ row: 1, column: 0, text: '0:0' }]);
  expect(fillDownEdits(range(0, 0), textAt)).toEqual([]);
});

test.each<readonly [what: string, texts: readonly string[], next: readonly string[]]>([
  ['one value is copied', ['2026-01-31'], ['2026-01-31', '2026-01-31']],
  ['days go on in their step', ['2026-02-27', '2026-02-28'], ['2026-03-01', '2026-03-02']],
  ['numbers go on in their step', ['1', '3'], ['5', '7']],
  ['amounts keep their fen', ['0.10', '0.30'], ['0.50', '0.70']],
  ['texts repeat', ['甲', '乙'], ['甲', '乙']],
  ['numbers without a step repeat', ['1', '2', '4'], ['1', '2']],
  ['an ID number is a text', ['110101199003070001', '110101199003070002'], ['110101199003070001', '110101199003070002']],
])('the fill handle: %s', (_what, texts, next) => {
  const edits = fillSeriesEdits(range(0, 0, texts.length - 1), texts.length + 1, (row) => texts[row] ?? '');
  expect(edits.map(({ text }) => text)).toEqual(next);
});
