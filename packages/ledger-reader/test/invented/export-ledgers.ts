import { bookFile, inventedId } from '../build-ledger.ts';
import { buildXls, type XlsCell } from '../build-xls.ts';
import type { LedgerFile } from '../../src/read-ledger.ts';
import type { InventedLedger } from './invented-ledger.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const file = (name: string, bytes: Uint8Array): LedgerFile => ({ name, bytes });

const forcedText: InventedLedger = {
  name: 'a UTF-16 export with forced text, tabs and totals',
  files: async () => [file('贷款明细.csv', utf16([
    '梧桐县互助社贷款明细查询\t\t\t', '查询日期：\t2024-07-01\t截止日期：2024-06-30\t',
    '借据号\t客户名称\t证件号码\t贷款金额\t贷款余额\t执行利率(%)\t起息日\t到期日\t贷款状态\t',
    `="000012"\t赵甲子\t="${inventedId(1)}"\t"50,000.00"\t"30,000.00"\t9.600000\t20240105\t20250105\t正常\t`,
    `="000013"\t钱乙丑\t="${inventedId(2)}"\t"20,000.00"\t.00\t10.800000\t20230105\t20240105\t结清\t`,
    '合计\t\t\t"70,000.00"\t"30,000.00"\t\t\t\t\t', '打印人：周霜降\t\t\t\t',
  ].join('\r\n')))],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1) }, { name: '钱乙丑', idNumber: inventedId(2) }],
    loans: [
      { receiptNo: '000012', principal: '50000.00', outstandingPrincipal: '30000.00', annualRatePct: '9.6000', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', status: 'active' },
      { receiptNo: '000013', principal: '20000.00', outstandingPrincipal: '0.00', status: 'settled' },
    ],
    problems: [],
  },
};

const severalFiles: InventedLedger = {
  name: 'three files that belong together, each with another separator',
  files: async () => [
    file('还款.txt', utf8(['还款日|借款编号|归还本金|归还利息|罚息|合计|还款途径', '2024/02/05|D1|1000|100|0|1100|现金', '2024/03/05|D1|1000|90|5|1095|银行卡代扣', '2024/03/06|D9|500|0|0|500|现金'].join('\n'))),
    file('客户.csv', utf8(['客户姓名;证件号;手机;居住地址', `赵甲子;${inventedId(1)};16100000001;一组`, `钱乙丑;${inventedId(2)};16100000002;"二组;后院"`].join('\n'))),
    file('借款.csv', utf8(['\uFEFF借款编号,客户姓名,证件号,借款本金,借款日期,借款期限,还款方式,剩余本金', `D1,赵甲子,${inventedId(1)},12000,2024/01/05,12个月,等额本金,10000`, `D2,钱乙丑,${inventedId(2)},"8,000",2024/01/06,6个月,到期一次还本付息,8000`].join('\r\n'))),
  ],
  expected: {
    customers: [{ name: '赵甲子', mobile: '16100000001', address: '一组' }, { name: '钱乙丑', address: '二组;后院' }],
    loans: [{ receiptNo: 'D1', principal: '12000.00', disbursedOn: '2024-01-05', termMonths: 12, method: 'equal_principal', outstandingPrincipal: '10000.00' }, { receiptNo: 'D2', principal: '8000.00', method: 'bullet', customerName: '钱乙丑' }],
    repayments: [
      { loan: 0, paidOn: '2024-02-05', principal: '1000.00', interest: '100.00', penalty: '0.00', total: '1100.00', channel: 'cash' }, { loan: 0, paidOn: '2024-03-05', total: '1095.00', channel: 'direct_debit' },
      { loan: null, paidOn: '2024-03-06', total: '500.00' },
    ],
    problems: ['csv!B4 unknown_loan'],
  },
};

const htmlHead = '<tr><th rowspan="2">序号</th><th colspan="3">客户</th><th colspan="5">贷款</th></tr><tr><th>姓名</th><th>证件号码</th><th>电话</th><th>借据号</th><th>贷款金额(元)</th><th>放款日</th><th>到期日</th><th>贷款余额(元)</th></tr>';
const htmlBook: InventedLedger = {
  name: 'a page of a browser saved as .xls',
  files: async () => [file('导出.xls', utf8(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style></head><body><table border=1><tr><td colspan="9">贷款台账&nbsp;&nbsp;截止日期：2024-06-30</td></tr>${htmlHead}<tr><td>1</td><td>赵甲子</td><td>${inventedId(1)}</td><td>16100000001</td><td>0001</td><td>50,000.00</td><td>2024-01-05</td><td>2025-01-05</td><td>30,000.00</td></tr><tr style="color:red"><td>2</td><td>钱乙丑<br></td><td>${inventedId(2)}</td><td>&nbsp;</td><td>0002</td><td>20,000.00</td><td>2023-01-05</td><td>2024-01-05</td><td>20,000.00</td></tr><tr><td colspan="5">合计</td><td>70,000.00</td><td></td><td></td><td>50,000.00</td></tr></table></body></html>`))],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1), mobile: '16100000001' }, { name: '钱乙丑', idNumber: inventedId(2), mobile: null }],
    loans: [
      { receiptNo: '0001', principal: '50000.00', outstandingPrincipal: '30000.00', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', status: 'active' }, { receiptNo: '0002', principal: '20000.00', outstandingPrincipal: '20000.00', status: 'overdue' },
    ],
    problems: [],
  },
};

const xmlCell = (value: string | number, extra = ''): string => `<Cell${extra}><Data ss:Type="${typeof value === 'number' ? 'Number' : 'String'}">${value}</Data></Cell>`;
const xmlRow = (...cells: readonly (string | number)[]): string => `<Row>${cells.map((value) => xmlCell(value)).join('')}</Row>`;
const spreadsheetMl: InventedLedger = {
  name: 'SpreadsheetML 2003 saved as .xls',
  files: async () => [file('报表.xls', utf8(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy-mm-dd"/></Style><Style ss:ID="red"><Font ss:Color="#FF0000"/></Style></Styles><Worksheet ss:Name="贷款"><Table><Row><Cell ss:MergeAcross="6"><Data ss:Type="String">贷款台账 截止日期：2024-06-30</Data></Cell></Row>${xmlRow('借据号', '借款人', '身份证号', '贷款金额', '放款日期', '到期日期', '贷款余额')}<Row>${xmlCell('X1')}${xmlCell('赵甲子')}${xmlCell(inventedId(1))}${xmlCell(50_000)}<Cell ss:StyleID="d"><Data ss:Type="DateTime">2024-01-05T00:00:00.000</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2025-01-05T00:00:00.000</Data></Cell>${xmlCell(30_000)}</Row><Row ss:Index="5" ss:StyleID="red">${['X2', '钱乙丑', inventedId(2)].map((value) => xmlCell(value, ' ss:StyleID="red"')).join('')}${xmlCell(20_000, ' ss:StyleID="red"')}<Cell ss:Index="7" ss:StyleID="red"><Data ss:Type="Number">20000</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name="空"><Table/></Worksheet></Workbook>`))],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1) }, { name: '钱乙丑', idNumber: inventedId(2) }],
    loans: [{ receiptNo: 'X1', principal: '50000.00', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', outstandingPrincipal: '30000.00', status: 'active' }, { receiptNo: 'X2', principal: '20000.00', disbursedOn: null, outstandingPrincipal: '20000.00', status: 'overdue' }],
    problems: ['贷款!E5 missing_value'],
  },
};

const oldExcel: InventedLedger = {
  name: 'an .xls of the 1904 system with colours and hidden columns',
  files: async () => [file('台账.xls', buildXls([{
    name: '台账',
    rows: [
      ['借据号', '借款人', '身份证号', '贷款金额', '放款日期', '到期日期', '月利率', '余额'],
      ['J1', '赵甲子', inventedId(1), 10_000, { value: 43_834, look: 'day' }, 44_200, { value: 0.01, look: 'percent' }, 8000],
      ...[['J2', '钱乙丑', inventedId(2), 20_000, 43_835, '2025.1.6', '1%', 20_000]].map((row) => row.map((value): XlsCell => ({ value, look: 'yellow' }))),
      ...[['J3', '孙丙寅', inventedId(3), 5000, 43_836, '2025.1.7', '1%', 5000]].map((row) => row.map((value): XlsCell => ({ value, look: 'struck' }))),
      ['合计', null, null, 35_000, null, null, null, 33_000],
    ],
    hiddenColumns: [2],
  }], { isDate1904: true }))],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1) }, { name: '钱乙丑', idNumber: inventedId(2) }, { name: '孙丙寅', idNumber: inventedId(3) }],
    loans: [
      { receiptNo: 'J1', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', annualRatePct: '12.0000', status: 'active' }, { receiptNo: 'J2', disbursedOn: '2024-01-06', maturesOn: '2025-01-06', status: 'overdue' },
      { receiptNo: 'J3', disbursedOn: '2024-01-07', outstandingPrincipal: '5000.00' },
    ],
    problems: [],
  },
};

const since1904: InventedLedger = {
  name: 'a workbook of the 1904 system, with days as days and as bare numbers',
  files: async () => [await bookFile([{ name: '贷款', rows: [['借据号', '借款人', '贷款金额', '放款日期', '到期日期', '余额'], ['J1', '赵甲子', 10_000, new Date('2024-01-05T00:00:00Z'), 44_200, 10_000], ['J2', '钱乙丑', 10_000, 43_835, new Date('2025-01-06T00:00:00Z'), 10_000]] }], '1904')],
  expected: { loans: [{ receiptNo: 'J1', disbursedOn: '2024-01-05', maturesOn: '2025-01-05' }, { receiptNo: 'J2', disbursedOn: '2024-01-06', maturesOn: '2025-01-06' }], problems: [] },
};

const withoutHeadings: InventedLedger = {
  name: 'no headings at all',
  files: async () => [file('dk.csv', utf8(['1,赵甲子,' + inventedId(1) + ',16100000001,50000.00,2024-01-05,2025-01-05,9.6%,30000.00', '2,钱乙丑,' + inventedId(2) + ',16100000002,20000.00,2024-02-05,2025-02-05,9.6%,20000.00', '3,孙丙寅,' + inventedId(3) + ',16100000003,10000.00,2024-03-05,2024-09-05,10.8%,0.00', '4,李丁卯,' + inventedId(4) + ',16100000004,10000.00,2024-03-06,2024-09-06,10.8%,5000.00'].join('\n')))],
  expected: {
    customers: [{ name: '赵甲子', idNumber: inventedId(1), mobile: '16100000001' }, { name: '钱乙丑' }, { name: '孙丙寅' }, { name: '李丁卯' }],
    loans: [{ principal: '50000.00', disbursedOn: '2024-01-05', maturesOn: '2025-01-05', annualRatePct: '9.6000', outstandingPrincipal: '30000.00' }, { principal: '20000.00', customerName: '钱乙丑' }, { principal: '10000.00', customerName: '孙丙寅', status: 'settled' }, { principal: '10000.00', outstandingPrincipal: '5000.00' }],
    problems: [],
  },
};

export const exportLedgers: readonly InventedLedger[] = [forcedText, severalFiles, htmlBook, spreadsheetMl, oldExcel, since1904, withoutHeadings];
