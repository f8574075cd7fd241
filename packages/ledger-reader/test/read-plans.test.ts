import { expect, test } from 'vitest';
import { problemCells, readSheets, type BuiltSheet } from './build-ledger.ts';

const loans: BuiltSheet = { name: '借据', rows: [['统计截止：2024-06-30'], ['借据号', '借款人', '贷款金额', '放款日期', '到期日期', '期限(月)', '还款方式', '年利率'], ['J1', '赵甲', 12_000, '2024-01-05', '2025-01-05', 12, '等额本金', '12%'], ['J2', '钱乙', 6000, '2024-01-06', '2024-07-06', 6, '利随本清', '12%']] };
const plan = (rows: BuiltSheet['rows'], heading: readonly string[] = ['借据号', '期次', '应还日期', '应还本金', '应还利息', '应还合计', '还款状态']): BuiltSheet => ({ name: '还款计划', rows: [heading, ...rows] });

test('a plan with its state, and an instalment of a loan nobody knows', async () => {
  const reading = await readSheets([loans, plan([['J1', 1, '2024-02-05', 1000, 120, 1120, '已还'], ['J1', 2, '2024-03-05', 1000, 110, 1110, '未还'], ['J1', '第3期', '2024-04-05', 1000, 100, 1100.02, '逾期'], ['J1', 4, '2024-05-05', 1000, 90, 1200, null], ['J9', 1, '2024-02-05', 1, 1, 2, '已还']])]);
  expect(reading.installments).toMatchObject([
    { receiptNo: 'J1', installmentNo: 1, dueOn: '2024-02-05', principal: '1000.00', interest: '120.00', total: '1120.00', status: 'paid', loanRef: 'l1' },
    { installmentNo: 2, status: 'unpaid' }, { installmentNo: 3, status: 'unpaid' }, { installmentNo: 4 }, { loanRef: null },
  ]);
  // The list ends with the fourth instalment although the fifth is due.
  expect(problemCells(reading).toSorted()).toEqual(['A3 missing_value', 'A6 unknown_loan', 'F5 conflicting_values']);
  expect(problemCells(reading, ['info'])).toContain('F4 conflicting_values');
});

test('what is due and unpaid makes arrears and their days', async () => {
  const reading = await readSheets([loans, { name: '欠款明细', rows: [['借据号', '期次', '应还日期', '欠还本金', '欠还利息', '欠还本息'], ['J1', 5, '2024-06-05', 1000, 80, 1080], ['J1', 4, '2024-05-05', 1000, 90, 1090], ['J1', 7, '2024-08-05', 1000, 60, 1060]] }]);
  expect(reading.loans[0]).toMatchObject({ overdueDays: 56, overduePrincipal: '2000.00', overdueInterest: '170.00' });
});

test('instalments that are neither paid nor owed are missed, once for each loan', async () => {
  const paid: BuiltSheet = { name: '还款', rows: [['借据号', '期次', '还款日期', '本金', '利息'], ['J1', 1, '2024-02-05', 1000, 120], ['J1', 3, '2024-04-05', 1000, 100]] };
  const owed: BuiltSheet = { name: '欠款', rows: [['借据号', '期次', '应还日期', '欠还本金', '欠还利息', '欠还本息'], ['J1', 5, '2024-06-05', 1000, 80, 1080]] };
  const reading = await readSheets([loans, paid, owed]);
  expect(reading.problems.filter((problem) => problem.kind === 'missing_value')).toMatchObject([{ sheet: '借据', cell: 'A3', value: '2,4', severity: 'warning' }]);
});

const single = (rows: BuiltSheet['rows'], terms: BuiltSheet['rows'] = [['贷款金额', 12_000, null, '年利率', '12%'], ['放款日期', '2024-01-05', null, '期数', 3]]): BuiltSheet => ({ name: '还款计划表', rows: [['还款计划表'], ...terms, ['期次', '应还日期', '应还本金', '应还利息', '应还本息'], ...rows] });

test('a sheet that is the plan of one loan', async () => {
  const reading = await readSheets([single([[1, '2024-02-05', 4000, 120, 4120], [2, '2024-03-05', 4000, 80, 4080], [3, '2024-04-05', 4000, 40, 4040]])]);
  expect(reading.loans).toMatchObject([{ principal: '12000.00', annualRatePct: '12.0000', disbursedOn: '2024-01-05', termMonths: 3 }]);
  expect([reading.installments.length, problemCells(reading)]).toEqual([3, []]);
});

test.each([
  ['days instead of months', [[1, '2024-01-06', 4000, 120, 4120], [2, '2024-01-07', 4000, 80, 4080], [3, '2024-01-08', 4000, 40, 4040]], 'B6 conflicting_values'],
  ['the first on the day of the loan', [[1, '2024-01-05', 4000, 120, 4120], [2, '2024-02-05', 4000, 80, 4080], [3, '2024-03-05', 4000, 40, 4040]], 'B5 conflicting_values'],
  ['one too few', [[1, '2024-02-05', 6000, 120, 6120], [2, '2024-03-05', 6000, 60, 6060]], 'B6 missing_value'],
])('a plan with %s is reported', async (_what, rows, expected) => {
  expect(problemCells(await readSheets([single(rows)]))).toContain(expected);
});
