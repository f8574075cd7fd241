import { expect, test } from 'vitest';
import { ledgerReadingToJson } from '../src/ledger-reading-to-json.ts';
import { readLedger } from '../src/read-ledger.ts';
import { inventedId, problemCells, readSheets, readText } from './build-ledger.ts';

const loans = { name: '贷款台账', rows: [['借据号', '借款人', '贷款金额', '放款日期', '到期日期', '贷款余额', '五级分类'], ['A1', '赵甲', 10_000, '2024-01-05', '2025-01-05', 8000, '正常'], ['A2', '钱乙', 5000, '2024-01-06', '2025-01-06', 5000, '正常'], ['A3', '钱乙', 6000, '2024-01-07', '2025-01-07', 6000, '关注']] };
const head = ['还款日期', '借据号', '借款人', '期次', '还本金', '还利息', '罚息', '合计', '还款方式', '流水号', '备注'];

test('receipts hang on their loans however the number is written', async () => {
  const reading = await readSheets([loans, { name: '还款台账', rows: [head, ['2024.2.5', ' a1', '赵甲', '第1期', 1000, 50, '-', 1050, '微信', 'L1', null], ['2024.3.5', 'Ａ１', '赵甲', '2/12', 1000, 45, 3, 1048, '银行代扣', 'L2', null]] }]);
  expect(reading.repayments).toMatchObject([{ loanRef: 'l1', receiptNo: 'A1', installmentNo: 1, paidOn: '2024-02-05', principal: '1000.00', interest: '50.00', total: '1050.00', channel: 'wechat' }, { loanRef: 'l1', receiptNo: 'A1', installmentNo: 2, penalty: '3.00', channel: 'direct_debit' }]);
  expect(problemCells(reading)).toEqual([]);
});

test('a receipt without a number is hung on the only loan of the person, never on one of two', async () => {
  const reading = await readSheets([loans, { name: '还款台账', rows: [head, ['2024.2.5', null, '赵甲', 1, 1000, 50, 0, 1050, '现金', 'L1', null], ['2024.2.6', null, '钱乙', 1, 100, 5, 0, 105, '现金', 'L2', null], ['2024.2.7', 'A9', '钱乙', 1, 100, 5, 0, 105, '现金', 'L3', null]] }]);
  expect(reading.repayments.map((record) => record.loanRef)).toEqual(['l1', null, null]);
  expect(problemCells(reading).slice(0, 3)).toEqual(['B2 missing_value', 'B3 missing_value', 'B4 unknown_loan']);
});

test('entered twice, totals that differ, days before the loan or ahead of the ledger', async () => {
  const reading = await readSheets([loans, { name: '还款台账', rows: [head, ['2024.2.5', 'A1', '赵甲', 1, 1000, 50, 0, 1050, '现金', 'L1', null], ['2024-2-5', 'A1', '赵甲', 1, 1000, 50, 0, 1050, '转账', 'L1', null], ['2024.3.5', 'A1', '赵甲', 2, 1000, 45, 0, 1145, '现金', 'L2', '多转100元'], ['2023.3.5', 'A2', '钱乙', 1, 0, 45, 0, 40, '现金', 'L3', null], ['2041.3.5', 'A2', '钱乙', 2, 0, 45, 0, 45, '现金', 'L4', null]] }], { asOf: '2024-03-31' });
  expect(reading.repayments).toHaveLength(4);
  expect(reading.repayments.at(-1)?.paidOn).toBeUndefined();
  expect(problemCells(reading)).toEqual(['J3 duplicate', 'H4 overpayment', 'H5 conflicting_values', 'A5 date_order', 'A6 future_date']);
});

test('red ink is a reversal of its own; a flagged line keeps its figures and counts for nothing', async () => {
  const red = await readSheets([loans, { name: '还款台账', rows: [head, ['2024.2.5', 'A1', '赵甲', 1, 1000, 50, 0, 1050, '现金', 'L1', null], ['2024.2.6', 'A1', '赵甲', 1, -1000, '-50.00', 0, '(1050)', '现金', 'L2', '红字冲销'], ['2024.2.6', 'A1', '赵甲', 1, 2000, 50, 0, 2050, '现金', 'L3', '重记']] }]);
  expect(red.repayments.map((record) => [record.total, record.reversed])).toEqual([['1050.00', undefined], ['-1050.00', true], ['2050.00', undefined]]);
  expect([red.totals.repaid, problemCells(red)]).toEqual(['2050.00', []]);
  const flagged = await readText(['Account No;Customer Name;Loan Amount;Disbursement Date;Maturity Date;Transaction Date;Principal Paid;Interest Paid;Total;Balance;Reversed', '0071;Zhao Jia;5000.00;2024-01-05;2025-01-05;2024-02-05;1000.00;50.00;1050.00;4000.00;N', '0071;Zhao Jia;5000.00;2024-01-05;2025-01-05;2024-02-06;1000.00;50.00;1050.00;4000.00;Y'].join('\r\n'));
  expect(flagged.loans).toMatchObject([{ receiptNo: '0071', principal: '5000.00', outstandingPrincipal: '4000.00' }]);
  expect([flagged.repayments.map((record) => record.reversed), flagged.totals.repaid, problemCells(flagged)]).toEqual([[undefined, true], '1050.00', []]);
});

test('an export that repeats the loan on each receipt: last state, running balance, best-written ID', async () => {
  const line = (day: string, id: string, repaid: number, balance: number): string => `${day},="0021",赵甲,="${id}",10000.00,20240105,20250105,${repaid},50.00,${repaid + 50}.00,${balance}`;
  const reading = await readText(['截止日期:20240630,单位:元', '交易日期,借据号,客户名称,证件号码,贷款金额,放款日期,到期日期,本次还本,本次还息,合计,贷款余额', line('20240205', '4.21122E+17', 1000, 9000), line('20240305', inventedId(1), 1000, 8000), line('20240405', inventedId(1), 1000, 6000), '本页小计,,,,,,,3000,150,3150,'].join('\n'));
  expect(reading.loans).toMatchObject([{ receiptNo: '0021', customerIdNumber: inventedId(1), outstandingPrincipal: '6000.00', status: 'active' }]);
  expect(reading.customers).toHaveLength(1);
  expect(problemCells(reading)).toEqual(['K5 inconsistent_balance']);
});

test('instalments in columns: days without a year, unpaid marks, penalties in brackets', async () => {
  const reading = await readSheets([{
    name: '分期',
    rows: [
      ['还款方式：等本等息', null, null, null, '单位：元', null, '统计截止：2024-12-31'],
      ['合同编号', '姓名', '分期金额', '期数', '放款日', '月费率', '第1期', null, '第2期', null, '第3期', null, '已还期数', '剩余本金'],
      [null, null, null, null, null, null, '日期', '金额', '日期', '金额', '日期', '金额', null, null],
      ['F1', '赵甲', 3000, 3, '2024-09-20', '1%', '10月20日', 1030, '11.20', '1035(含滞纳金5)', null, '未还', 2, 1000],
    ],
    merges: [6, 8, 10].map((column) => ({ startRow: 1, endRow: 1, startCol: column, endCol: column + 1 })),
  }]);
  expect(reading.loans).toMatchObject([{ contractNo: 'F1', method: 'flat', annualRatePct: '12.0000', termMonths: 3, outstandingPrincipal: '1000.00', status: 'overdue' }]);
  expect(reading.repayments).toMatchObject([{ installmentNo: 1, paidOn: '2024-10-20', total: '1030.00' }, { installmentNo: 2, paidOn: '2024-11-20', total: '1035.00', penalty: '5.00' }]);
  expect(problemCells(reading)).toEqual([]);
});

test('overdue lists complete their loans and may contradict them', async () => {
  const reading = await readSheets([loans, { name: '逾期台账', rows: [['逾期贷款台账（截至2024年6月30日）'], ['借据号', '借款人', '逾期天数', '逾期本金', '逾期利息', '五级分类'], ['A2', '钱乙', '25天', 500, 30, '次级'], ['A7', '孙丙', 3, 1, 1, '关注']] }]);
  expect(reading.loans[1]).toMatchObject({ overdueDays: 25, overduePrincipal: '500.00', overdueInterest: '30.00', status: 'overdue', class: 'normal' });
  expect(problemCells(reading)).toEqual(['F3 conflicting_values', 'A4 unknown_loan']);
});

test('contracts, 借据 numbered inside them and their history are read together; a stale balance is not believed', async () => {
  const contracts = Array.from({ length: 6 }, (_, index) => `H${index}`);
  const file = (name: string, lines: readonly string[]): { name: string; bytes: Uint8Array } => ({ name, bytes: new TextEncoder().encode(lines.join('\n')) });
  const reading = await readLedger([
    file('customers.txt', ['客户编号,客户姓名,证件号码,客户性别,职业', `001,赵甲,${inventedId(1)},0,1`]),
    file('contracts.txt', ['客户编号,协议编号,贷款金额,担保方式,生效日期,到期日期', ...contracts.map((contract) => `001,${contract},3000,0,2018-01-31,2018-07-31`)]),
    file('notes.txt', ['协议编号,借据编号,借据金额,剩余本金,还款方式,期限,生效日期,到期日期', ...contracts.map((contract) => `${contract},101,3000,3000,0,6,2018-01-31,2018-07-31`)]),
    file('paid.txt', ['协议编号,借据编号,还款期数,还款日期,实还利息,实还本金,还款金额', ...contracts.map((contract) => `${contract},101,1,2018-02-28,30,500,530`)]),
    file('unpaid.txt', ['协议编号,借据编号,还款期数,应还日期,欠还利息,欠还本金,欠还本息', 'H0,101,2,2018-03-31,25,500,525']),
    file('dict.txt', ['a_b,还款方式,0-等额本金', 'c_d,担保方式,0-信用', 'e_f,客户性别,0-男']),
  ], { asOf: '2018-04-15' });
  expect(reading.customers).toMatchObject([{ customerNo: '001', gender: 'male' }]);
  expect(reading.loans[0]).toMatchObject({ contractNo: 'H0', receiptNo: '101', customerRef: 'c1', contractAmount: '3000.00', method: 'equal_principal', guarantee: 'credit', outstandingPrincipal: '2500.00', overdueDays: 15, overduePrincipal: '500.00', overdueInterest: '25.00', status: 'overdue' });
  expect(reading.installments).toMatchObject([{ loanRef: 'l1', dueOn: '2018-03-31', status: 'unpaid' }]);
  expect(problemCells(reading)).toEqual(['D2 inconsistent_balance', ...[3, 4, 5, 6, 7].map((row) => `B${row} missing_value`)]);
});

test('the command line prints canonical keys and gives a number of ours to loans without one', async () => {
  const reading = await readSheets([{ name: '台账', rows: [['姓名', '借款金额', '借款日期', '余额', '到期日'], ['赵甲', 5000, '2024.1.2', 4000, '2025.1.2']] }, { name: '收款', rows: [['收款日期', '姓名', '本金', '利息'], ['2024.2.2', '赵甲', 1000, 50]] }]);
  const json = ledgerReadingToJson(reading);
  expect(json.loans).toEqual([{ customerName: '赵甲', principal: '5000.00', disbursedOn: '2024-01-02', maturesOn: '2025-01-02', outstandingPrincipal: '4000.00', status: 'active', receiptNo: 'LB-l1' }]);
  expect(json.repayments).toMatchObject([{ receiptNo: 'LB-l1', paidOn: '2024-02-02', principal: '1000.00' }]);
  expect(json.totals).toEqual(reading.totals);
});

test('a file that cannot be opened is reported and the others are read', async () => {
  const steps: number[] = [];
  const reading = await readLedger([{ name: 'broken.xlsx', bytes: new TextEncoder().encode('PK\u0003\u0004') }, { name: 'a.csv', bytes: new TextEncoder().encode('借据号,借款人,贷款金额,放款日期,到期日\nA1,赵甲,5000,2024-01-02,2025-01-02') }], { onProgress: (done, total) => steps.push(done / total) });
  expect(reading.files.map((file) => [file.name, file.format])).toEqual([['a.csv', 'csv'], ['broken.xlsx', 'unreadable']]);
  expect(reading.problems).toMatchObject([{ file: 'broken.xlsx', kind: 'schema_mismatch' }]);
  expect([reading.loans.length, steps.at(-1)]).toEqual([1, 1]);
});

test('a plan beside the ledger makes nothing overdue; one that says what is unpaid does', async () => {
  const due = ['借据号', '期数', '应还日期', '应还本金', '应还利息'];
  const plan = await readSheets([loans, { name: '还款计划', rows: [due, ['A1', 1, '2024-02-05', 1000, 50], ['A1', 2, '2024-03-05', 1000, 45]] }], { asOf: '2024-06-30' });
  expect([plan.installments.map((record) => record.status), plan.loans[0]?.status, plan.loans[0]?.overdueDays]).toEqual([[undefined, undefined], 'active', undefined]);
  const kept = await readSheets([loans, { name: '还款计划', rows: [[...due, '状态'], ['A1', 1, '2024-02-05', 1000, 50, '已还'], ['A1', 2, '2024-06-05', 1000, 45, '未还']] }], { asOf: '2024-06-30' });
  expect([kept.installments.map((record) => record.status), kept.loans[0]?.status, kept.loans[0]?.overdueDays]).toEqual([['paid', 'unpaid'], 'overdue', 25]);
});
