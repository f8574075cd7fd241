import { expect, test } from 'vitest';
import { inventedId, problemCells, readSheets } from './build-ledger.ts';

const head = ['借款人', '身份证号', '联系电话', '借据号', '贷款金额', '月利率(‰)', '放款日期', '到期日期', '期限(月)', '已还本金', '贷款余额', '逾期天数'];
const loan = (name: string, id: string, receiptNo: string, changes: Record<number, string | number | null> = {}): (string | number | null)[] =>
  [name, id, '16100000001', receiptNo, 10, 10, '2024.1.5', '2025.1.5', 12, 4, 6, null].map((cell, column) => (column in changes ? (changes[column] ?? null) : cell));
const captions = [['贷款台账'], ['截止日期：2024年6月30日', null, null, '单位：万元']];

test('a line becomes a customer and a loan', async () => {
  const reading = await readSheets([{ name: '台账', rows: [...captions, head, loan('赵 甲', inventedId(1), 'A1')] }]);
  expect(reading.customers).toMatchObject([{ name: '赵甲', kind: 'individual', idType: 'resident_id', idNumber: inventedId(1), mobile: '16100000001' }]);
  expect(reading.loans).toMatchObject([{ receiptNo: 'A1', customerRef: 'c1', principal: '100000.00', annualRatePct: '12.0000', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', termMonths: 12, outstandingPrincipal: '60000.00', status: 'active', source: { file: 'book.xlsx', sheet: '台账', row: 4 } }]);
  expect(reading).toMatchObject({ asOf: '2024-06-30', asOfSource: 'caption', problems: [], totals: { loans: 1, principal: '100000.00', outstanding: '60000.00', repaid: '40000.00' } });
});

test('the same ID is one customer however spelled, the same name with two IDs is two', async () => {
  const reading = await readSheets([{ name: '台账', rows: [...captions, head, loan('赵甲', inventedId(1), 'A1'), loan('赵申', ` ${inventedId(1)}`, 'A2'), loan('赵甲', inventedId(1), 'A3'), loan('钱乙', inventedId(2), 'A4'), loan('钱乙', inventedId(3), 'A5')] }]);
  expect(reading.customers.map((customer) => [customer.name, customer.idNumber])).toEqual([['赵甲', inventedId(1)], ['钱乙', inventedId(2)], ['钱乙', inventedId(3)]]);
  expect(problemCells(reading)).toEqual(['A5 duplicate']);
  expect(problemCells(reading, ['info'])).toEqual(['A7 same_name', 'A8 same_name', 'A8 conflicting_values']);
});

test('an ID that Excel cut off is reported and left out; the phone still tells who it is', async () => {
  const reading = await readSheets([{ name: '台账', rows: [...captions, head, loan('赵甲', inventedId(1), 'A1'), loan('赵甲', '4.21122E+17', 'A2'), loan('孙丙', `${inventedId(5).slice(0, 15)}000`, 'A3', { 2: '16100000009' })] }]);
  expect(reading.customers.map((customer) => [customer.name, customer.idNumber])).toEqual([['赵甲', inventedId(1)], ['孙丙', undefined]]);
  expect(problemCells(reading)).toEqual(['B5 unrecoverable_number', 'B6 unrecoverable_number']);
});

test('amounts that say their unit, and one that proves to be in another', async () => {
  const reading = await readSheets([{ name: '台账', rows: [...captions, head, loan('赵甲', inventedId(1), 'A1', { 4: '100000元' }), loan('钱乙', inventedId(2), 'A2', { 4: 100_000 }), loan('孙丙', inventedId(3), 'A3', { 4: '见合同' }), loan('李丁', inventedId(4), 'A4', { 4: '10-20万' }), loan('周戊', inventedId(5), 'A5', { 4: '壹拾万元整' })] }]);
  expect(reading.loans.map((record) => record.principal)).toEqual(['100000.00', '100000.00', undefined, undefined, '100000.00']);
  expect(problemCells(reading)).toEqual(['E5 conflicting_values', 'E6 unreadable_amount', 'E7 unreadable_amount']);
});

test('days that the term settles, and days that nothing settles', async () => {
  const reading = await readSheets([{ name: '台账', rows: [...captions, head, loan('赵甲', inventedId(1), 'A1', { 6: '3/8/2023', 7: '2024-03-08' }), loan('钱乙', inventedId(2), 'A2', { 6: '5/6/2023', 7: '5/6/2024' }), loan('孙丙', inventedId(3), 'A3', { 6: '2023.2.30', 7: '2025.1.5' }), loan('李丁', inventedId(4), 'A4', { 6: '2024.1.5', 7: '2023.1.5' })] }]);
  expect(reading.loans.map((record) => [record.disbursedOn, record.maturesOn])).toEqual([['2023-03-08', '2024-03-08'], [undefined, undefined], [undefined, '2025-01-05'], ['2024-01-05', '2023-01-05']]);
  expect(problemCells(reading)).toEqual(['G5 ambiguous_date', 'H5 ambiguous_date', 'G6 impossible_date', 'H7 date_order']);
});

test('status without a status column: balance, overdue days, red, passed maturity', async () => {
  const rows = [...captions, head, loan('赵甲', inventedId(1), 'A1', { 9: 10, 10: 0 }), loan('钱乙', inventedId(2), 'A2', { 11: '30天' }), loan('孙丙', inventedId(3), 'A3'), loan('李丁', inventedId(4), 'A4', { 6: '2023.5.1', 7: '2024.5.1' }), loan('周戊', inventedId(5), 'A5')];
  const reading = await readSheets([{ name: '台账', rows, redRows: [5] }]);
  expect(reading.loans.map((record) => record.status)).toEqual(['settled', 'overdue', 'overdue', 'overdue', 'active']);
});

test('a balance that does not fit is kept and reported, a line entered twice is taken once', async () => {
  const reading = await readSheets([{ name: '台账', rows: [...captions, head, loan('赵甲', inventedId(1), 'A1', { 10: 7 }), loan('赵甲', inventedId(1), ' a1 ', { 10: 7 }), loan('钱乙', inventedId(2), 'A2', { 9: 12, 10: -2 })] }]);
  expect(reading.loans.map((record) => record.outstandingPrincipal)).toEqual(['70000.00', '-20000.00']);
  expect(problemCells(reading)).toEqual(['D5 duplicate', 'K4 inconsistent_balance', 'K6 overpayment']);
});

test('a number used for two different loans keeps them apart', async () => {
  const reading = await readSheets([{ name: '台账', rows: [...captions, head, loan('赵甲', inventedId(1), 'A1'), loan('钱乙', inventedId(2), 'A1', { 4: 20, 6: '2024.3.1', 7: '2025.3.1', 9: 0, 10: 20 })] }]);
  expect(reading.loans.map((record) => [record.customerName, record.principal])).toEqual([['赵甲', '100000.00'], ['钱乙', '200000.00']]);
  expect(problemCells(reading)).toEqual(['D5 duplicate']);
});

test('sums that do not fit their rows and terms that are missing', async () => {
  const reading = await readSheets([{ name: '台账', rows: [...captions, head, loan('赵甲', inventedId(1), 'A1'), loan('钱乙', inventedId(2), 'A2', { 6: null, 4: null }), ['合计', null, null, null, 10, null, null, null, null, 8, 11]] }]);
  expect(problemCells(reading)).toEqual(['E5 missing_value', 'G5 missing_value', 'K6 total_mismatch']);
});

test('a sheet for each month: the latest state counts, an old copy and a list of guarantors do not', async () => {
  const month = (name: string, day: string, balance: number): { name: string; rows: (string | number | null)[][] } => ({ name, rows: [[`截止日期：${day}`, null, null, '单位：万元'], head, loan('赵甲', inventedId(1), 'A1', { 9: 10 - balance, 10: balance })] });
  const reading = await readSheets([
    month('2024年6月', '2024年6月30日', 5),
    month('2024年5月', '2024年5月31日', 7),
    { ...month('4月', '2024年4月30日', 8), hidden: true },
    { name: '担保人名单', rows: [['借款人', '担保人', '身份证号', '关系'], ['赵甲', '钱乙', inventedId(9), '亲属']] },
    { name: '汇总', rows: [['月份', '户数', '余额'], ['5月', 1, 7], ['6月', 1, 5]] },
  ]);
  expect(reading.files[0]?.sheets.map((sheet) => [sheet.name, sheet.role])).toEqual([['2024年6月', 'loans'], ['2024年5月', 'loans'], ['4月', 'old_copy'], ['担保人名单', 'ignored'], ['汇总', 'summary']]);
  expect(reading.loans.map((record) => record.outstandingPrincipal)).toEqual(['50000.00']);
  expect([reading.customers.length, reading.asOf, problemCells(reading)]).toEqual([1, '2024-06-30', []]);
});

test('a sheet for each manager and for what is settled; without numbers loans get one of ours', async () => {
  const rows = (count: number): (string | number | null)[][] => [['姓名', '身份证', '借款金额', '借款日期', '到期日', '余额'], ...Array.from({ length: count }, (_, index) => [`赵甲${'子丑寅'.charAt(index)}`, inventedId(index + 1), 5000, '2024.1.2', '2025.1.2', 4000])];
  const managers = await readSheets([{ name: '周霜降', rows: rows(1) }, { name: '陈白露', rows: rows(2).toSpliced(1, 1) }]);
  expect(managers.loans.map((record) => [record.customerName, record.manager, record.receiptNo])).toEqual([['赵甲子', '周霜降', undefined], ['赵甲丑', '陈白露', undefined]]);
  const settled = await readSheets([{ name: '已结清', rows: [['借款人', '借据号', '借款金额', '借款日期', '到期日'], ['赵甲', 'A1', 5000, '2024.1.2', '2025.1.2']] }]);
  expect(settled.loans).toMatchObject([{ status: 'settled', outstandingPrincipal: '0.00' }]);
});

test('corrections by hand overrule what was recognised', async () => {
  const rows = [['编码', '某人', '数'], ['X1', '赵甲', 5], ['X2', '钱乙', 6], ['X3', '孙丙', 7]];
  const blind = await readSheets([{ name: '表', rows }]);
  expect(blind.problems).toMatchObject([{ kind: 'schema_mismatch', cell: 'A1', severity: 'error' }]);
  const [table] = blind.files[0]?.sheets[0]?.tables ?? [];
  expect(table).toMatchObject({ id: 'book.xlsx#表#1', recordCount: 0, columns: [{ index: 0, header: '编码', key: null, samples: ['X1', 'X2', 'X3'] }, {}, {}] });
  const mapped = await readSheets([{ name: '表', rows }], { corrections: { columns: { 'book.xlsx#表#1': { 0: { table: 'loan', key: 'receiptNo' }, 1: { table: 'customer', key: 'name' }, 2: { table: 'loan', key: 'principal', unit: 'wan' } } } } });
  expect(mapped.loans).toMatchObject([{ receiptNo: 'X1', customerName: '赵甲', principal: '50000.00' }, {}, {}]);
  const ignored = await readSheets([{ name: '台账', rows: [...captions, head, loan('赵甲', inventedId(1), 'A1')] }], { corrections: { sheets: { 'book.xlsx#台账': { role: 'ignored' } } } });
  expect([ignored.loans, ignored.files[0]?.sheets[0]?.role]).toEqual([[], 'ignored']);
});

test('first and last day in one column, a 编号 that is a number of the loan, days without a year under a title with one', async () => {
  const reading = await readSheets([
    { name: '台账', rows: [['编号', '借款人', '借款金额', '起止日期', '余额'], ['DK2024001', '赵甲', 5000, '2024.1.5-2025.1.5', 4000], ['DK2024002', '钱乙', 5000, '2024.2.5至2025.2.5', 5000]] },
    { name: '2024年收款', rows: [['编号', '借款人', '收款日期', '本金', '利息'], ['DK2024001', '赵甲', '3月5日', 1000, 50]] },
  ]);
  expect(reading.loans).toMatchObject([{ receiptNo: 'DK2024001', disbursedOn: '2024-01-05', maturesOn: '2025-01-05' }, { receiptNo: 'DK2024002', maturesOn: '2025-02-05' }]);
  expect(reading.repayments).toMatchObject([{ loanRef: 'l1', paidOn: '2024-03-05' }]);
  expect(problemCells(reading)).toEqual([]);
});

test('a sheet that is the plan of one loan is read as one, and its mistakes are named', async () => {
  const installments = [1, 2, 3].map((number) => [number, `2021-08-0${number}`, 1000, 10, 990, 3000 - number * 990]);
  const reading = await readSheets([{ name: 'Schedule', rows: [['Principal', 3000, 'Number of Payments', 36], ['Annual Rate', 0.04, 'Initial Date', '2021-08-01'], [null], ['Months', 'Date', 'Payment', 'Interest', 'Principal', 'Ending Balance'], ...installments] }]);
  expect(reading.loans).toMatchObject([{ principal: '3000.00', annualRatePct: '4.0000', termMonths: 36, disbursedOn: '2021-08-01' }]);
  expect(reading.installments).toMatchObject([{ loanRef: 'l1', installmentNo: 1, dueOn: '2021-08-01', interest: '10.00', principal: '990.00' }, {}, {}]);
  expect(problemCells(reading)).toEqual(['B6 conflicting_values', 'B5 conflicting_values', 'B7 missing_value']);
});

test('several people with one phone are pointed out', async () => {
  const reading = await readSheets([{ name: '台账', rows: [...captions, head, loan('赵甲', inventedId(1), 'A1'), loan('钱乙', inventedId(2), 'A2')] }]);
  expect(reading.problems).toMatchObject([{ kind: 'conflicting_values', severity: 'info', cell: 'A5', value: '16100000001' }]);
});

test('a borrower merged over several loans, and 同上', async () => {
  const rows = [head, loan('赵甲', inventedId(1), 'A1'), loan('', '', 'A2', { 0: null, 1: null, 2: null }), loan('同上', '〃', 'A3')];
  const merges = [0, 1, 2].map((column) => ({ startRow: 1, endRow: 2, startCol: column, endCol: column }));
  const reading = await readSheets([{ name: '台账', rows, merges }]);
  expect(reading.loans.map((record) => [record.receiptNo, record.customerIdNumber])).toEqual([['A1', inventedId(1)], ['A2', inventedId(1)], ['A3', inventedId(1)]]);
  expect([reading.customers.length, problemCells(reading)]).toEqual([1, []]);
});

test('a column assigned by hand is not also taken by a heading to its left', async () => {
  const rows = [['LoanNo', 'Name', 'Amount', 'Lent', 'Issued'], ['X1', 'Zhao', 7, 5000, '2024-01-02'], ['X2', 'Qian', 8, 6000, '2024-01-03'], ['X3', 'Sun', 9, 7000, '2024-01-04']];
  const reading = await readSheets([{ name: 'export', rows }], { corrections: { columns: { 'book.xlsx#export#1': { 0: { table: 'loan', key: 'receiptNo' }, 3: { table: 'loan', key: 'principal' }, 4: { table: 'loan', key: 'disbursedOn' } } } } });
  expect(reading.loans.map((record) => [record.receiptNo, record.customerName, record.principal, record.disbursedOn])).toEqual([['X1', 'Zhao', '5000.00', '2024-01-02'], ['X2', 'Qian', '6000.00', '2024-01-03'], ['X3', 'Sun', '7000.00', '2024-01-04']]);
});
