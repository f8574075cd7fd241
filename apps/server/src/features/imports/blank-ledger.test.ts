import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import { readLedger } from '@loanbook/ledger-reader/read-ledger.ts';
import type { LedgerReading } from '@loanbook/ledger-reader/ledger-reading.ts';
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { blankFields, blankSheets } from './blank-ledger-sheets.ts';
import { writeBlankLedger } from './blank-ledger.ts';

const languages = ['zh', 'en'] as const;

/** The blank ledger with a first row typed into each sheet, by field key. */
async function filled(language: 'zh' | 'en', rows: Readonly<Record<string, Readonly<Record<string, CellValue>>>>): Promise<LedgerReading> {
  const workbook = await readXlsx(await writeBlankLedger(language));
  const sheets = workbook.sheets.map((sheet) => {
    const blank = blankSheets.find((candidate) => candidate[language] === sheet.name);
    const typed = blank ? rows[blank.zh] : undefined;
    if (!blank || !typed) return { name: sheet.name, rows: sheet.rows };
    const captions = blank.hasAsOf === true ? [[sheet.rows[0]?.[0] ?? null, '2026-02-28']] : [];
    return { name: sheet.name, rows: [...captions, sheet.rows[captions.length] ?? [], blank.keys.map((key) => typed[key] ?? null), ...sheet.rows.slice(captions.length + 2)] };
  });
  return readLedger([{ name: 'ledger.xlsx', bytes: await writeXlsx({ sheets }) }]);
}

const customer = {
  customerNo: 'K1', name: '甲立春', idNumber: '11010519491231002X', idExpiresOn: '2030-01-01', birthDate: '1949-12-31', education: '高中', ethnicity: '汉', mobile: '16038120011', phone2: '16038120012',
  email: 'lichun@example.com', address: '某县某镇一村', registeredAddress: '某县某镇二村', bankName: '某某银行', bankAccount: '16000001', spouseName: '乙雨水', spouseIdNumber: '440524188001010014', spouseMobile: '16038120013',
  emergencyContact: '丙惊蛰 16038120014', employer: '某某厂', occupation: '技工', annualIncome: 80_000, monthlyIncome: 6000, assets: 300_000, liabilities: 20_000, industry: '制造业', creditRating: 'A',
  creditScore: 650, creditLimit: 100_000, acquisitionSource: '转介绍', manager: '王小满', branch: '总部', openedOn: '2025-01-02', note: '老客户',
};
const loan = {
  receiptNo: 'JJ-1', contractNo: 'HT-1', customerName: '甲立春', customerIdNumber: '11010519491231002X', product: '经营贷', contractAmount: 60_000, principal: 50_000, annualRatePct: 12, termMonths: 12,
  disbursedOn: '2025-09-15', firstDueOn: '2025-10-15', maturesOn: '2026-09-15', dueDay: 15, guarantors: '乙雨水', collateral: '住房一套', purpose: '进货', industry: '零售', outstandingPrincipal: 40_000,
  repaidPrincipal: 10_000, repaidInterest: 2000, overdueDays: 0, previousReceiptNo: 'JJ-0', archiveNo: 'D-1', manager: '王小满', branch: '总部', note: '首贷',
};
const repayment = { paidOn: '2025-10-15', receiptNo: 'JJ-1', contractNo: 'HT-1', customerName: '甲立春', installmentNo: 1, dueOn: '2025-10-15', total: 10_500, principal: 10_000, interest: 500, externalRef: 'LS1', payerName: '甲立春' };

test.each(languages)('a filled blank ledger is read without a hand on it, in %s', async (language) => {
  const words = language === 'zh' ? { kind: '个人', idType: '居民身份证', gender: '男', maritalStatus: '已婚', rateType: '固定利率', method: '等额本金', guarantee: '保证', class: '正常', status: '正常', channel: '银行转账' }
    : { kind: 'Individual', idType: 'Resident ID', gender: 'Male', maritalStatus: 'Married', rateType: 'Fixed', method: 'Equal principal', guarantee: 'Guarantee', class: 'Normal', status: 'Current', channel: 'Bank transfer' };
  const { kind, idType, gender, maritalStatus, channel, ...loanWords } = words;
  const reading = await filled(language, { 客户台账: { ...customer, kind, idType, gender, maritalStatus }, 放款台账: { ...loan, ...loanWords }, 还款台账: { ...repayment, channel } });
  const unread = reading.files[0]?.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => table.columns.filter((column) => column.key === null).map((column) => `${sheet.name}: ${column.header}`)));
  expect(unread).toEqual([]);
  expect([reading.asOf, reading.asOfSource]).toEqual(['2026-02-28', 'caption']);
  expect(reading.problems.filter((problem) => problem.severity !== 'info')).toEqual([]);
  expect(reading.customers).toHaveLength(1);
  expect(reading.customers[0]).toMatchObject({ ...texts(customer), kind: 'individual', idType: 'resident_id', gender: 'male', maritalStatus: 'married' });
  expect(reading.loans).toHaveLength(1);
  expect(reading.loans[0]).toMatchObject({ ...texts(loan), annualRatePct: '12.0000', rateType: 'fixed', method: 'equal_principal', guarantee: 'guarantee', class: 'normal', status: 'active' });
  expect(reading.repayments).toHaveLength(1);
  expect(reading.repayments[0]).toMatchObject({ ...texts(repayment), channel: 'bank_transfer' });
});

const moneyKeys = new Set(blankSheets.flatMap((sheet) => blankFields(sheet).filter((field) => field.type === 'money').map((field) => field.key)));
const countKeys = new Set(['termMonths', 'dueDay', 'overdueDays', 'installmentNo']);

/** As the reader gives them: money as yuan text, counts as numbers, all else as text. */
function texts(row: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value !== 'number' || countKeys.has(key) ? value : moneyKeys.has(key) ? value.toFixed(2) : String(value)]));
}

test.each(languages)('left empty it holds no record, in %s', async (language) => {
  const reading = await readLedger([{ name: 'blank.xlsx', bytes: await writeBlankLedger(language) }], { asOf: '2026-02-28' });
  expect([reading.customers, reading.loans, reading.repayments, reading.installments]).toEqual([[], [], [], []]);
});

test('long numbers are text, choices have a drop-down, headings say what belongs below them', async () => {
  const workbook = await readXlsx(await writeBlankLedger('zh'), { readStyles: true });
  const sheet = workbook.sheets.find((candidate) => candidate.name === '客户台账');
  const keys = blankSheets[0]?.keys ?? [];
  const [idColumn, kindColumn] = [keys.indexOf('idNumber'), keys.indexOf('kind')];
  expect(sheet?.cells?.get(`1,${idColumn}`)?.style?.numFmt).toBe('@');
  const kinds = customerFields.find((field) => field.key === 'kind')?.choices?.map((choice) => choice.zh);
  expect(sheet?.dataValidations?.find((rule) => rule.range.startsWith('C2:'))).toMatchObject({ type: 'list', values: kinds });
  expect(kindColumn).toBe(2);
  expect(sheet?.cells?.get('0,1')?.comment?.text).toContain('必填');
});
