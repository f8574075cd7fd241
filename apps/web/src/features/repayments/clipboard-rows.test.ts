import { expect, test } from 'vitest';
import { clipboardRows } from './clipboard-rows.ts';

test('a block from a spreadsheet becomes rows of cells, without a row for the last line break', () => {
  expect(clipboardRows('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']]);
});

test('line breaks, tabs and doubled quotes inside a quoted cell stay in the cell', () => {
  expect(clipboardRows('"王\n建国"\t100\n"a ""b"" c"\t"x\ty"')).toEqual([['王\n建国', '100'], ['a "b" c', 'x\ty']]);
});

test('a quote inside an unquoted cell is a character like any other', () => {
  expect(clipboardRows('6" 管\t1')).toEqual([['6" 管', '1']]);
});

test('empty cells keep their place', () => {
  expect(clipboardRows('a\t\tc\n\t\t')).toEqual([['a', '', 'c'], ['', '', '']]);
});
