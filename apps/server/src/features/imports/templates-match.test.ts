import type { FileReading } from '@loanbook/ledger-reader/ledger-reading.ts';
import { expect, test } from 'vitest';
import { rememberedMapping, templatesFrom, type MappingTemplate } from './templates-match.ts';

function file(name: string, headings: readonly string[], sheet = '明细'): FileReading {
  const columns = headings.map((header, index) => ({ index, letter: String.fromCharCode(65 + index), header, table: null, key: null, confidence: 'unknown' as const, samples: [] }));
  return { name, format: 'xlsx', sheets: [{ name: sheet, role: 'summary', isHidden: false, rowCount: 9, tables: [{ id: `${name}#${sheet}#1`, headerRows: [1], firstRow: 2, lastRow: 9, recordCount: 8, columns }] }] };
}

const headings = ['LoanId', 'Value', 'AmountLoan', 'PaidOnDate', 'DueDate', 'Amount', 'Amount'];
const source = file('一月.xlsx', headings);
const corrected = {
  sheets: { '一月.xlsx#明细': { role: 'repayments' as const } },
  columns: { '一月.xlsx#明细#1': { 0: { table: 'loan' as const, key: 'receiptNo' }, 2: { table: 'repayment' as const, key: 'total', unit: 'yuan' as const }, 6: null } },
};

function learnt(): MappingTemplate[] {
  return templatesFrom([source], corrected).map((template, index) => ({ ...template, templateId: `t${index}` }));
}

test('what a person decided is kept by heading, with the count of one that stands twice', () => {
  expect(learnt()).toEqual([{
    templateId: 't0', name: '一月', headings: [...headings.slice(0, 6), 'Amount #2'].toSorted(), sheetRole: 'repayments',
    decisions: { LoanId: { table: 'loan', key: 'receiptNo' }, AmountLoan: { table: 'repayment', key: 'total', unit: 'yuan' }, 'Amount #2': null },
  }]);
});

test('the next file of the source is read the same way, its columns in whatever order', () => {
  const next = file('二月.xlsx', ['DueDate', 'AmountLoan', 'LoanId', 'Value', 'Amount', 'PaidOnDate', 'Amount'], '流水');
  expect(rememberedMapping([next], learnt())).toEqual({
    templateIds: ['t0'],
    corrections: {
      sheets: { '二月.xlsx#流水': { role: 'repayments' } },
      columns: { '二月.xlsx#流水#1': { 2: { table: 'loan', key: 'receiptNo' }, 1: { table: 'repayment', key: 'total', unit: 'yuan' }, 6: null } },
    },
  });
});

test('one column more is the same source still, half of them are another', () => {
  expect(rememberedMapping([file('三月.xlsx', [...headings, 'InvestorId'])], learnt())?.templateIds).toEqual(['t0']);
  expect(rememberedMapping([file('别的.xlsx', ['LoanId', 'Value', '姓名', '电话'])], learnt())).toBeNull();
});

test('of two sources the nearer one counts', () => {
  const [first] = learnt();
  const nearer: MappingTemplate = { templateId: 'nearer', name: '另一本', headings: [...headings.slice(0, 6), 'Amount #2', 'InvestorId'].toSorted(), decisions: { Value: null }, sheetRole: null };
  expect(rememberedMapping([file('四月.xlsx', [...headings, 'InvestorId'])], first ? [first, nearer] : [])).toEqual({ templateIds: ['nearer'], corrections: { sheets: {}, columns: { '四月.xlsx#明细#1': { 1: null } } } });
});

test('tables that nobody corrected leave nothing to remember', () => {
  expect(templatesFrom([source], { sheets: {}, columns: {} })).toEqual([]);
});
