import { expect, test } from 'vitest';
import type { ImportedFile } from './mapping-draft.ts';
import { cellAddress, problemColumn, problemKey } from './problem-place.ts';

const column = (letter: string, table: 'customer' | 'loan' | null, key: string | null) => ({ index: letter.charCodeAt(0) - 65, letter, header: letter, table, key, confidence: 'certain' as const, samples: [] });
const files: ImportedFile[] = [{
  name: '台账.xlsx', format: 'xlsx',
  sheets: [{
    name: '贷款', role: 'loans', isHidden: false, rowCount: 60,
    tables: [
      { id: '台账.xlsx#贷款#1', headerRows: [1], firstRow: 2, lastRow: 20, recordCount: 19, columns: [column('A', 'customer', 'name'), column('B', 'loan', 'principal'), column('C', null, null)] },
      { id: '台账.xlsx#贷款#2', headerRows: [30], firstRow: 31, lastRow: 50, recordCount: 20, columns: [column('B', 'loan', 'disbursedOn')] },
    ],
  }],
}];
const at = (cell: string) => ({ file: '台账.xlsx', sheet: '贷款', cell });

test('an address is a column and a row; a whole sheet has none', () => {
  expect(cellAddress('AB12')).toEqual({ letter: 'AB', row: 12 });
  expect(cellAddress('')).toBeNull();
});

test('the same letter means another column in the second table of a sheet', () => {
  expect(problemColumn(files, at('B5'))?.key).toBe('principal');
  expect(problemColumn(files, at('B33'))?.key).toBe('disbursedOn');
});

test('a problem of the borrower is shown on the loan row where the borrower stands', () => {
  expect(problemKey(files, 'loan', at('A5'))).toBe('customerName');
  expect(problemKey(files, 'customer', at('A5'))).toBe('name');
});

test('a problem whose cell the row does not show is about the row', () => {
  expect(problemKey(files, 'customer', at('B5'))).toBeNull();
  expect(problemKey(files, 'loan', at('C5'))).toBeNull();
  expect(problemKey(files, 'loan', { ...at('A5'), file: '别的.xlsx' })).toBeNull();
});
