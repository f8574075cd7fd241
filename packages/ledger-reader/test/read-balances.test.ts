import { expect, test } from 'vitest';
import { problemCells, readSheets, type BuiltSheet } from './build-ledger.ts';

type Line = readonly (string | number | null)[];
const loans = (...rows: readonly Line[]): BuiltSheet => ({ name: '贷款', rows: [['截止日期：2024-12-31'], ['借据号', '借款人', '贷款金额', '放款日期', '到期日期', '贷款余额', '贷款状态'], ...rows] });
const loan = (number: string, balance: number | string | null, principal = 12_000, status: string | null = null): Line => [number, `赵${number}`, principal, '2024-01-05', '2025-01-05', balance, status];
const receipts = (...rows: readonly Line[]): BuiltSheet => ({ name: '还款', rows: [['还款日期', '借据号', '归还本金', '归还利息', '流水号'], ...rows.map((row, index) => [...row, `LS${index}`])] });

test('balances are computed where the ledger has no column for them', async () => {
  const bare: BuiltSheet = { name: '贷款', rows: [['借据号', '借款人', '贷款金额', '放款日期', '到期日期'], ['J1', '赵甲', 12_000, '2024-01-05', '2025-01-05'], ['J2', '钱乙', 6000, '2024-01-05', '2025-01-05'], ['J3', '孙丙', 1000, '2024-01-05', '2025-01-05'], ['J4', '李丁', 1000, '2024-01-05', '2025-01-05']] };
  const reading = await readSheets([bare, receipts(['2024-02-05', 'J1', 2000, 120], ['2024-02-06', 'J3', 999.99, 1], ['2024-02-06', 'J4', 1200, 1])]);
  expect(reading.loans.map(({ outstandingPrincipal, status }) => [outstandingPrincipal, status])).toEqual([['10000.00', 'active'], ['6000.00', 'active'], ['0.01', 'active'], ['-200.00', 'settled']]);
  expect(problemCells(reading, ['info'])).toContain('C4 inconsistent_balance');
});

test('a balance column that nobody kept gives way to the receipts, once said', async () => {
  const numbers = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6'];
  const reading = await readSheets([loans(...numbers.map((number) => loan(number, 12_000, 12_000, '正常'))), receipts(...numbers.map((number): Line => ['2024-02-05', number, number === 'J6' ? 12_000.01 : 2000, 100]))]);
  expect(reading.loans.map(({ outstandingPrincipal }) => outstandingPrincipal)).toEqual(['10000.00', '10000.00', '10000.00', '10000.00', '10000.00', '-0.01']);
  expect(problemCells(reading)).toEqual(['F3 inconsistent_balance']);
});

test('where the receipts explain most balances, the one they do not explain is reported', async () => {
  const numbers = ['J1', 'J2', 'J3', 'J4'];
  const reading = await readSheets([loans(...numbers.map((number) => loan(number, number === 'J4' ? 9000 : 10_000))), receipts(...numbers.map((number): Line => ['2024-02-05', number, 2000, 100]))]);
  expect(problemCells(reading)).toEqual(['F6 inconsistent_balance']);
  expect(reading.loans[3]).toMatchObject({ outstandingPrincipal: '9000.00' });
});

test('a running balance that slips is reported where it slips', async () => {
  const reading = await readSheets([loans(loan('J1', 9000)), { name: '还款', rows: [['还款日期', '借据号', '归还本金', '归还利息', '贷款余额'], ['2024-02-05', 'J1', 1000, 10, 11_000], ['2024-03-05', 'J1', 1000, 10, 10_500], ['2024-04-05', 'J1', 1000, 10, 9000]] }]);
  expect(problemCells(reading)).toEqual(['E3 inconsistent_balance']);
});

test.each([
  ['a negative balance', loan('J1', -500), 'F3 overpayment', 'settled'],
  ['a balance above the principal', loan('J1', 15_000), 'F3 inconsistent_balance', 'active'],
])('%s', async (_what, line, problem, status) => {
  const reading = await readSheets([loans(line)]);
  expect([problemCells(reading), reading.loans[0]?.status]).toEqual([[problem], status]);
});

test.each([
  ['等本等息', 3, 9000, []], ['等本等息', 3, 8000, ['H2 inconsistent_balance']], ['等本等息', 12, 0, []], ['等额本息', 3, 8000, []],
])('%s with %d instalments paid and %d left', async (method, paid, balance, expected) => {
  const reading = await readSheets([{ name: '分期', rows: [['合同号', '客户', '分期金额', '办理日期', '分期期数', '还款方式', '已还期数', '剩余本金'], ['H1', '赵甲', 12_000, '2024-01-05', 12, method, paid, balance]] }]);
  expect(problemCells(reading)).toEqual(expected);
});

test('a word for a state decides before the figures, and a settled loan without a balance owes nothing', async () => {
  const reading = await readSheets([loans(loan('J1', null, 12_000, '已结清'), loan('J2', 5000, 12_000, '展期'), loan('J3', 5000, 12_000, '诉讼中'), loan('J4', 5000, 12_000, '已核销'), loan('J5', '已结清'))]);
  expect(reading.loans.map(({ outstandingPrincipal, status, flags }) => [outstandingPrincipal, status, flags])).toEqual([
    ['0.00', 'settled', undefined], ['5000.00', 'active', ['extended']], ['5000.00', 'active', ['in_litigation']], ['5000.00', 'written_off', undefined], ['0.00', 'settled', undefined],
  ]);
});

test('a day in the future, a receipt from before the loan, a borrower who is a child', async () => {
  const reading = await readSheets([{ name: '贷款', rows: [['截止日期：2024-12-31'], ['借据号', '借款人', '出生日期', '贷款金额', '放款日期', '到期日期'], ['J1', '赵甲', '1980-01-01', 1000, '2026-01-05', '2027-01-05'], ['J2', '钱乙', '2010-01-01', 1000, '2024-01-05', '2025-01-05']] }, receipts(['2023-12-05', 'J2', 100, 1], ['2025-02-05', 'J2', 100, 1], ['2035-02-05', 'J2', 100, 1])]);
  expect(problemCells(reading).toSorted()).toEqual(['A2 date_order', 'A3 future_date', 'A4 future_date', 'E3 future_date']);
  expect(problemCells(reading, ['info'])).toContain('E4 conflicting_values');
  expect(reading.repayments.map(({ paidOn }) => paidOn)).toEqual(['2023-12-05', '2025-02-05', undefined]);
});
