import type { Field } from '@loanbook/contract/fields/field.ts';
import { importableFields, type ImportTable } from '@loanbook/contract/fields/importable-fields.ts';

type Language = 'zh' | 'en';

/** A sheet of the blank ledger: which columns it offers, and which of them a row cannot do without. */
export interface BlankSheet {
  readonly zh: string;
  readonly en: string;
  readonly table: ImportTable;
  readonly keys: readonly string[];
  readonly requiredKeys: readonly string[];
  /** Its balances stand for a day, which is written above the headings. */
  readonly hasAsOf?: true;
}

/** The four ledgers that every small lender keeps, in the order in which they are filled. */
export const blankSheets: readonly BlankSheet[] = [
  {
    zh: '客户台账', en: 'Customers', table: 'customer', requiredKeys: ['name'],
    keys: ['customerNo', 'name', 'kind', 'idType', 'idNumber', 'idExpiresOn', 'gender', 'birthDate', 'maritalStatus', 'education', 'ethnicity', 'mobile', 'phone2', 'email', 'address', 'registeredAddress',
      'bankName', 'bankAccount', 'spouseName', 'spouseIdNumber', 'spouseMobile', 'emergencyContact', 'employer', 'occupation', 'annualIncome', 'monthlyIncome', 'assets', 'liabilities', 'legalRepresentative',
      'industry', 'creditRating', 'creditScore', 'creditLimit', 'acquisitionSource', 'manager', 'branch', 'openedOn', 'note'],
  },
  {
    zh: '放款台账', en: 'Loans', table: 'loan', hasAsOf: true, requiredKeys: ['customerName', 'principal', 'annualRatePct', 'disbursedOn', 'maturesOn', 'method', 'outstandingPrincipal'],
    keys: ['receiptNo', 'contractNo', 'customerName', 'customerIdNumber', 'product', 'contractAmount', 'principal', 'annualRatePct', 'rateType', 'termMonths', 'disbursedOn', 'firstDueOn', 'maturesOn', 'dueDay', 'method',
      'guarantee', 'guarantors', 'collateral', 'purpose', 'industry', 'outstandingPrincipal', 'repaidPrincipal', 'repaidInterest', 'overdueDays', 'overduePrincipal', 'overdueInterest', 'class', 'status',
      'previousReceiptNo', 'archiveNo', 'manager', 'branch', 'note'],
  },
  {
    zh: '还款台账', en: 'Repayments', table: 'repayment', requiredKeys: ['paidOn', 'receiptNo', 'total'],
    keys: ['paidOn', 'receiptNo', 'contractNo', 'customerName', 'installmentNo', 'dueOn', 'total', 'principal', 'interest', 'penalty', 'fee', 'channel', 'externalRef', 'payerName', 'note'],
  },
  {
    zh: '逾期台账', en: 'Overdue', table: 'loan', requiredKeys: ['receiptNo', 'overdueDays'],
    keys: ['receiptNo', 'contractNo', 'customerName', 'overdueDays', 'overduePrincipal', 'overdueInterest', 'outstandingPrincipal', 'class'],
  },
];

/** @throws Error for a key that no ledger can be read into: a slip in the lists above */
export function blankFields(sheet: BlankSheet): readonly Field[] {
  const fields = importableFields(sheet.table);
  return sheet.keys.map((key) => {
    const field = fields.find((candidate) => candidate.key === key);
    if (!field) throw new Error(`${sheet.en} has no importable field ${key}`);
    return field;
  });
}

/** The heading as the reader knows it, with the unit that decides what the amounts mean. */
export function blankHeading(field: Field, language: Language): string {
  if (field.type !== 'money') return field[language];
  return language === 'zh' ? `${field.zh}(元)` : `${field.en} (yuan)`;
}

const zhByKey: Readonly<Record<string, string>> = {
  customerNo: '自己的编号；没有就留空，导入时自动编号。',
  receiptNo: '一笔贷款一个借据号，不能重复；还款和逾期靠它对上贷款。',
  contractNo: '一份合同下有几笔借据时，每一行都写合同编号。',
  idNumber: '整列已设为文本，18 位号码不会变成科学计数。末位 X 大写。',
  customerIdNumber: '与客户台账的证件号码一致，同名的人靠它分清。',
  annualRatePct: '只写年利率的数字，例如 12 表示 12%。月利率 8‰ 写 9.6。',
  termMonths: '几个月，只写数字。',
  outstandingPrincipal: '截止日还剩多少本金没有还；结清的写 0。',
  overdueDays: '截止日已经逾期多少天；没有逾期写 0 或留空。',
  dueDay: '每月几号还款，1 到 31。',
  total: '这次实际收到的钱，等于后面几列之和。',
  penalty: '罚息和违约金。',
  installmentNo: '还的是第几期；不清楚就留空。',
  externalRef: '银行流水号或收据号，用来认出重复的收款。',
  status: '截止日的状态；留空时按余额和逾期天数推算。',
};
const enByKey: Readonly<Record<string, string>> = {
  customerNo: 'Your own number; leave it empty to have one given.',
  receiptNo: 'One number for each loan, never twice; repayments and overdue rows find their loan by it.',
  contractNo: 'Where one contract has several loans, write it on every row.',
  idNumber: 'The column is text, so that 18 digits stay as they are. A final X is a capital.',
  customerIdNumber: 'The same as on the customer sheet; it tells namesakes apart.',
  annualRatePct: 'The yearly rate as a number: 12 means 12 %. A monthly 8 per mille is 9.6.',
  termMonths: 'The number of months.',
  outstandingPrincipal: 'Principal still owed on the as-of date; 0 when settled.',
  overdueDays: 'Days past due on the as-of date; 0 or empty when there are none.',
  dueDay: 'The day of the month, 1 to 31.',
  total: 'What was received, the sum of the columns after it.',
  penalty: 'Penalty interest and late fees.',
  installmentNo: 'Which installment was paid; leave it empty if unclear.',
  externalRef: 'Bank reference or receipt number; tells a receipt entered twice.',
  status: 'On the as-of date; worked out from balance and days past due when empty.',
};

/** What stands in the note on a heading: whether it is needed, how it is written, what it is for. */
export function blankHint(field: Field, isRequired: boolean, language: Language): string {
  const isChinese = language === 'zh';
  const need = isRequired ? (isChinese ? '必填。' : 'Required. ') : '';
  const own = (isChinese ? zhByKey : enByKey)[field.key] ?? '';
  return `${need}${formHint(field, isChinese)}${own}`.trim();
}

function formHint(field: Field, isChinese: boolean): string {
  switch (field.type) {
    case 'money': return isChinese ? '以元为单位，例如 50000 或 50,000.00。' : 'In yuan, such as 50000 or 50,000.00. ';
    case 'date': return isChinese ? '日期，例如 2026-03-05。' : 'A date such as 2026-03-05. ';
    case 'choice': return isChinese ? '从下拉框里选。' : 'Choose from the list. ';
    case 'percent': case 'integer': case 'text': case 'code': case 'date_time': case 'boolean': case 'tags': return '';
    default: return field.type satisfies never;
  }
}
