import { expect, test } from 'vitest';
import { markKey, type CellMarks, type SheetGrid } from '../decode/cell-grid.ts';
import { colourLegend, customaryColours, rowColour } from './row-colours.ts';

/** A sheet of three columns whose rows are marked as given. */
function sheetOf(marks: readonly (CellMarks | null)[]): SheetGrid {
  const marked = marks.flatMap((mark, row) => (mark ? [0, 1].map((column): [number, CellMarks] => [markKey(row, column), mark]) : []));
  return { name: '台账', isHidden: false, rows: marks.map(() => ['a', 'b', null]), merges: [], hiddenColumns: new Set(), marks: new Map(marked) };
}

test.each([
  [['黄色底为逾期；红字为诉讼；划线的已作废'], { yellow: 'overdue', red: 'in_litigation', struck: 'void' }],
  [['注：标红的是逾期客户，绿色表示已结清'], { red: 'overdue', green: 'settled' }],
  [['红色=逾期  蓝色=展期'], { red: 'overdue', blue: 'extended' }],
  [['灰色：核销', '黃色：逾期'], { grey: 'written_off', yellow: 'overdue' }],
  [['制表人：黄小明', '红石镇贷款台账'], {}],
])('the legend %j', (texts, expected) => {
  expect(Object.fromEntries(colourLegend(texts))).toEqual(expected);
});

test.each([
  ['red text', { isRed: true }, 'red'], ['struck text', { isStruck: true, isRed: true }, 'struck'], ['a yellow ground', { fillRgb: 'FFFF00' }, 'yellow'], ['a pale yellow ground', { fillRgb: 'FFF2CC' }, 'yellow'], ['a pink ground', { fillRgb: 'FFC7CE' }, 'red'],
  ['an orange ground', { fillRgb: 'FFC000' }, 'orange'], ['a green ground', { fillRgb: 'C6EFCE' }, 'green'], ['a blue ground', { fillRgb: 'DDEBF7' }, 'blue'], ['a grey ground', { fillRgb: 'D9D9D9' }, 'grey'], ['nearly white', { fillRgb: 'FAFAFA' }, null],
  ['a violet ground', { fillRgb: '9933FF' }, null], ['no colour', { fillRgb: 'zzzzzz' }, null], ['a percent format', { isPercent: true }, null],
] as const)('%s', (_what, marks, expected) => {
  expect(rowColour(sheetOf([marks]), 0, 3)).toBe(expected);
});

test('a colour in fewer than half of the filled cells marks no row', () => {
  const sheet = { ...sheetOf([{ isRed: true }]), rows: [['a', 'b', 'c', 'd', 'e']] };
  expect(rowColour(sheet, 0, 5)).toBeNull();
});

test('by custom red and yellow say overdue, but yellow on most rows is decoration', () => {
  const [red, yellow] = [{ isRed: true }, { fillRgb: 'FFFF00' }] as const;
  expect(Object.fromEntries(customaryColours(sheetOf([red, null, yellow, null, null]), [0, 1, 2, 3, 4], 3))).toEqual({ red: 'overdue', yellow: 'overdue' });
  expect(Object.fromEntries(customaryColours(sheetOf([yellow, yellow, yellow, null]), [0, 1, 2, 3], 3))).toEqual({});
  expect(customaryColours(sheetOf([null]), [0], 3).size).toBe(0);
});
