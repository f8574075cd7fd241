import { expect, test } from 'vitest';
import { leftOutGroups, tieDifference, totalLines, type LeftOutLine, type Totals } from './report-lines.ts';

const totals = (count: number, sum: string): Totals => ({ customers: count, loans: count, repayments: count, principal: sum, outstanding: sum, repaid: sum });

test('what was there and what was written add up, to the fen', () => {
  const lines = totalLines({ before: totals(3, '100.10'), written: totals(2, '0.95') });
  expect(lines.find((line) => line.key === 'loans')).toEqual({ key: 'loans', isMoney: false, before: '3', written: '2', after: '5' });
  expect(lines.find((line) => line.key === 'outstanding')?.after).toBe('101.05');
});

test('where loans of the book changed too, the change is what lies between before and after', () => {
  const lines = totalLines({ before: totals(3, '100.10'), written: totals(1, '5.00'), after: totals(4, '95.10') });
  expect(lines.find((line) => line.key === 'outstanding')).toMatchObject({ before: '100.10', written: '-5.00', after: '95.10' });
});

test('a tie differs by what the book has more than the paper', () => {
  expect(tieDifference({ paper: '1000.00', book: '999.30' })).toBe('-0.70');
  expect(tieDifference({ paper: '132', book: '131' })).toBe('-1');
});

test('lines left out are told by reason, the most frequent first', () => {
  const line = (table: LeftOutLine['table'], reason: LeftOutLine['reason'], row: number): LeftOutLine => ({ table, reason, source: { file: 'a.xlsx', sheet: '1', row } });
  const groups = leftOutGroups([line('loan', 'principal_unknown', 4), line('repayment', 'loan_unknown', 5), line('repayment', 'loan_unknown', 9)]);
  expect(groups.map((group) => [group.table, group.reason, group.lines.map((one) => one.source.row)])).toEqual([['repayment', 'loan_unknown', [5, 9]], ['loan', 'principal_unknown', [4]]]);
});
