import { expect, test } from 'vitest';
import { inventedId, problemCells, readSheets, readText } from './build-ledger.ts';

const loanHeading = ['借据号', '借款人', '身份证号', '贷款金额', '放款日期', '到期日期', '年利率(%)', '贷款余额'];

test('a co-operative names members, borrowed sums and agreed days in its own words', async () => {
  const reading = await readSheets([{
    name: '互助金',
    rows: [
      ['社员借款登记', null, '单位：万元'],
      ['社员编号', '社员姓名', '身份证号', '借款金额', '借款时间', '约定归还日', '借期', '月息', '还款办法', '尚欠本金'],
      ['SY001', '赵甲', inventedId(1), 2, '2024.1.5', '2025.1.5', 12, '1分5', '一次还本付息', 2],
      ['SY002', '钱乙', inventedId(2), '5000元', '2024.2.6', '2024.8.6', '半年', '8厘', '先息后本', 0],
      ['SY003', '孙丙', inventedId(3), '壹万元整', '2024.3.7', '2025.3.7', '一年', '2分', '到期还本付息', '已还清'],
    ],
  }]);
  expect(reading.loans).toMatchObject([
    { customerName: '赵甲', principal: '20000.00', annualRatePct: '18.0000', termMonths: 12, maturesOn: '2025-01-05', method: 'bullet', outstandingPrincipal: '20000.00' },
    { customerName: '钱乙', principal: '5000.00', annualRatePct: '9.6000', termMonths: 6, method: 'interest_only', outstandingPrincipal: '0.00', status: 'settled' },
    { customerName: '孙丙', principal: '10000.00', annualRatePct: '24.0000', outstandingPrincipal: '0.00', status: 'settled' },
  ]);
  expect(reading.customers.map((customer) => customer.customerNo)).toEqual(['SY001', 'SY002', 'SY003']);
  expect(problemCells(reading)).toEqual([]);
});

test('receipts with a line for the principal and one for the interest', async () => {
  const reading = await readSheets([
    { name: '放款', rows: [loanHeading, ['J1', '赵甲', inventedId(1), 12_000, '2024-01-05', '2025-01-05', 12, 10_000], ['J2', '钱乙', inventedId(2), 6000, '2024-01-06', '2025-01-06', 12, 6000], ['J3', '孙丙', inventedId(3), 6000, '2024-01-06', '2025-01-06', 12, 6000]] },
    {
      name: '收款流水',
      rows: [
        ['日期', '借据号', '借款人', '摘要', '收款金额', '收款方式'],
        ['2024-02-05', 'J1', '赵甲', '收回本金', 2000, '现金'],
        ['2024-02-05', 'J1', '赵甲', '收利息', 120, '现金'],
        ['2024-02-07', 'J1', '赵甲', '罚息', 1.5, '微信'],
        [null, null, null, '过次页', 2121.5, null],
        [null, null, null, '承前页', 2121.5, null],
        ['2024-02-08', 'J2', '钱乙', '归还本息', 300, '转账'],
      ],
    },
  ]);
  expect(reading.repayments).toMatchObject([
    { receiptNo: 'J1', principal: '2000.00', total: '2000.00', channel: 'cash' },
    { receiptNo: 'J1', interest: '120.00', total: '120.00' },
    { receiptNo: 'J1', penalty: '1.50', total: '1.50', channel: 'wechat' },
    { receiptNo: 'J2', total: '300.00', note: '归还本息' },
  ]);
  expect(reading.repayments[3]).not.toHaveProperty('principal');
});

test('a month’s own collections are no running totals, and the latest month counts', async () => {
  const heading = ['合同号', '借款人姓名', '贷款本金', '起始日', '终止日', '上月余额', '本月收回本金', '本月收息', '月末余额'];
  const month = (name: string, before: number, paid: number, after: number): { name: string; rows: (string | number | null)[][] } => ({
    name,
    rows: [[`2024年${name}贷款台账`, null, `截止日期：2024年${name}28日`], heading, ['HT1', '赵甲', 10_000, '2023-12-05', '2024-12-05', before, paid, 50, after], ['HT2', '钱乙', 5000, '2023-12-06', '2024-12-06', 5000, 0, 25, 5000]],
  });
  const reading = await readSheets([month('1月', 10_000, 1000, 9000), month('2月', 9000, 1000, 8000)]);
  expect(reading.loans).toMatchObject([{ contractNo: 'HT1', outstandingPrincipal: '8000.00' }, { contractNo: 'HT2', outstandingPrincipal: '5000.00' }]);
  expect(reading.loans[0]).not.toHaveProperty('repaidPrincipal');
  expect(problemCells(reading)).toEqual([]);
});

test.each([
  ['under merged headings', ['第1期', '', '第2期', ''], ['应还日', '实还金额', '应还日', '实还金额']],
  ['in one row', [], ['1期应还日', '1期实还金额', '2期应还日', '2期实还金额']],
  ['by times', [], ['第1次应还日', '第1次金额', '第2次应还日', '第2次金额']],
])('instalments side by side, headed %s', async (_how, groups, leaves) => {
  const fixed = ['订单编号', '客户姓名', '分期金额', '月费率', '分期期数', '办理日期', '剩余本金'];
  const heading = groups.length > 0 ? [[...fixed, ...groups], [...fixed.map(() => null), ...leaves]] : [[...fixed, ...leaves]];
  const first = fixed.length;
  const reading = await readSheets([{
    name: '分期',
    rows: [['分期收款台账', null, '单位：元'], ...heading, ['DD1', '赵甲', 2000, '1%', 2, '2024-01-05', 1000, '2.5', 1020, '3.5', '×'], ['DD2', '钱乙', 2000, '1%', 2, '2024-01-06', 0, '2.6', 1020, '3.6', 1020]],
    ...(groups.length > 0 ? { merges: [...fixed.map((_, column) => ({ startRow: 1, endRow: 2, startCol: column, endCol: column })), { startRow: 1, endRow: 1, startCol: first, endCol: first + 1 }, { startRow: 1, endRow: 1, startCol: first + 2, endCol: first + 3 }] } : {}),
  }]);
  expect(reading.loans).toMatchObject([{ contractNo: 'DD1', principal: '2000.00', annualRatePct: '12.0000', status: 'overdue' }, { contractNo: 'DD2', status: 'settled' }]);
  expect(reading.repayments.map(({ contractNo, installmentNo, total }) => [contractNo, installmentNo, total])).toEqual([['DD1', 1, '1020.00'], ['DD2', 1, '1020.00'], ['DD2', 2, '1020.00']]);
  expect(problemCells(reading)).toEqual([]);
});

test('receipts without numbers belong to one loan however its amount and day are written', async () => {
  const id = inventedId(1);
  const reading = await readText([
    '还款时间|客户姓名|身份证号码|借款额度|借款日期|偿还本金|偿还利息|还款总额',
    `2024-02-05|赵甲|${id}|12000.00|2024-01-05|1000.00|120.00|1120.00`,
    `2024-03-05|赵甲|${id}|12,000.00|2024.1.5|1000.00|110.00|1110.00`,
    `2024-04-05|赵甲|${id}|12000元|20240105|1000.00|100.00|1100.00`,
  ].join('\n'));
  expect(reading.loans).toMatchObject([{ principal: '12000.00', disbursedOn: '2024-01-05' }]);
  expect(new Set(reading.repayments.map((repayment) => repayment.loanRef))).toEqual(new Set([reading.loans[0]?.ref]));
});

test('还款日期 beside 借款日期 is the last day where nothing else is', async () => {
  const reading = await readSheets([{ name: '借款', rows: [['借款人', '身份证号', '借款金额', '借款日期', '还款日期', '利率', '余额'], ['赵甲', inventedId(1), 10_000, '2024-01-05', '2025-01-05', '12%', 10_000], ['钱乙', inventedId(2), 10_000, '2024-01-06', '2025-01-06', '12%', 10_000]] }]);
  expect(reading.loans.map((loan) => loan.maturesOn)).toEqual(['2025-01-05', '2025-01-06']);
  const dueDays = await readSheets([{ name: '借款', rows: [['借款人', '借款金额', '借款日期', '还款日期', '到期日', '余额'], ['赵甲', 10_000, '2024-01-05', '每月20日', '2025-01-05', 10_000], ['钱乙', 10_000, '2024-01-06', 15, '2025-01-06', 10_000]] }]);
  expect(dueDays.loans).toMatchObject([{ dueDay: 20, maturesOn: '2025-01-05' }, { dueDay: 15, maturesOn: '2025-01-06' }]);
});

test('合同金额 is the contract’s where 借据金额 stands beside it, and the loan’s where it stands alone', async () => {
  const both = await readSheets([{ name: '台账', rows: [['合同号', '借款人', '合同金额', '借据金额', '放款日期', '利率'], ['H1', '赵甲', 50_000, 20_000, '2024-01-05', 12]] }]);
  expect(both.loans).toMatchObject([{ contractAmount: '50000.00', principal: '20000.00' }]);
  const alone = await readSheets([{ name: '台账', rows: [['合同号', '借款人', '合同金额', '放款日期', '利率'], ['H1', '赵甲', 50_000, '2024-01-05', 12]] }]);
  expect(alone.loans).toMatchObject([{ principal: '50000.00' }]);
});

test('是否结清 is answered by yes; a no leaves the status to the figures', async () => {
  const reading = await readSheets([{ name: '台账', rows: [['借据号', '借款人', '贷款金额', '放款日期', '贷款余额', '是否结清'], ['J1', '赵甲', 10_000, '2024-01-05', 0, '是'], ['J2', '钱乙', 10_000, '2024-01-05', 5000, '否']] }]);
  expect(reading.loans.map((loan) => loan.status)).toEqual(['settled', 'active']);
});

test('a balance above the principal of a loan without receipts is reported', async () => {
  const reading = await readSheets([{ name: '台账', rows: [loanHeading, ['J1', '赵甲', inventedId(1), 10_000, '2024-01-05', '2025-01-05', 12, 11_000], ['J2', '钱乙', inventedId(2), 10_000, '2024-01-05', '2025-01-05', 12, 10_000]] }]);
  expect(problemCells(reading)).toEqual(['H2 inconsistent_balance']);
});

test('an LPR in the caption makes 上浮 and 倍 a rate', async () => {
  const reading = await readSheets([{ name: '台账', rows: [['贷款台账', null, '一年期LPR为3.45%'], ['借据号', '借款人', '贷款金额', '放款日期', '年利率'], ['J1', '赵甲', 10_000, '2024-01-05', 'LPR上浮20%'], ['J2', '钱乙', 10_000, '2024-01-05', '4倍LPR'], ['J3', '孙丙', 10_000, '2024-01-05', '一年期LPR+150BP']] }]);
  expect(reading.loans.map(({ annualRatePct, rateType }) => [annualRatePct, rateType])).toEqual([['4.1400', 'lpr'], ['13.8000', 'lpr'], ['4.9500', 'lpr']]);
});
