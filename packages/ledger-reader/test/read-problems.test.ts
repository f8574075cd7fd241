import { expect, test } from 'vitest';
import { inventedId, problemCells, readSheets, type BuiltSheet } from './build-ledger.ts';

const customers = (rows: BuiltSheet['rows']): BuiltSheet => ({ name: '客户', rows: [['客户编号', '姓名', '性别', '身份证号', '手机号', '职业'], ...rows] });
const loans = (rows: BuiltSheet['rows']): BuiltSheet => ({ name: '贷款', rows: [['截止日期：2024-12-31'], ['借据号', '客户编号', '借款人', '贷款金额', '放款日期', '到期日期', '期限(月)', '年利率(%)', '贷款余额', '贷款状态'], ...rows] });
const receipts = (rows: BuiltSheet['rows']): BuiltSheet => ({ name: '还款', rows: [['还款日期', '借据号', '借款人', '还本金', '还利息', '合计', '流水号'], ...rows] });
const one = ['C1', '赵甲', '男', inventedId(1), '15440590985', '农民'] as const;
const two = ['C2', '钱乙', '女', inventedId(2), '15440590986', '教师'] as const;
const loan = (changes: Readonly<Record<number, string | number | null>> = {}, number = 'J1'): (string | number | null)[] => [number, 'C1', '赵甲', 12_000, '2024-01-05', '2025-01-05', 12, 12, 12_000, '正常'].map((cell, column) => (column in changes ? (changes[column] ?? null) : cell));

async function problems(...sheets: BuiltSheet[]): Promise<string[]> {
  return problemCells(await readSheets(sheets));
}

test('a clean book has no problem', async () => {
  expect(await problems(customers([one, two]), loans([loan()]))).toEqual([]);
});

test.each([
  ['an ID kept as a number', 421_122_198_001_010_000, 'unrecoverable_number'],
  ['an ID in scientific notation', '4.21122E+17', 'unrecoverable_number'],
  ['a masked ID', '421122********0019', 'masked_value'],
  ['seventeen digits', inventedId(3).slice(0, 17), 'invalid_id'],
  ['nineteen digits', `${inventedId(3)}1`, 'invalid_id'],
  ['a letter O in the number', inventedId(3).replace('0', 'O'), 'invalid_id'],
  ['words', '见复印件', 'invalid_id'],
])('%s is reported and not guessed', async (_what, id, kind) => {
  const reading = await readSheets([customers([['C3', '孙丙', '男', id, '15440590987', '农民'], one])]);
  expect(problemCells(reading)).toEqual([`D2 ${kind}`]);
  expect(reading.customers[0]).toMatchObject({ name: '孙丙', idType: 'resident_id' });
  expect(reading.customers[0]).not.toHaveProperty('idNumber');
});

test.each([
  ['ten digits', '1544059098', 'invalid_phone'],
  ['twelve digits', '154405909855', 'invalid_phone'],
  ['stars', '154****0985', 'masked_value'],
])('a phone of %s is reported', async (_what, phone, kind) => {
  expect(await problems(customers([['C3', '孙丙', '男', inventedId(3), phone, '农民'], one]))).toEqual([`E2 ${kind}`]);
});

test('one person filed twice is one customer, with the spelling that occurs most', async () => {
  const reading = await readSheets([customers([one, ['C9', '赵贾', '男', inventedId(1), '15440590985', '农民']]), loans([loan(), loan({}, 'J2')])]);
  expect(reading.customers).toMatchObject([{ name: '赵甲', idNumber: inventedId(1) }]);
  expect(problemCells(reading)).toContain('D3 duplicate');
});

test('namesakes with different IDs stay two; a loan without number or ID of one of them is nobody’s', async () => {
  const reading = await readSheets([customers([one, ['C3', '赵甲', '男', inventedId(3), '15440590987', '农民']]), loans([loan({ 1: null })])]);
  expect(reading.customers).toHaveLength(2);
  expect(reading.loans[0]?.customerRef).toBeNull();
  expect(problemCells(reading)).toEqual(['C3 ambiguous_customer']);
});

test.each([
  ['a day that is none', { 4: '2024.2.30' }, ['E3 impossible_date'], { disbursedOn: undefined }],
  ['a due day before the first', { 5: '2023-01-05' }, ['F3 date_order'], { maturesOn: '2023-01-05' }],
  ['a day in the future', { 4: '2026-01-05', 5: '2027-01-05' }, ['E3 future_date'], {}],
  ['a month or a day', { 4: '5/6/2024', 5: null }, ['E3 ambiguous_date'], { disbursedOn: undefined }],
  ['a month or a day that the term settles', { 4: '1/5/2024' }, [], { disbursedOn: '2024-01-05' }],
  ['words for an amount', { 3: '见合同' }, ['D3 unreadable_amount'], { principal: undefined }],
  ['a range for an amount', { 3: '1-2万' }, ['D3 unreadable_amount'], { principal: undefined }],
  ['a rate above the cap', { 7: 36 }, ['H3 rate_over_cap'], { annualRatePct: '36.0000' }],
  ['a negative balance', { 8: -200 }, ['I3 overpayment'], { outstandingPrincipal: '-200.00' }],
  ['a customer nobody knows', { 1: 'C7', 2: '李丁' }, ['B3 unknown_customer'], { customerName: '李丁' }],
])('%s', async (_what, changes, expected, values) => {
  const reading = await readSheets([customers([one, two]), loans([loan(changes), loan({}, 'J2')])]);
  expect(problemCells(reading)).toEqual(expected);
  const read: Readonly<Record<string, unknown>> = { ...reading.loans[0] };
  for (const [key, value] of Object.entries(values)) expect([key, read[key]]).toEqual([key, value]);
});

test('a line entered twice is taken once', async () => {
  const reading = await readSheets([loans([loan(), loan({}, 'J2'), loan({}, 'J3'), loan({}, 'J4'), loan()])]);
  expect(reading.loans).toHaveLength(4);
  expect(problemCells(reading)).toEqual(['A7 duplicate']);
});

test.each([
  ['a loan nobody knows', ['2024-02-05', 'J9', '赵甲', 1000, 120, 1120, 'LS1'], ['B2 unknown_loan']],
  ['before the loan was made', ['2023-12-05', 'J1', '赵甲', 1000, 120, 1120, 'LS1'], ['A2 date_order']],
  ['ten years ahead', ['2034-02-05', 'J1', '赵甲', 1000, 120, 1120, 'LS1'], ['A2 future_date']],
  ['more than its parts', ['2024-02-05', 'J1', '赵甲', 1000, 120, 1220, 'LS1'], ['F2 overpayment']],
  ['less than its parts', ['2024-02-05', 'J1', '赵甲', 1000, 120, 1020, 'LS1'], ['F2 conflicting_values']],
  ['on no day', ['2024-06-32', 'J1', '赵甲', 1000, 120, 1120, 'LS1'], ['A2 impossible_date']],
])('a receipt for %s is reported', async (_what, receipt, expected) => {
  expect(await problems(loans([loan({ 8: 11_000 })]), receipts([receipt]))).toEqual(expected);
});

test('a receipt without its number is hung on the only loan of the person, and said so', async () => {
  const reading = await readSheets([loans([loan({ 8: 11_000 })]), receipts([['2024-02-05', null, '赵甲', 1000, 120, 1120, 'LS1']])]);
  expect(reading.repayments).toMatchObject([{ receiptNo: 'J1', loanRef: reading.loans[0]?.ref }]);
  expect(problemCells(reading)).toEqual(['B2 missing_value']);
});

test('one 流水号 twice is one receipt; a red line and its re-entry are three', async () => {
  const lines = [['2024-02-05', 'J1', '赵甲', 1000, 120, 1120, 'LS1'], ['2024-02-05', 'J1', '赵甲', 1000, 120, 1120, 'LS1'], ['2024-03-05', 'J1', '赵甲', 1000, 110, 1110, 'LS2'], ['2024-03-05', 'J1', '赵甲', -1000, -110, -1110, 'LS3'], ['2024-03-05', 'J1', '赵甲', 1000, 111, 1111, 'LS4']];
  const reading = await readSheets([loans([loan({ 8: 10_000 })]), receipts(lines)]);
  expect(reading.repayments.map(({ total, reversed }) => [total, reversed])).toEqual([['1120.00', undefined], ['1110.00', undefined], ['-1110.00', true], ['1111.00', undefined]]);
  expect(problemCells(reading)).toEqual(['G3 duplicate']);
  expect(reading.totals.repaid).toBe('2231.00');
});

const managerSheet = (name: string, numbers: readonly string[]): BuiltSheet => ({ name, rows: [['借据号', '借款人', '贷款金额', '放款日期', '到期日期', '余额'], ...numbers.map((number) => [number, `赵${number.slice(1)}`, 10_000, '2024-01-05', '2025-01-05', 5000])] });

test('a loan filed with two managers is one loan and is reported; a sheet that repeats another is a view of it', async () => {
  const twice = await readSheets([managerSheet('周霜降', ['J1', 'J2', 'J3', 'J4', 'J5']), managerSheet('陈白露', ['J6', 'J7', 'J8', 'J3', 'J9'])]);
  expect([twice.loans.length, problemCells(twice)]).toEqual([9, ['A5 duplicate']]);
  const view = await readSheets([managerSheet('全部', ['J1', 'J2', 'J3', 'J4', 'J5']), managerSheet('农户', ['J1', 'J2', 'J3'])]);
  expect([view.loans.length, problemCells(view)]).toEqual([5, []]);
});

test('a month whose balance does not follow from what was owed, lent and repaid', async () => {
  const line = (number: string, ...figures: readonly number[]): (string | number)[] => [number, `赵${number}`, '2023-01-05', ...figures];
  const rows = [['借据号', '借款人', '放款日期', '上月余额', '本月发放', '本月收回', '本月利息', '月末余额'], line('J1', 10_000, 0, 1000, 90, 9000), line('J2', 5000, 0, 500, 45, 4500), line('J3', 0, 6000, 0, 0, 6000), line('J4', 8000, 0, 800, 70, 7000)];
  expect(await problems({ name: '3月', rows })).toEqual(['H5 inconsistent_balance']);
});
