import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { readSheets, type BuiltSheet } from '../test/build-ledger.ts';
import { readLedger } from './read-ledger.ts';

const loans = (...days: readonly string[]): BuiltSheet => ({ name: '贷款', rows: [['借据号', '借款人', '贷款金额', '放款日期'], ...days.map((day, index) => [`J${index + 1}`, `赵${index + 1}`, 1000, day])] });
const receipts = (...days: readonly string[]): BuiltSheet => ({ name: '还款', rows: [['还款日期', '借据号', '归还本金', '归还利息'], ...days.map((day) => [day, 'J1', 10, 1])] });

test.each([
  ['the month of the last payment', [loans('2024-01-05'), receipts('2024-02-05', '2024-03-05')], '2024-03-31', 'inferred'],
  ['or of a loan made after it', [loans('2024-01-05', '2024-06-05'), receipts('2024-03-05')], '2024-06-30', 'inferred'],
  ['but not of one made years later', [loans('2024-01-05', '2034-06-05'), receipts('2024-03-05')], '2024-03-31', 'inferred'],
  ['nothing without payments', [loans('2024-01-05')], null, null],
  ['the day of a caption before all', [{ ...loans('2024-01-05'), rows: [['截止日期：2023-12-31'], ...loans('2024-01-05').rows] }, receipts('2024-03-05')], '2023-12-31', 'caption'],
] as const)('the ledger stands for %s', async (_what, sheets, asOf, source) => {
  const reading = await readSheets(sheets);
  expect([reading.asOf, reading.asOfSource]).toEqual([asOf, source]);
});

test('a person’s word counts first, and must be a day', async () => {
  expect((await readSheets([loans('2024-01-05')], { asOf: '2022-02-28' })).asOf).toBe('2022-02-28');
  await expect(readSheets([loans('2024-01-05')], { asOf: '2022-02-30' })).rejects.toThrow(RangeError);
});

test.each(['截止日期', 'As of date'])('%s in one cell and the day as a date in the next say it too', async (label) => {
  const rows = [[label, 46_000], ['借据号', '借款人', '贷款金额', '放款日期'], ['J1', '赵甲', 1000, '2024-01-05']];
  const bytes = await writeXlsx({ sheets: [{ name: '贷款', rows, cells: new Map([['0,1', { style: { numFmt: 'yyyy-mm-dd' } }]]) }] });
  const reading = await readLedger([{ name: 'a.xlsx', bytes }]);
  expect([reading.asOf, reading.asOfSource, reading.loans.length]).toEqual(['2025-12-09', 'caption', 1]);
});
