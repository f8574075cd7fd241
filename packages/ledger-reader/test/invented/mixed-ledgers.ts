import { bookFile, inventedId, merged } from '../build-ledger.ts';
import type { InventedLedger } from './invented-ledger.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const blank = (count: number): null[] => Array.from({ length: count }, () => null);

const brokenHeadings: InventedLedger = {
  name: 'headings with line breaks and spaces, units in a note below',
  files: async () => [await bookFile([{
    name: 'Sheet1',
    rows: [
      ['××村镇互助资金贷款登记表'],
      ['编\n号', '姓    名', '身 份 证 号 码', '贷  款\n金  额', '贷 款\n日 期', '到 期\n日 期', '利\n率', '还  款\n情  况', '余  额', '担 保\n人', '备\n注'],
      [1, '赵 甲子', inventedId(1), 3, '2024.1.5', '2025.1.5', 8.5, '已还1万', 2, '钱乙丑', null],
      [2, '钱 乙丑', inventedId(2), 2, '2024.1.6', '2025.1.6', 8.5, '未还', 2, '赵甲子', '外出务工'],
      [3, '孙 丙寅', inventedId(3), 1, '2023.1.6', '2024.1.6', 8.5, '已还清', 0, '赵甲子', null],
      ['合计', null, null, 6, null, null, null, null, 4],
      ['注：1、金额单位：万元；2、利率为月利率‰。'],
    ],
  }])],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1) }, { name: '钱乙丑', idNumber: inventedId(2) }, { name: '孙丙寅', idNumber: inventedId(3) }],
    loans: [
      { customerName: '赵甲子', principal: '30000.00', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', annualRatePct: '10.2000', outstandingPrincipal: '20000.00', guarantors: '钱乙丑' },
      { customerName: '钱乙丑', principal: '20000.00', annualRatePct: '10.2000', outstandingPrincipal: '20000.00', note: '外出务工' },
      { customerName: '孙丙寅', principal: '10000.00', outstandingPrincipal: '0.00', status: 'settled' },
    ],
    problems: [],
  },
};

/** Lent and repaid in one line, each with its own day and amount. */
const lentAndRepaid: InventedLedger = {
  name: 'a line with what was lent and, once it came back, what came back',
  files: async () => [await bookFile([{
    name: '过桥资金',
    rows: [
      ['过桥资金台账', ...blank(8), '单位：万元'],
      ['序号', '客户名称', '发放', null, null, null, '收回', null, null, '未收回金额'],
      [null, null, '日期', '金额', '到期日', '日费率(‰)', '日期', '本金', '利息', null],
      [1, '梧桐县青山农机有限公司', day('2024-03-01'), 200, day('2024-03-15'), 0.5, day('2024-03-14'), 200, 1.3, 0],
      [2, '梧桐县绿水合作社', day('2024-04-01'), 100, day('2024-04-20'), 0.5, null, null, null, 100],
      [3, '梧桐县青山农机有限公司', day('2024-05-06'), 150, day('2024-05-20'), 0.5, day('2024-05-20'), 50, 1.05, 100],
      ['合计', null, null, 450, null, null, null, 250, 2.35, 200],
    ],
    merges: merged([1, 0, 2, 0], [1, 1, 2, 1], [1, 2, 1, 5], [1, 6, 1, 8], [1, 9, 2, 9]),
  }])],
  expected: {
    customers: [{ name: '梧桐县青山农机有限公司', kind: 'business' }, { name: '梧桐县绿水合作社', kind: 'business' }],
    loans: [
      { customerName: '梧桐县青山农机有限公司', principal: '2000000.00', disbursedOn: '2024-03-01', maturesOn: '2024-03-15', annualRatePct: '18.0000', outstandingPrincipal: '0.00', status: 'settled' },
      { customerName: '梧桐县绿水合作社', principal: '1000000.00', disbursedOn: '2024-04-01', outstandingPrincipal: '1000000.00' },
      { customerName: '梧桐县青山农机有限公司', principal: '1500000.00', disbursedOn: '2024-05-06', outstandingPrincipal: '1000000.00' },
    ],
    repayments: [{ loan: 0, paidOn: '2024-03-14', principal: '2000000.00', interest: '13000.00' }, { loan: 2, paidOn: '2024-05-20', principal: '500000.00', interest: '10500.00' }],
    problems: [],
  },
};

const contractsAndNotes: InventedLedger = {
  name: 'contracts, receipts for the money, extensions, guarantors and collateral on sheets of their own',
  files: async () => [await bookFile([
    { name: '合同台账', rows: [['合同编号', '客户名称', '证件号码', '合同金额', '签订日期', '合同到期日', '担保方式', '主办客户经理'], ['HT001', '赵甲子', inventedId(1), 300_000, '2024-01-02', '2026-01-02', '抵押', '周霜降'], ['HT002', '钱乙丑', inventedId(2), 100_000, '2024-02-02', '2025-02-02', '保证', '陈白露']] },
    { name: '借据台账', rows: [['合同编号', '借据编号', '借据金额', '放款日期', '到期日期', '年利率%', '借据余额', '五级分类'], ['HT001', '01', 200_000, '2024-01-05', '2025-01-05', 9.6, 150_000, '正常'], ['HT001', '02', 100_000, '2024-03-05', '2025-03-05', 9.6, 100_000, '正常'], ['HT002', '01', 100_000, '2024-02-05', '2025-02-05', 10.8, 80_000, '关注']] },
    { name: '还款明细', rows: [['合同编号', '借据编号', '还款日期', '还款本金', '还款利息', '交易渠道'], ['HT001', '01', '2024-04-05', 50_000, 4800, '网银'], ['HT002', '01', '2024-05-05', 20_000, 2700, '柜面'], ['HT003', '01', '2024-05-06', 1000, 10, '柜面']] },
    { name: '抵押物清单', rows: [['合同编号', '抵押物名称', '权证号', '评估价值'], ['HT001', '住宅', '梧房字第1号', 500_000]] },
    { name: '担保人名单', rows: [['合同编号', '担保人', '身份证号', '关系'], ['HT002', '孙丙寅', inventedId(3), '朋友']] },
  ])],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1) }, { name: '钱乙丑', idNumber: inventedId(2) }],
    loans: [
      { contractNo: 'HT001', receiptNo: '01', customerName: '赵甲子', principal: '200000.00', contractAmount: '300000.00', outstandingPrincipal: '150000.00', guarantee: 'mortgage', manager: '周霜降', annualRatePct: '9.6000' },
      { contractNo: 'HT001', receiptNo: '02', customerName: '赵甲子', principal: '100000.00', outstandingPrincipal: '100000.00' },
      { contractNo: 'HT002', receiptNo: '01', customerName: '钱乙丑', principal: '100000.00', outstandingPrincipal: '80000.00', guarantee: 'guarantee', class: 'special_mention' },
    ],
    repayments: [{ loan: 0, paidOn: '2024-04-05', principal: '50000.00', channel: 'bank_transfer' }, { loan: 2, principal: '20000.00', channel: 'cash' }, { loan: null, principal: '1000.00' }],
    problems: ['还款明细!B4 unknown_loan'],
  },
};

const loanHead = ['序号', '借据号', '借款人', '身份证号', '借款金额（元）', '借款日', '到期日', '月息', '剩余本金（元）'];
const byState: InventedLedger = {
  name: 'sheets for loans that run, are late, are settled and are written off',
  files: async () => [await bookFile([
    { name: '目录', rows: [['一、在贷'], ['二、逾期'], ['三、已结清'], ['四、已核销']] },
    { name: '在贷', rows: [['在贷明细  截止2024-09-30'], loanHead, [1, 'A1', '赵甲子', inventedId(1), 50_000, '2024/1/5', '2025/1/5', '1分', 30_000]] },
    { name: '逾期', rows: [['逾期明细  截止2024-09-30'], [...loanHead, '逾期天数'], [1, 'A2', '钱乙丑', inventedId(2), 20_000, '2023/1/5', '2024/1/5', '1分2', 20_000, '269天'], ['', '', '小计', '', 20_000, '', '', '', 20_000, '']] },
    { name: '已结清', rows: [['已结清明细'], loanHead.slice(0, 8), [1, 'A3', '孙丙寅', inventedId(3), 10_000, '2023/1/6', '2024/1/6', '8厘'], [2, 'A4', '赵甲子', inventedId(1), 5000, '2022/1/6', '2023/1/6', '8厘']] },
    { name: '已核销', rows: [['核销明细'], loanHead, [1, 'A5', '李丁卯', inventedId(4), 8000, '2019/1/6', '2020/1/6', '8厘', 8000]] },
  ])],
  expected: {
    customers: [1, 2, 3, 4].map((person) => ({ idNumber: inventedId(person) })),
    loans: [
      { receiptNo: 'A1', principal: '50000.00', annualRatePct: '12.0000', outstandingPrincipal: '30000.00', status: 'active', disbursedOn: '2024-01-05' },
      { receiptNo: 'A2', principal: '20000.00', annualRatePct: '14.4000', outstandingPrincipal: '20000.00', status: 'overdue', overdueDays: 269 },
      { receiptNo: 'A3', principal: '10000.00', annualRatePct: '9.6000', outstandingPrincipal: '0.00', status: 'settled' },
      { receiptNo: 'A4', customerName: '赵甲子', outstandingPrincipal: '0.00', status: 'settled' },
      { receiptNo: 'A5', outstandingPrincipal: '8000.00', status: 'written_off' },
    ],
    problems: [],
  },
};

const dueUnderHeadings: InventedLedger = {
  name: 'instalments whose heading has the day they are due',
  files: async () => [await bookFile([{
    name: '手机分期',
    rows: [
      ['手机分期收款表（单位：元）'],
      ['单号', '姓名', '电话', '分期金额', '首付', '办理日期', '期数', '月供', '第1期\n(3月5日)', '第2期\n(4月5日)', '第3期\n(5月5日)', '余款'],
      ['S001', '赵甲子', '16100000001', 3000, 500, '2024.2.5', 3, 1050, 1050, 1050, 1050, 0],
      ['S002', '钱乙丑', '16100000002', 3000, 0, '2024.2.5', 3, 1050, 1050, '欠', '欠', 2000],
      ['S003', '孙丙寅', '16100000003', 6000, 1000, '2024.2.6', 3, 2100, '2100', '2100.00', '/', 2000],
    ],
  }])],
  expected: {
    customers: [{ name: '赵甲子', mobile: '16100000001' }, { name: '钱乙丑' }, { name: '孙丙寅' }],
    loans: [
      { contractNo: 'S001', principal: '3000.00', disbursedOn: '2024-02-05', termMonths: 3, outstandingPrincipal: '0.00', status: 'settled' },
      { contractNo: 'S002', principal: '3000.00', outstandingPrincipal: '2000.00', status: 'overdue' },
      { contractNo: 'S003', principal: '6000.00', outstandingPrincipal: '2000.00', status: 'active' },
    ],
    repayments: [[0, 1, '1050.00'], [0, 2, '1050.00'], [0, 3, '1050.00'], [1, 1, '1050.00'], [2, 1, '2100.00'], [2, 2, '2100.00']].map(([loan, installmentNo, total]) => ({ loan: loan ?? null, installmentNo: installmentNo ?? null, total: total ?? null })),
    problems: [],
  },
};

const arrears: InventedLedger = {
  name: 'arrears collected: days late, interest owed and what was promised',
  files: async () => [await bookFile([
    { name: '贷款台账', rows: [['2024年12月31日贷款台账', ...blank(5), '单位:元'], ['客户编号', '客户', '借据号', '金额', '起始日期', '终止日期', '利率', '余额', '欠息'], ['K1', '赵甲子', 'J1', 50_000, '2024-01-05', '2024-12-05', '10%', 50_000, 500], ['K2', '钱乙丑', 'J2', 30_000, '2024-06-05', '2025-06-05', '10%', 20_000, '-'], ['K3', '孙丙寅', 'J3', 30_000, '2024-07-05', '2025-07-05', '10%', 30_000, 0]] },
    { name: '催收台账', rows: [['催收台账'], ['借据号', '客户', '逾期金额', '欠息', '逾期天数', '催收日期', '催收方式', '催收结果', '催收人'], ['J1', '赵甲子', 50_000, 500, 26, '2024-12-20', '上门', '承诺月底还', '周霜降'], ['J9', '李丁卯', 1000, 10, 90, '2024-12-20', '电话', '空号', '周霜降']] },
  ])],
  expected: {
    loans: [
      { receiptNo: 'J1', customerName: '赵甲子', principal: '50000.00', disbursedOn: '2024-01-05', maturesOn: '2024-12-05', annualRatePct: '10.0000', outstandingPrincipal: '50000.00', overdueDays: 26, overduePrincipal: '50000.00', overdueInterest: '500.00', status: 'overdue' },
      { receiptNo: 'J2', principal: '30000.00', outstandingPrincipal: '20000.00', status: 'active' }, { receiptNo: 'J3', outstandingPrincipal: '30000.00', status: 'active' },
    ],
    problems: ['催收台账!A4 unknown_loan'],
  },
};

export const mixedLedgers: readonly InventedLedger[] = [brokenHeadings, lentAndRepaid, contractsAndNotes, byState, dueUnderHeadings, arrears];
