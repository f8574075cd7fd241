import { customerFields } from './customer-fields.ts';
import type { Field } from './field.ts';
import { installmentFields } from './installment-fields.ts';
import { loanFields } from './loan-fields.ts';
import { repaymentFields } from './repayment-fields.ts';

export type ImportTable = 'customer' | 'loan' | 'repayment' | 'installment';

/** Worked out by the book itself: a column cannot be read into them. */
const derivedKeys: Readonly<Record<ImportTable, ReadonlySet<string>>> = {
  customer: new Set(['source', 'riskLevel', 'blacklisted', 'tags', 'consentOn']),
  loan: new Set([
    'nextDueOn', 'overdueBucket', 'interestMode', 'penaltyMultiplier', 'overdueInstallments', 'penalty', 'compound', 'openFee', 'amountOverdue', 'interestDue', 'interestAccrued', 'payoff',
  ]),
  repayment: new Set(['credit', 'source']),
  installment: new Set(['customerName', 'mobile', 'unpaid', 'manager']),
};

/** Read from ledgers, but shown nowhere in the book's own lists. */
const extraFields: Readonly<Record<ImportTable, readonly Field[]>> = {
  customer: [{ key: 'acquisitionSource', zh: '客户来源', en: 'Source', type: 'text', group: 'file', sensitivity: 'C1' }],
  loan: [
    { key: 'extendedTo', zh: '展期到期日', en: 'Extended to', type: 'date', group: 'dates', sensitivity: 'C2' },
    { key: 'currency', zh: '币种', en: 'Currency', type: 'text', group: 'terms', sensitivity: 'C1' },
  ],
  repayment: [],
  installment: [{ key: 'contractNo', zh: '合同编号', en: 'Contract no.', type: 'code', group: 'plan', sensitivity: 'C2' }],
};

const fieldsByTable: Readonly<Record<ImportTable, readonly Field[]>> = { customer: customerFields, loan: loanFields, repayment: repaymentFields, installment: installmentFields };

/** What a column of a ledger can be read as. */
export function importableFields(table: ImportTable): readonly Field[] {
  return [...fieldsByTable[table].filter((field) => !derivedKeys[table].has(field.key)), ...extraFields[table]];
}

/** The field of a record's cell, also one that is no longer offered. */
export function importedField(table: ImportTable, key: string): Field | undefined {
  return [...fieldsByTable[table], ...extraFields[table]].find((field) => field.key === key);
}

/** Only money comes in yuan or in ten thousand yuan. */
export function isImportedMoney(table: ImportTable, key: string): boolean {
  return importedField(table, key)?.type === 'money';
}
