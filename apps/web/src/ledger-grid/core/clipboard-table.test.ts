import { expect, test } from 'vitest';
import { clipboardTable } from './clipboard-table.ts';
import { selectCell } from './cell-selection.ts';
import type { GridColumn } from './grid-column.ts';

interface Row { readonly name: string; readonly principal: string }

const column = (key: string, title: string, text: (row: Row) => string, isTextInSpreadsheet: boolean): GridColumn<Row> => ({
  key, title, widthPx: 100, align: 'left', look: 'text', isSortable: false, isShown: true, isTextInSpreadsheet, text, copiedText: text,
});
const columns = [column('name', '借款人', (row) => row.name, true), column('principal', '放款金额', (row) => row.principal, false)];
const rows = [{ name: '云帆商行', principal: '120000.00' }, { name: '带"引号"\n和换行', principal: '5.00' }, { name: '<b>&', principal: '' }];

test('a range is copied with its titles, one row a line', () => {
  const copied = clipboardTable({ anchor: { row: 1, column: 1 }, focus: { row: 0, column: 0 } }, rows, columns);
  expect(copied.plainText).toBe('借款人\t放款金额\r\n云帆商行\t120000.00\r\n"带""引号""\n和换行"\t5.00');
  expect(copied.rowCount).toBe(2);
});

test('a single cell is copied bare', () => {
  expect(clipboardTable(selectCell({ row: 0, column: 1 }), rows, columns).plainText).toBe('120000.00');
});

test('texts keep their digits in a spreadsheet, amounts stay numbers, markup stays text', () => {
  const { html } = clipboardTable({ anchor: { row: 2, column: 0 }, focus: { row: 2, column: 1 } }, rows, columns);
  expect(html).toContain(`<td style="mso-number-format:'\\@'">&lt;b&gt;&amp;</td><td></td>`);
});
