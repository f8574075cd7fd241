import { bookFile, inventedId, merged, type Cell } from '../build-ledger.ts';
import type { InventedLedger } from './invented-ledger.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const blank = (count: number): null[] => Array.from({ length: count }, () => null);

const managerHead: Cell[][] = [
  ['客户基本情况', null, null, '贷款情况', null, null, null, '收回情况（元）', null, null, '结欠'],
  ['户名', '身份证', '电话', '借据号', '金额（万元）', '起息日', '止息日', '收回本金', '其中：现金', '收回利息', '万元'],
];
const managerMerges = merged([1, 0, 1, 2], [1, 3, 1, 6], [1, 7, 1, 9]);

const managers: InventedLedger = {
  name: 'a sheet for each manager, a summary, a blank form and last year’s copy',
  files: async () => [await bookFile([
    { name: '周霜降', rows: [['周霜降管户贷款明细（2024年9月末）'], ...managerHead, ['赵甲子', inventedId(1), '16100000001', 'ZS-001', 5, day('2024-01-08'), day('2025-01-08'), 20_000, 5000, 1800, 3], ['孙丙寅', inventedId(3), '16100000003', 'ZS-002', 10, day('2023-06-30'), day('2024-06-30'), null, null, 4200, 10], ['小计', ...blank(3), 15, null, null, 20_000, 5000, 6000, 13]], merges: managerMerges, redRows: [4] },
    { name: '陈白露', rows: [['陈白露管户贷款明细（2024年9月末）'], ...managerHead, ['钱乙丑', inventedId(2), '16100000002', 'CB-001', 3, day('2024-03-15'), day('2025-03-15'), 30_000, null, 1100, 0], ['赵甲子', inventedId(1), '16100000001', 'CB-002', 2, day('2024-05-20'), day('2025-05-20'), null, null, 600, 2], ['小计', ...blank(3), 5, null, null, 30_000, 0, 1700, 2]], merges: managerMerges },
    { name: '汇总', rows: [['管户经理', '笔数', '贷款金额', '余额'], ['周霜降', 2, 15, 13], ['陈白露', 2, 5, 2], ['合计', 4, 20, 15]] },
    { name: '空白表样', rows: [...managerHead, ['张三', '示例', null, '示例001', 1, null, null, null, null, null, 1]] },
    { name: '周霜降(旧)', hidden: true, rows: [...managerHead, ['赵甲子', inventedId(1), '16100000001', 'ZS-001', 5, day('2024-01-08'), day('2025-01-08'), 0, 0, 0, 5]] },
  ])],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1), mobile: '16100000001' }, { name: '孙丙寅', idNumber: inventedId(3) }, { name: '钱乙丑', idNumber: inventedId(2) }],
    loans: [
      { receiptNo: 'ZS-001', customerName: '赵甲子', principal: '50000.00', disbursedOn: '2024-01-08', maturesOn: '2025-01-08', repaidPrincipal: '20000.00', repaidInterest: '1800.00', outstandingPrincipal: '30000.00', manager: '周霜降', status: 'active' },
      { receiptNo: 'ZS-002', customerName: '孙丙寅', principal: '100000.00', repaidInterest: '4200.00', outstandingPrincipal: '100000.00', manager: '周霜降', status: 'overdue' },
      { receiptNo: 'CB-001', customerName: '钱乙丑', principal: '30000.00', outstandingPrincipal: '0.00', manager: '陈白露', status: 'settled' },
      { receiptNo: 'CB-002', customerName: '赵甲子', principal: '20000.00', outstandingPrincipal: '20000.00', manager: '陈白露', status: 'active' },
    ],
    problems: [],
  },
};

const stacked: InventedLedger = {
  name: 'people and firms in two tables, one below the other, in different units',
  files: async () => [await bookFile([{
    name: '贷款明细',
    rows: [
      ['梧桐县惠民小额贷款有限公司贷款明细表'], ['截至2024年12月31日'],
      ['一、个人贷款', null, null, null, null, null, '单位：元'],
      ['序号', '借款人', '身份证号码', '借款合同编号', '借款金额', '借款日', '到期日', '利率', '余额'],
      [1, '赵甲子', inventedId(1), '个字001', 80_000, '2024-3-1', '2025-3-1', '月息1分', 60_000],
      [2, '钱乙丑', inventedId(2), '个字002', 50_000, '2024-4-1', '2025-4-1', '月息1分2厘', 50_000],
      [null, '小计', null, null, 130_000, null, null, null, 110_000],
      [],
      ['二、企业贷款', null, null, null, null, null, '单位：万元'],
      ['序号', '企业名称', '统一社会信用代码', '法人', '借款合同编号', '借款金额', '借款日', '到期日', '年利率(%)', '余额', '担保方式'],
      [1, '梧桐县青山农机有限公司', '91421122MA4KABCD1A', '孙丙寅', '企字001', 200, '2024-5-1', '2025-5-1', 10.8, 150, '抵押'],
      [null, '小计', null, null, null, 200, null, null, null, 150, null],
      [], ['负责人：', null, '制表人：'],
    ],
  }])],
  expected: {
    customers: [{ name: '赵甲子', kind: 'individual', idNumber: inventedId(1) }, { name: '钱乙丑', kind: 'individual' }, { name: '梧桐县青山农机有限公司', kind: 'business', idType: 'uscc', legalRepresentative: '孙丙寅' }],
    loans: [
      { contractNo: '个字001', principal: '80000.00', disbursedOn: '2024-03-01', maturesOn: '2025-03-01', annualRatePct: '12.0000', outstandingPrincipal: '60000.00', status: 'active' },
      { contractNo: '个字002', principal: '50000.00', annualRatePct: '14.4000', outstandingPrincipal: '50000.00' },
      { contractNo: '企字001', principal: '2000000.00', annualRatePct: '10.8000', outstandingPrincipal: '1500000.00', guarantee: 'mortgage', customerName: '梧桐县青山农机有限公司' },
    ],
    problems: ['贷款明细!C11 invalid_id'],
  },
};

const sideBySide: InventedLedger = {
  name: 'what was lent on the left, what came back on the right',
  files: async () => [await bookFile([{
    name: '借还登记',
    rows: [
      ['放款登记', ...blank(6), '收款登记'],
      ['借据号', '姓名', '放款金额', '放款日期', '到期日期', '余额', null, '日期', '借据号', '姓名', '收本金', '收利息'],
      ['J1', '赵甲子', 10_000, '2024.1.2', '2025.1.2', 7000, null, '2024.2.2', 'J1', '赵甲子', 2000, 100],
      ['J2', '钱乙丑', 20_000, '2024.1.3', '2025.1.3', 20_000, null, '2024.3.2', 'J1', '赵甲子', 1000, 80],
      [...blank(7), '2024.3.5', 'J2', '钱乙丑', null, 200],
      ['合计', null, 30_000, null, null, 27_000, null, '合计', null, null, 3000, 380],
    ],
  }])],
  expected: {
    loans: [
      { receiptNo: 'J1', customerName: '赵甲子', principal: '10000.00', disbursedOn: '2024-01-02', maturesOn: '2025-01-02', outstandingPrincipal: '7000.00', status: 'active' },
      { receiptNo: 'J2', customerName: '钱乙丑', principal: '20000.00', outstandingPrincipal: '20000.00', status: 'active' },
    ],
    repayments: [
      { loan: 0, paidOn: '2024-02-02', principal: '2000.00', interest: '100.00' },
      { loan: 0, paidOn: '2024-03-02', principal: '1000.00', interest: '80.00' },
      { loan: 1, paidOn: '2024-03-05', interest: '200.00' },
    ],
    problems: [],
  },
};

const card = (name: string, id: string, contract: string, amount: string, lent: string, due: string, entries: readonly Cell[][]): Cell[][] => [
  ['贷款分户账', null, null, null, null, null],
  [`借款人：${name}`, null, `身份证号：${id}`, null, `合同号：${contract}`, null],
  [`贷款金额：${amount}`, null, `放款日期：${lent}`, null, `到期日期：${due}`, '年利率：12%'],
  ['日期', '摘要', '归还本金', '归还利息', '结欠本金', '经办'],
  ...entries,
  [],
];

/** One account after another, each with its terms in a few lines above it. */
const cards: InventedLedger = {
  name: 'an account card for each loan, one below the other',
  files: async () => [await bookFile([{
    name: '分户账',
    rows: [
      ...card('赵甲子', inventedId(1), 'HT-01', '30,000元', '2024年1月5日', '2025年1月5日', [['2024-02-05', '还款', 5000, 300, 25_000, '周'], ['2024-03-05', '还款', 5000, 250, 20_000, '周']]),
      ...card('钱乙丑', inventedId(2), 'HT-02', '2万元', '2024年2月6日', '2024年8月6日', [['2024-03-06', '付息', null, 200, 20_000, '陈']]),
      ...card('孙丙寅', inventedId(3), 'HT-03', '壹万元整', '2023年2月6日', '2024年2月6日', [['2023-08-06', '还款', 4000, 600, 6000, '陈'], ['2024-02-06', '结清', 6000, 360, 0, '陈']]),
    ],
  }])],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1) }, { name: '钱乙丑', idNumber: inventedId(2) }, { name: '孙丙寅', idNumber: inventedId(3) }],
    loans: [
      { contractNo: 'HT-01', customerName: '赵甲子', principal: '30000.00', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', annualRatePct: '12.0000', outstandingPrincipal: '20000.00', status: 'active' },
      { contractNo: 'HT-02', customerName: '钱乙丑', principal: '20000.00', disbursedOn: '2024-02-06', maturesOn: '2024-08-06', annualRatePct: '12.0000', outstandingPrincipal: '20000.00', status: 'active' },
      { contractNo: 'HT-03', customerName: '孙丙寅', principal: '10000.00', outstandingPrincipal: '0.00', status: 'settled' },
    ],
    repayments: [
      { loan: 0, paidOn: '2024-02-05', principal: '5000.00', interest: '300.00' }, { loan: 0, paidOn: '2024-03-05', principal: '5000.00', interest: '250.00' },
      { loan: 1, paidOn: '2024-03-06', interest: '200.00' },
      { loan: 2, paidOn: '2023-08-06', principal: '4000.00', interest: '600.00' }, { loan: 2, paidOn: '2024-02-06', principal: '6000.00', interest: '360.00' },
    ],
    problems: [],
  },
};

/** 第一期 … under three rows of headings, each with what was due and what came in. */
const threeRowHeading: InventedLedger = {
  name: 'instalments under three rows of headings',
  files: async () => [await bookFile([{
    name: '车贷分期',
    rows: [
      ['车辆分期还款台账', ...blank(10), '单位：元'],
      ['序', '客户资料', null, '合同', null, null, '还款记录', ...blank(7), '尚欠', '备注'],
      [null, '姓名', '身份证', '编号', '分期本金', '放款时间', '第一期', null, null, null, '第二期', null, null, null, '本金', null],
      [...blank(6), '应还日', '应还金额', '实还日', '实还金额', '应还日', '应还金额', '实还日', '实还金额', null, null],
      [1, '赵甲子', inventedId(1), 'CD01', 24_000, '2024.6.1', '7.1', 2200, '7.2', 2200, '8.1', 2200, '8.1', 2200, 20_000, null],
      [2, '钱乙丑', inventedId(2), 'CD02', 12_000, '2024.6.5', '7.5', 1100, '7.5', 1100, '8.5', 1100, null, '未还', 11_000, '催收中'],
      [3, '孙丙寅', inventedId(3), 'CD03', 12_000, '2024.11.20', '12.20', 1100, '12.19', 1100, '1.20', 1100, '1.21', '1122(含滞纳金22)', 10_000, null],
    ],
    merges: merged([1, 0, 3, 0], [1, 1, 1, 2], [2, 1, 3, 1], [2, 2, 3, 2], [1, 3, 1, 5], [2, 3, 3, 3], [2, 4, 3, 4], [2, 5, 3, 5], [1, 6, 1, 13], [2, 6, 2, 9], [2, 10, 2, 13], [2, 14, 3, 14], [1, 15, 3, 15]),
  }])],
  expected: {
    loans: [
      { contractNo: 'CD01', customerName: '赵甲子', principal: '24000.00', disbursedOn: '2024-06-01', outstandingPrincipal: '20000.00', status: 'active' },
      { contractNo: 'CD02', customerName: '钱乙丑', principal: '12000.00', disbursedOn: '2024-06-05', outstandingPrincipal: '11000.00', status: 'overdue' },
      { contractNo: 'CD03', customerName: '孙丙寅', principal: '12000.00', outstandingPrincipal: '10000.00', status: 'active' },
    ],
    repayments: [
      { loan: 0, installmentNo: 1, paidOn: '2024-07-02', total: '2200.00' }, { loan: 0, installmentNo: 2, paidOn: '2024-08-01', total: '2200.00' },
      { loan: 1, installmentNo: 1, paidOn: '2024-07-05', total: '1100.00' },
      { loan: 2, installmentNo: 1, paidOn: '2024-12-19', total: '1100.00' }, { loan: 2, installmentNo: 2, paidOn: '2025-01-21', total: '1122.00', penalty: '22.00' },
    ],
    problems: [],
  },
};

/** What colours mean is said in the legend; struck rows and hidden rows and columns are there for a reason too. */
const colours: InventedLedger = {
  name: 'colours with a legend, struck rows, hidden rows and columns',
  files: async () => [await bookFile([{
    name: '典当借款',
    rows: [
      ['借款明细表', null, '单位：万元'],
      ['当票号', '当户', '身份证', '典当金额', '典当日', '赎当日', '月综合费率', '现余额', '当物'],
      ['D001', '赵甲子', inventedId(1), 2, day('2024-01-05'), day('2024-07-05'), 0.018, 2, '金手镯'],
      ['D002', '钱乙丑', inventedId(2), 3, day('2024-01-06'), day('2024-07-06'), 0.018, 3, '轿车'],
      ['D003', '孙丙寅', inventedId(3), 1.5, day('2023-01-06'), day('2023-07-06'), 0.018, 0, '手表'],
      ['D004', '李丁卯', inventedId(4), 4, day('2024-02-06'), day('2024-08-06'), 0.018, 4, '房产'],
      ['D005', '周戊辰', inventedId(5), 5, day('2024-02-07'), day('2024-08-07'), 0.018, 5, '房产'],
      ['说明：黄色底为逾期；红字为诉讼；划线的已作废'],
    ],
    styled: [
      { rows: [2, 3, 4, 5, 6], columns: [6], style: { numFmt: '0.00%' } },
      { rows: [3], style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFF00' } } } },
      { rows: [5], style: { font: { strikethrough: true } } },
    ],
    redRows: [6],
    hiddenRows: [4],
    hiddenColumns: [2],
  }])],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1) }, { name: '钱乙丑', idNumber: inventedId(2) }, { name: '孙丙寅', idNumber: inventedId(3) }, { name: '李丁卯' }, { name: '周戊辰' }],
    loans: [
      { receiptNo: 'D001', principal: '20000.00', disbursedOn: '2024-01-05', maturesOn: '2024-07-05', annualRatePct: '21.6000', outstandingPrincipal: '20000.00', status: 'active', collateral: '金手镯' },
      { receiptNo: 'D002', principal: '30000.00', outstandingPrincipal: '30000.00', status: 'overdue', annualRatePct: '21.6000' },
      { receiptNo: 'D003', principal: '15000.00', outstandingPrincipal: '0.00', status: 'settled' },
      { receiptNo: 'D004', principal: '40000.00', outstandingPrincipal: '40000.00', status: 'void' },
      { receiptNo: 'D005', principal: '50000.00', outstandingPrincipal: '50000.00', status: 'active' },
    ],
    problems: [],
  },
};

/** Alt+Enter and slashes: one borrower's two loans in one line. */
const twoInOneCell: InventedLedger = {
  name: 'two loans in one line',
  files: async () => [await bookFile([{
    name: '借款台账',
    rows: [
      ['借款人', '身份证号', '合同号', '借款金额', '借款日期', '到期日', '年利率', '余额'],
      ['赵甲子', inventedId(1), 'A01\nA02', '5万\n3万', '2024.1.5\n2024.3.5', '2025.1.5\n2025.3.5', '12%', '5万\n2万'],
      ['钱乙丑', inventedId(2), 'A03', '2万', '2024.1.6', '2025.1.6', '12%', '2万'],
      ['孙丙寅', inventedId(3), 'A04/A05', '4万+1万', '2024.2.6', '2025.2.6', '12%', '5万'],
      ['合计', null, null, '15万', null, null, null, '14万'],
    ],
  }])],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1) }, { name: '钱乙丑' }, { name: '孙丙寅' }],
    loans: [
      { contractNo: 'A01', customerName: '赵甲子', principal: '50000.00', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', annualRatePct: '12.0000', outstandingPrincipal: '50000.00' },
      { contractNo: 'A02', customerName: '赵甲子', principal: '30000.00', disbursedOn: '2024-03-05', maturesOn: '2025-03-05', annualRatePct: '12.0000', outstandingPrincipal: '20000.00' },
      { contractNo: 'A03', customerName: '钱乙丑', principal: '20000.00', outstandingPrincipal: '20000.00' },
      { contractNo: 'A04', customerName: '孙丙寅', principal: '40000.00', disbursedOn: '2024-02-06', outstandingPrincipal: null },
      { contractNo: 'A05', customerName: '孙丙寅', principal: '10000.00', disbursedOn: '2024-02-06', outstandingPrincipal: null },
    ],
    problems: ['借款台账!C2 conflicting_values', '借款台账!C4 conflicting_values', '借款台账!H4 unreadable_amount'],
  },
};

export const layoutLedgers: readonly InventedLedger[] = [managers, stacked, sideBySide, cards, threeRowHeading, colours, twoInOneCell];
