import type { RecordTable } from '../ledger-reading.ts';

/** What a column holds: a canonical key of a record table, or one of our own helpers that no record shows. */
export type ColumnMeaning = `${RecordTable}.${string}` | HelperMeaning;

/** Helpers: overdueSince (逾期起始日), paidPeriods (已还期数), repaidTotal (已还金额), dueAmount (每期应还), asOf (统计月份), period (2024.1.5-2025.1.5), moneyPart (摘要: 收回本金, 收利息), openingBalance (上月余额), lentInPeriod (本月发放), repaidInPeriod (本月收回). */
export type HelperMeaning = 'row.serial' | 'row.overdueSince' | 'row.paidPeriods' | 'row.repaidTotal' | 'row.dueAmount' | 'row.asOf' | 'row.repayFlag' | 'row.firstName' | 'row.lastName' | 'row.period' | 'row.moneyPart' | 'row.openingBalance' | 'row.lentInPeriod' | 'row.repaidInPeriod';

export type ValueType = 'date' | 'money' | 'rate' | 'days' | 'dueDay' | 'term' | 'installmentNo' | 'id' | 'phone' | 'name' | 'code' | 'method' | 'channel' | 'choice' | 'count' | 'serial' | 'period' | 'moneyPart' | 'text';

const typesByKey: Readonly<Record<string, ValueType>> = {
  idNumber: 'id', customerIdNumber: 'id', spouseIdNumber: 'text', mobile: 'phone', phone2: 'text', spouseMobile: 'text', name: 'name',
  birthDate: 'date', openedOn: 'date', consentOn: 'date', idExpiresOn: 'date', disbursedOn: 'date', startsOn: 'date', firstDueOn: 'date', maturesOn: 'date',
  extendedTo: 'date', dueOn: 'date', paidOn: 'date', overdueSince: 'date', asOf: 'date',
  principal: 'money', contractAmount: 'money', outstandingPrincipal: 'money', repaidPrincipal: 'money', repaidInterest: 'money', overduePrincipal: 'money',
  overdueInterest: 'money', interest: 'money', penalty: 'money', compound: 'money', fee: 'money', total: 'money', paidPrincipal: 'money', paidInterest: 'money',
  annualIncome: 'money', monthlyIncome: 'money', assets: 'money', liabilities: 'money', creditLimit: 'money', repaidTotal: 'money', dueAmount: 'money', openingBalance: 'money', lentInPeriod: 'money', repaidInPeriod: 'money',
  annualRatePct: 'rate', overdueDays: 'days', dueDay: 'dueDay', termMonths: 'term', periods: 'installmentNo', installmentNo: 'installmentNo', paidPeriods: 'installmentNo',
  serial: 'serial', period: 'period', moneyPart: 'moneyPart',
  method: 'method', channel: 'channel', receiptNo: 'code', contractNo: 'code', customerNo: 'code', externalRef: 'code', previousReceiptNo: 'code', archiveNo: 'code',
};

/** How the column's cells are read. */
export function valueTypeOf(meaning: ColumnMeaning): ValueType {
  return typesByKey[keyOf(meaning)] ?? 'text';
}

/** "loan.principal" → "principal". */
export function keyOf(meaning: ColumnMeaning): string {
  return meaning.slice(meaning.indexOf('.') + 1);
}

/** "loan.principal" → "loan"; null for helpers. */
export function tableOf(meaning: ColumnMeaning): RecordTable | null {
  const table = meaning.slice(0, meaning.indexOf('.'));
  return table === 'customer' || table === 'loan' || table === 'repayment' || table === 'installment' ? table : null;
}
