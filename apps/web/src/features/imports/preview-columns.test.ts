import { expect, test } from 'vitest';
import type { ImportedFile } from './mapping-draft.ts';
import { previewKeys } from './preview-columns.ts';

const files: ImportedFile[] = [{ name: 'a.xlsx', format: 'xlsx', sheets: [{ name: '1', role: 'loans', isHidden: false, rowCount: 3, tables: [{ id: 'a.xlsx#1#1', headerRows: [1], firstRow: 2, lastRow: 3, recordCount: 2, columns: [{ index: 0, letter: 'A', header: '用途', table: 'loan', key: 'purpose', confidence: 'certain', samples: [] }] }] }] }];

test('what names a loan and its sums stands first, links of our own are not shown', () => {
  expect(previewKeys('loan', [], [{ cells: { note: '', customerRef: 'c1', principal: '1.00', receiptNo: 'A1', customerName: '王立春' } }])).toEqual(['receiptNo', 'customerName', 'principal', 'note']);
});

test('a recognised column is shown even where this page of rows leaves it empty', () => {
  expect(previewKeys('loan', files, [{ cells: { receiptNo: 'A1' } }])).toEqual(['receiptNo', 'purpose']);
});
