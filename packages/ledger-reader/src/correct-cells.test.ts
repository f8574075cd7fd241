import { expect, test } from 'vitest';
import { readLedger } from './read-ledger.ts';

const headings = ['借款人', '借据号', '放款金额(元)', '年利率(%)', '放款日期', '到期日期', '贷款余额(元)'];
const lines = [['甲立春', 'JJ-1', '120000', '12', '2025-02-30', '2026-09-15', '70000'], ['乙雨水', 'JJ-2', '约6万', '12', '2025-03-10', '2026-02-10', '60000'], ['丙惊蛰', 'JJ-3', '50000', '12', '2025-03-11', '2026-02-11', '50000']];
const bytes = new TextEncoder().encode([headings, ...lines].map((line) => line.join(',')).join('\n'));

test('a retyped cell is read instead of what stood there, and its problem is gone', async () => {
  const before = await readLedger([{ name: 'a.csv', bytes }], { asOf: '2026-01-31' });
  expect(before.problems.map((problem) => problem.cell)).toContain('E2');
  const after = await readLedger([{ name: 'a.csv', bytes }], { asOf: '2026-01-31', corrections: { cells: { 'a.csv#csv': { E2: '2025-02-28', C3: '60000' } } } });
  expect(after.problems.filter((problem) => ['E2', 'C3'].includes(problem.cell))).toEqual([]);
  expect(after.loans.map((loan) => [loan.disbursedOn, loan.principal])).toEqual([['2025-02-28', '120000.00'], ['2025-03-10', '60000.00'], ['2025-03-11', '50000.00']]);
});

test('an emptied cell is empty; a cell that is not there and another file stay out of it', async () => {
  const cells = { 'a.csv#csv': { G2: '', ZZZZ9: 'x', H99: 'x' }, 'b.csv#csv': { A2: '丁春分' } };
  const reading = await readLedger([{ name: 'a.csv', bytes }], { asOf: '2026-01-31', corrections: { cells } });
  expect(reading.loans.map((loan) => [loan.customerName, loan.outstandingPrincipal])).toEqual([['甲立春', undefined], ['乙雨水', '60000.00'], ['丙惊蛰', '50000.00']]);
});
