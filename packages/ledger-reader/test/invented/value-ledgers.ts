import { old15To18 } from '../../src/identity/resident-id.ts';
import { bookFile, inventedId } from '../build-ledger.ts';
import type { InventedLedger } from './invented-ledger.ts';

const dates: InventedLedger = {
  name: 'days in every notation',
  files: async () => [await bookFile([{
    name: '贷款',
    rows: [
      ['借据号', '借款人', '贷款金额', '放款日期', '到期日期', '期限', '余额'],
      ['J01', '赵甲子', 10_000, 45_356, 45_721, '12个月', 10_000],
      ['J02', '钱乙丑', 10_000, '２０２４．３．５', '２０２５－３－５', '一年', 10_000],
      ['J03', '孙丙寅', 10_000, '二〇二四年三月五日', '二○二五年三月五日', '壹年', 10_000],
      ['J04', '李丁卯', 10_000, '24/3/5', '25/3/5', '12', 10_000],
      ['J05', '周戊辰', 10_000, '2024年3月5号', '2025年3月4日', '12期', 10_000],
      ['J06', '吴己巳', 10_000, '20240305', '20250305', 12, 10_000],
      ['J07', '郑庚午', 10_000, '2024-3-5 00:00:00', '2025/3/5 0:00', 12, 10_000],
      ['J08', '王辛未', 10_000, '民国113年3月5日', '114.3.5', 12, 10_000],
      ['J09', '冯壬申', 10_000, '5-Mar-24', 'Mar 5, 2025', 12, 10_000],
      ['J10', '陈癸酉', 10_000, '2024.3', '2025.3', 12, 10_000],
      ['J11', '褚甲戌', 10_000, '2024.2.30', '2025.2.28', 12, 10_000],
      ['J12', '卫乙亥', 10_000, '3/5/2024', '3/5/2025', 12, 10_000],
      ['J13', '蒋丙子', 10_000, '3/5/2024', '2025-03-05', 12, 10_000],
      ['J14', '沈丁丑', 10_000, '2024,3,5', '2025。3。5', 12, 10_000],
    ],
  }])],
  expected: {
    loans: [
      ...['J01', 'J02', 'J03', 'J04', 'J06', 'J07', 'J09', 'J13', 'J14'].map((receiptNo) => ({ receiptNo, disbursedOn: '2024-03-05', maturesOn: '2025-03-05', termMonths: 12 })),
      { receiptNo: 'J05', disbursedOn: '2024-03-05', maturesOn: '2025-03-04' },
      { receiptNo: 'J08', disbursedOn: '2024-03-05', maturesOn: null },
      { receiptNo: 'J10', disbursedOn: null, maturesOn: null },
      { receiptNo: 'J11', disbursedOn: null, maturesOn: '2025-02-28' },
      { receiptNo: 'J12', disbursedOn: null, maturesOn: null },
    ],
    problems: ['贷款!E9 impossible_date', '贷款!D11 ambiguous_date', '贷款!E11 ambiguous_date', '贷款!D12 impossible_date', '贷款!D13 ambiguous_date', '贷款!E13 ambiguous_date'],
  },
};

const rates: InventedLedger = {
  name: 'rates in every unit',
  files: async () => [await bookFile([{
    name: '贷款',
    rows: [
      ['贷款台账', null, '注：LPR按3.45%计'],
      ['借据号', '借款人', '贷款金额', '放款日期', '利率'],
      ['J01', '赵甲子', 10_000, '2024-01-05', 'LPR+50BP'], ['J02', '钱乙丑', 10_000, '2024-01-05', 'LPR加150个基点'], ['J03', '孙丙寅', 10_000, '2024-01-05', '月利率9.5‰'],
      ['J04', '李丁卯', 10_000, '2024-01-05', '一分二厘'], ['J05', '周戊辰', 10_000, '2024-01-05', '年化10.8%'], ['J06', '吴己巳', 10_000, '2024-01-05', '日息万分之三'],
      ['J07', '郑庚午', 10_000, '2024-01-05', '１２％'], ['J08', '王辛未', 10_000, '2024-01-05', '1.2%/月'], ['J09', '冯壬申', 10_000, '2024-01-05', '百分之十'],
      ['J10', '陈癸酉', 10_000, '2024-01-05', '见合同'], ['J11', '褚甲戌', 10_000, '2024-01-05', '月息2.5分'], ['J12', '卫乙亥', 10_000, '2024-01-05', 12],
    ],
  }])],
  expected: {
    loans: [
      { receiptNo: 'J01', annualRatePct: '3.9500', rateType: 'lpr' }, { receiptNo: 'J02', annualRatePct: '4.9500' }, { receiptNo: 'J03', annualRatePct: '11.4000' },
      { receiptNo: 'J04', annualRatePct: '14.4000' }, { receiptNo: 'J05', annualRatePct: '10.8000' }, { receiptNo: 'J06', annualRatePct: '10.8000' },
      { receiptNo: 'J07', annualRatePct: '12.0000' }, { receiptNo: 'J08', annualRatePct: '14.4000' }, { receiptNo: 'J09', annualRatePct: '10.0000' },
      { receiptNo: 'J10', annualRatePct: null }, { receiptNo: 'J11', annualRatePct: '30.0000' }, { receiptNo: 'J12', annualRatePct: '12.0000' },
    ],
    problems: ['贷款!E12 unreadable_amount', '贷款!E13 rate_over_cap'],
  },
};

const amounts: InventedLedger = {
  name: 'amounts in every notation',
  files: async () => [await bookFile([{
    name: '放款',
    rows: [
      ['放款台账（金额单位：元）'],
      ['借据号', '借款人', '放款金额', '放款日期', '已还本金', '余额'],
      ['J01', '赵甲子', '伍万元整', '2024-01-05', '￥20,000.00', '30,000.00'],
      ['J02', '钱乙丑', '5万', '2024-01-05', '2万', '3万'],
      ['J03', '孙丙寅', '人民币伍万元整(50000)', '2024-01-05', 0, '５００００'],
      ['J04', '李丁卯', '50 000', '2024-01-05', '-', '50000.00元'],
      ['J05', '周戊辰', '4.5-5万', '2024-01-05', null, null],
      ['J06', '吴己巳', '约5万', '2024-01-05', null, '5万'],
      ['J07', '郑庚午', 50_000, '2024-01-05', 60_000, '(10,000.00)'],
      ['J08', '王辛未', '五万', '2024-01-05', '两万', '叁万'],
      ['J09', '冯壬申', '5O000', '2024-01-05', 0, 50_000],
      ['J10', '陈癸酉', '50.000', '2024-01-05', null, null],
    ],
  }])],
  expected: {
    loans: [
      { receiptNo: 'J01', principal: '50000.00', repaidPrincipal: '20000.00', outstandingPrincipal: '30000.00' }, { receiptNo: 'J02', principal: '50000.00', repaidPrincipal: '20000.00', outstandingPrincipal: '30000.00' },
      { receiptNo: 'J03', principal: '50000.00', outstandingPrincipal: '50000.00' }, { receiptNo: 'J04', principal: '50000.00', outstandingPrincipal: '50000.00' },
      { receiptNo: 'J05', principal: null }, { receiptNo: 'J06', principal: '50000.00' }, { receiptNo: 'J07', principal: '50000.00', outstandingPrincipal: '-10000.00' },
      { receiptNo: 'J08', principal: '50000.00', repaidPrincipal: '20000.00', outstandingPrincipal: '30000.00' }, { receiptNo: 'J09', principal: null, outstandingPrincipal: '50000.00' }, { receiptNo: 'J10', principal: null },
    ],
    problems: ['放款!C7 unreadable_amount', '?放款!C8 unreadable_amount', '放款!F9 overpayment', '放款!C11 unreadable_amount', '放款!C12 unreadable_amount'],
  },
};

const identities: InventedLedger = {
  name: 'people who are hard to tell apart',
  files: async () => [await bookFile([
    {
      name: '客户',
      rows: [
        ['客户号', '姓  名', '性别', '身 份 证 号', '联系 电话', '住址'],
        ['K01', '赵　甲', '男', `'${inventedId(1)}`, '161 0000 0001', '一组'],
        ['K02', '阿依古丽．买买提', '女', inventedId(2), '16100000002/16100000012', '二组'],
        ['K03', '孙丙寅', '男', 4.21122198001010e17, '16100000003', '三组'],
        ['K04', '李丁卯', '男', '4.21122E+17', '16100000004', '四组'],
        ['K05', '周戊辰', '男', `${inventedId(5).slice(0, 17)}${inventedId(5).endsWith('1') ? '2' : '1'}`, '1610000005', '五组'],
        ['K06', '吴己巳', '男', '４２１１２２１９８００１０１００６'.concat(inventedId(6).slice(-1)), '16100000006', '六组'],
        ['K07', '赵甲', '男', inventedId(7), '16100000007', '七组'],
        ['K08', '郑庚午', '女', '421122800101008', '16100000008', '八组'],
        ['K09', '王辛*', '女', '421122********0099', '161****0009', '九组'],
      ],
    },
    {
      name: '借款',
      rows: [
        ['借据号', '客户号', '姓名', '借款金额', '借款日期', '到期日', '余额'],
        ['J1', 'K01', '赵甲', 10_000, '2024-01-05', '2025-01-05', 8000], ['J2', 'K07', '赵甲', 10_000, '2024-02-05', '2025-02-05', 10_000],
        ['J3', 'K02', '阿依古丽·买买提', 10_000, '2024-01-06', '2025-01-06', 9000], ['J4', 'K02', '阿依古丽·买买提', 5000, '2024-03-06', '2025-03-06', 5000],
        ['J5', null, '孙丙寅', 6000, '2024-03-06', '2025-03-06', 5000],
      ],
    },
    {
      name: '收款',
      rows: [
        ['收款日期', '姓名', '本金', '利息', '收款方式'],
        ['2024-02-05', '赵甲', 2000, 100, '现金'], ['2024-02-06', '阿依古丽·买买提', 1000, 100, '微信'], ['2024-04-06', '孙丙寅', 1000, 60, '银行转账'], ['2024-04-07', '阿依古丽•买买提', 500, 50, '支付宝'],
      ],
    },
  ])],
  expected: {
    customers: [
      { customerNo: 'K01', name: '赵甲', idNumber: inventedId(1), mobile: '16100000001' }, { customerNo: 'K02', name: '阿依古丽·买买提', idNumber: inventedId(2), mobile: '16100000002', phone2: '16100000012' },
      { customerNo: 'K03', name: '孙丙寅', idNumber: null, idType: 'resident_id' }, { customerNo: 'K04', name: '李丁卯', idNumber: null }, { customerNo: 'K05', name: '周戊辰', mobile: null },
      { customerNo: 'K06', name: '吴己巳', idNumber: inventedId(6) }, { customerNo: 'K07', name: '赵甲', idNumber: inventedId(7) }, { customerNo: 'K08', name: '郑庚午', idNumber: old15To18('421122800101008') }, { customerNo: 'K09', idNumber: null, mobile: null },
    ],
    loans: [
      { receiptNo: 'J1', customerIdNumber: inventedId(1), outstandingPrincipal: '8000.00' }, { receiptNo: 'J2', customerIdNumber: inventedId(7) }, { receiptNo: 'J3', customerIdNumber: inventedId(2) }, { receiptNo: 'J4', customerIdNumber: inventedId(2) },
      { receiptNo: 'J5', customerName: '孙丙寅', outstandingPrincipal: '5000.00' },
    ],
    repayments: [
      // Only J1 was there on that day.
      { loan: null, customerName: '赵甲', principal: '2000.00', paidOn: '2024-02-05', channel: 'cash' }, { loan: 2, principal: '1000.00', channel: 'wechat' }, { loan: 4, principal: '1000.00', interest: '60.00', channel: 'bank_transfer' }, { loan: null, principal: '500.00', channel: 'alipay' },
    ],
    problems: ['客户!D4 unrecoverable_number', '客户!D5 unrecoverable_number', '客户!D6 invalid_id', '客户!E6 invalid_phone', '客户!B10 masked_value', '客户!D10 masked_value', '客户!E10 masked_value', '收款!B2 missing_value', '收款!B5 missing_value', '?借款!B6 missing_value'],
  },
};

const traditional: InventedLedger = {
  name: 'traditional characters and full-width figures',
  files: async () => [await bookFile([{
    name: '貸款臺賬',
    rows: [
      ['貸款臺賬', null, null, '單位：萬元'],
      ['截至２０２４年６月３０日'],
      ['序號', '借款人姓名', '身份證號碼', '聯繫電話', '借據編號', '貸款金額', '月利率（‰）', '放款日期', '到期日期', '還款方式', '擔保方式', '貸款餘額', '五級分類', '客戶經理'],
      ['１', '趙甲子', inventedId(1), '１６１００００００１１', 'ＪＪ－００１', '１０', '８．５', '２０２４．１．５', '２０２５．１．５', '等額本息', '保證', '６．５', '正常', '周霜降'],
      ['２', '錢乙丑', inventedId(2), '16100000012', 'JJ-002', '２０萬元', '９', '2023年5月6日', '2024年5月6日', '先息後本', '抵押', '２０', '關注', '陳白露'],
      ['合計', null, null, null, null, '３０', null, null, null, null, null, '２６．５'],
    ],
  }])],
  expected: {
    customers: [{ name: '趙甲子', idNumber: inventedId(1), mobile: '16100000011' }, { name: '錢乙丑', mobile: '16100000012' }],
    loans: [
      { receiptNo: 'ＪＪ－００１', principal: '100000.00', annualRatePct: '10.2000', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', method: 'equal_installment', guarantee: 'guarantee', outstandingPrincipal: '65000.00', class: 'normal', status: 'active', manager: '周霜降' },
      { receiptNo: 'JJ-002', principal: '200000.00', annualRatePct: '10.8000', method: 'interest_only', guarantee: 'mortgage', outstandingPrincipal: '200000.00', class: 'special_mention', status: 'overdue', manager: '陳白露' },
    ],
    problems: [],
  },
};

const english: InventedLedger = {
  name: 'bilingual headings',
  files: async () => [await bookFile([{
    name: 'Loan Register 贷款登记',
    rows: [
      ['LOAN REGISTER 贷款登记簿', null, null, 'Currency: RMB 单位：元'],
      ['No. 序号', 'Borrower 借款人', 'ID No. 身份证号', 'Loan No. 借据号', 'Principal 贷款金额', 'Rate p.a. 年利率', 'Disbursed 放款日', 'Maturity 到期日', 'Balance 余额', 'Status 状态', 'Officer 客户经理'],
      [1, '赵甲子', inventedId(1), 'L-001', 50_000, '9.6%', '2024-01-05', '2025-01-05', 30_000, 'Active 正常', '周霜降'],
      [2, '钱乙丑', inventedId(2), 'L-002', 20_000, '10.8%', '2023-01-05', '2024-01-05', 0, 'Closed 结清', '陈白露'],
      [3, '孙丙寅', inventedId(3), 'L-003', 20_000, '10.8%', '2023-02-05', '2024-02-05', 20_000, 'Overdue 逾期', '陈白露'],
      ['Total 合计', null, null, null, 90_000, null, null, null, 50_000],
    ],
  }])],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1) }, { name: '钱乙丑' }, { name: '孙丙寅' }],
    loans: [
      { receiptNo: 'L-001', customerName: '赵甲子', principal: '50000.00', annualRatePct: '9.6000', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', outstandingPrincipal: '30000.00', status: 'active', manager: '周霜降' },
      { receiptNo: 'L-002', principal: '20000.00', outstandingPrincipal: '0.00', status: 'settled' }, { receiptNo: 'L-003', status: 'overdue', manager: '陈白露' },
    ],
    problems: [],
  },
};

export const valueLedgers: readonly InventedLedger[] = [dates, rates, amounts, identities, traditional, english];
