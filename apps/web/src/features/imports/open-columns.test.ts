import { expect, test } from 'vitest';
import type { ImportedColumn, ImportedFile } from './mapping-draft.ts';
import { isPeriodColumn, openColumns, shownHeader } from './open-columns.ts';

const column = (header: string, confidence: ImportedColumn['confidence'], key: string | null = null): ImportedColumn => ({ index: 0, letter: 'A', header, table: key === null ? null : 'loan', key, confidence, samples: ['1'] });
const file = (role: string, columns: ImportedColumn[]): ImportedFile => ({ name: 'a.xlsx', format: 'xlsx', sheets: [{ name: '1', role, isHidden: false, rowCount: 9, tables: [{ id: 'a.xlsx#1#1', headerRows: [1], firstRow: 2, lastRow: 9, recordCount: 8, columns }] }] });

test('only columns that were not recognised ask for a decision', () => {
  const files = [file('loans', [column('放款金额', 'certain', 'principal'), column('序号', 'certain'), column('备用1', 'unknown')])];
  expect(openColumns(files).map((open) => open.column.header)).toEqual(['备用1']);
});

test('the columns of the periods are taken together and ask nothing', () => {
  expect(['第1期 / 日期', '第十二期 / 金额', '3期'].every((header) => isPeriodColumn(column(header, 'unknown')))).toBe(true);
  expect(isPeriodColumn(column('期限', 'unknown'))).toBe(false);
  expect(openColumns([file('loans+repayments', [column('第1期 / 日期', 'unknown')])])).toEqual([]);
});

test('a sheet of notes or an old copy asks nothing', () => {
  expect(openColumns([file('notes', [column('说明', 'unknown')]), file('ignored', [column('x', 'unknown')])])).toEqual([]);
});

test('a heading over two rows that says the same twice is shown once', () => {
  expect(shownHeader('序号 / 序号')).toBe('序号');
  expect(shownHeader('贷款发放情况 / 贷款金额')).toBe('贷款发放情况 / 贷款金额');
});
