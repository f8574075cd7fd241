import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import { expect, test } from 'vitest';
import type { ImportedFile } from './mapping-draft.ts';
import { markedRow, worstSeverity } from './marked-row.ts';

const files: ImportedFile[] = [{ name: 'a.xlsx', format: 'xlsx', sheets: [{ name: '1', role: 'loans', isHidden: false, rowCount: 9, tables: [{ id: 'a.xlsx#1#1', headerRows: [1], firstRow: 2, lastRow: 9, recordCount: 8, columns: [{ index: 0, letter: 'A', header: '金额', table: 'loan', key: 'principal', confidence: 'certain', samples: [] }, { index: 1, letter: 'B', header: '手机', table: 'customer', key: 'mobile', confidence: 'certain', samples: [] }] }] }] }];
const problem = (cell: string, severity: ImportProblem['severity']): ImportProblem => ({ number: 0, file: 'a.xlsx', sheet: '1', cell, kind: 'duplicate', value: '', messageZh: '', messageEn: '', severity });

test('a problem stands at its cell where the table shows it, else at the row', () => {
  const marked = markedRow(files, 'loan', ['principal'], [problem('A3', 'error'), problem('B3', 'info')]);
  expect([...marked.byKey.keys()]).toEqual(['principal']);
  expect(marked.ofRow.map((one) => one.cell)).toEqual(['B3']);
});

test('a cell with a note and an error is marked as an error', () => {
  expect(worstSeverity([problem('A3', 'info'), problem('A3', 'error')])).toBe('error');
  expect(worstSeverity([problem('A3', 'info'), problem('A3', 'warning')])).toBe('warning');
});
