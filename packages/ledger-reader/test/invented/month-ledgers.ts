import { bookFile, inventedId, merged, type Cell } from '../build-ledger.ts';
import type { InventedLedger } from './invented-ledger.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

const runningHead = ['序号', '社员姓名', '借款日期', '到期日期', '月利率‰', '上月结余', '本月借出', '本月归还', '本月收息', '本月结余', '备注'];
type RunningLine = readonly [name: string, lent: string, due: string, rate: number, before: number, out: number | null, back: number | null, interest: number | null, after: number];
const lines: Readonly<Record<string, readonly RunningLine[]>> = {
  '1月': [['赵甲子', '2023-11-10', '2024-11-10', 8, 30_000, null, null, 240, 30_000], ['钱乙丑', '2023-12-05', '2024-06-05', 8, 20_000, null, 5000, 160, 15_000]],
  '2月': [['赵甲子', '2023-11-10', '2024-11-10', 8, 30_000, null, 10_000, 240, 20_000], ['钱乙丑', '2023-12-05', '2024-06-05', 8, 15_000, null, 15_000, 120, 0], ['孙丙寅', '2024-02-18', '2025-02-18', 9, 0, 12_000, null, null, 12_000]],
  '3月': [['赵甲子', '2023-11-10', '2024-11-10', 8, 20_000, null, null, 160, 20_000], ['孙丙寅', '2024-02-18', '2025-02-18', 9, 12_000, null, 2000, 108, 10_000]],
};

function runningSheet(month: string): { name: string; rows: Cell[][] } {
  const rows = (lines[month] ?? []).map(([name, lent, due, ...figures], index): Cell[] => [index + 1, name, day(lent), day(due), ...figures, null]);
  const sum = (column: number): number => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  const head: Cell[][] = [['红石资金互助社借款明细账'], [`2024年${month}`, null, null, null, null, '单位：元'], [...runningHead]];
  const carried: Cell[] = [null, '承前页', null, null, null, sum(5), null, null, null, null, null];
  const total: Cell[] = [null, '本月合计', null, null, null, sum(5), sum(6), sum(7), sum(8), sum(9), null];
  return { name: month, rows: [...head, ...(month === '1月' ? [] : [carried]), ...rows, total, ['制表：', null, null, '复核：']] };
}

/** A sheet for each month with a running balance; a loan that was paid off is missing afterwards. */
const runningMonths: InventedLedger = {
  name: 'a mutual-aid society keeps a sheet for each month and carries balances forward',
  files: async () => [await bookFile([runningSheet('1月'), runningSheet('2月'), runningSheet('3月')])],
  expected: {
    customers: [{ name: '赵甲子', kind: 'individual' }, { name: '钱乙丑' }, { name: '孙丙寅' }],
    loans: [
      { customerName: '赵甲子', disbursedOn: '2023-11-10', maturesOn: '2024-11-10', annualRatePct: '9.6000', outstandingPrincipal: '20000.00', status: 'active' },
      { customerName: '钱乙丑', disbursedOn: '2023-12-05', maturesOn: '2024-06-05', annualRatePct: '9.6000', outstandingPrincipal: '0.00', status: 'settled' },
      { customerName: '孙丙寅', disbursedOn: '2024-02-18', maturesOn: '2025-02-18', annualRatePct: '10.8000', outstandingPrincipal: '10000.00', status: 'active' },
    ],
    problems: [],
  },
};

const monthNames = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
const collected = (paid: readonly (Cell)[]): Cell[] => monthNames.map((_, index) => paid[index] ?? null);

/** 1月 … 12月 as columns, each the money that came in. */
const monthColumns: InventedLedger = {
  name: 'collections of a year stand in a column for each month',
  files: async () => [await bookFile([{
    name: '2024收款',
    rows: [
      ['2024年度还款情况表', ...Array.from({ length: 10 }, () => null), '单位：元'],
      ['合同号', '借款人', '借款金额', '借款日', '到期日', '年利率', ...monthNames, '全年合计', '年末余额'],
      ['H01', '赵甲子', 12_000, '2024.1.10', '2025.1.10', '12%', ...collected([null, 1120, 1110, 1100]), 3330, 9000],
      ['H02', '钱乙丑', 6000, '2024.2.20', '2024.12.20', '12%', ...collected([null, null, 660, '650', '未还']), 1310, 4800],
      ['合计', null, 18_000, null, null, null, ...collected([null, 1120, 1770, 1750]), 4640, 13_800],
    ],
  }])],
  expected: {
    loans: [
      { contractNo: 'H01', customerName: '赵甲子', principal: '12000.00', disbursedOn: '2024-01-10', maturesOn: '2025-01-10', annualRatePct: '12.0000', outstandingPrincipal: '9000.00', status: 'active' },
      { contractNo: 'H02', customerName: '钱乙丑', principal: '6000.00', disbursedOn: '2024-02-20', maturesOn: '2024-12-20', outstandingPrincipal: '4800.00', status: 'overdue' },
    ],
    repayments: [
      { loan: 0, total: '1120.00', paidOn: null }, { loan: 0, total: '1110.00', paidOn: null }, { loan: 0, total: '1100.00', paidOn: null },
      { loan: 1, total: '660.00', paidOn: null }, { loan: 1, total: '650.00', paidOn: null },
    ],
    problems: [],
  },
};

/** 2024-01 … under merged 应还 and 实还 groups: what is due is no receipt. */
const dueAndPaidMonths: InventedLedger = {
  name: 'months under 应还 and 实还',
  files: async () => [await bookFile([{
    name: '分期台账',
    rows: [
      ['订单号', '客户', '手机', '分期金额', '起租日', '总期数', '应还', null, null, '实还', null, null, '剩余本金'],
      [null, null, null, null, null, null, '2024-01', '2024-02', '2024-03', '2024-01', '2024-02', '2024-03', null],
      ['D1', '赵甲子', '16100000001', 3000, day('2023-12-15'), 3, 1030, 1030, 1030, 1030, 1030, null, 1000],
      ['D2', '钱乙丑', '161 0000 0002', 3000, day('2023-12-16'), 3, 1030, 1030, 1030, 1030, '逾期', null, 2000],
      ['D3', '孙丙寅', '161-0000-0003', 3000, day('2023-12-17'), 3, 1030, 1030, 1030, 1030, 1030, 1030, 0],
    ],
    merges: merged([0, 0, 1, 0], [0, 1, 1, 1], [0, 2, 1, 2], [0, 3, 1, 3], [0, 4, 1, 4], [0, 5, 1, 5], [0, 6, 0, 8], [0, 9, 0, 11], [0, 12, 1, 12]),
  }])],
  expected: {
    customers: [{ name: '赵甲子', mobile: '16100000001' }, { name: '钱乙丑', mobile: '16100000002' }, { name: '孙丙寅', mobile: '16100000003' }],
    loans: [
      { contractNo: 'D1', principal: '3000.00', disbursedOn: '2023-12-15', termMonths: 3, outstandingPrincipal: '1000.00', status: 'active' },
      { contractNo: 'D2', principal: '3000.00', disbursedOn: '2023-12-16', outstandingPrincipal: '2000.00', status: 'overdue' },
      { contractNo: 'D3', principal: '3000.00', disbursedOn: '2023-12-17', outstandingPrincipal: '0.00', status: 'settled' },
    ],
    repayments: [{ loan: 0, total: '1030.00' }, { loan: 0, total: '1030.00' }, { loan: 1, total: '1030.00' }, { loan: 2, total: '1030.00' }, { loan: 2, total: '1030.00' }, { loan: 2, total: '1030.00' }],
    problems: [],
  },
};

/** One line for each loan and month; the months are not in order. */
const monthLines: InventedLedger = {
  name: 'a running ledger with a line for each loan and month',
  files: async () => [await bookFile([{
    name: '月度台账',
    rows: [
      ['统计月份', '借据编号', '客户名称', '证件号码', '发放金额', '发放日', '到期日', '执行利率(年)', '期末余额', '逾期天数', '五级分类'],
      ['2024年3月', 'J001', '赵甲子', inventedId(1), 50_000, 20_240_110, 20_250_110, 0.1, 42_000, 0, '正常'],
      ['2024年1月', 'J001', '赵甲子', inventedId(1), 50_000, 20_240_110, 20_250_110, 0.1, 50_000, 0, '正常'],
      ['2024年2月', 'J001', '赵甲子', inventedId(1), 50_000, 20_240_110, 20_250_110, 0.1, 46_000, 0, '正常'],
      ['2024年2月', 'J002', '钱乙丑', inventedId(2), 80_000, 20_230_210, 20_240_210, 0.12, 80_000, 19, '关注'],
      ['2024年3月', 'J002', '钱乙丑', inventedId(2), 80_000, 20_230_210, 20_240_210, 0.12, 80_000, 50, '次级'],
    ],
  }])],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1) }, { name: '钱乙丑', idNumber: inventedId(2) }],
    loans: [
      { receiptNo: 'J001', principal: '50000.00', disbursedOn: '2024-01-10', maturesOn: '2025-01-10', annualRatePct: '10.0000', outstandingPrincipal: '42000.00', class: 'normal', status: 'active' },
      { receiptNo: 'J002', principal: '80000.00', annualRatePct: '12.0000', outstandingPrincipal: '80000.00', overdueDays: 50, class: 'substandard', status: 'overdue' },
    ],
    problems: [],
  },
};

export const monthLedgers: readonly InventedLedger[] = [runningMonths, monthColumns, dueAndPaidMonths, monthLines];
