import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import { installmentFields } from '@loanbook/contract/fields/installment-fields.ts';
import { loanFields } from '@loanbook/contract/fields/loan-fields.ts';
import { repaymentFields } from '@loanbook/contract/fields/repayment-fields.ts';
import type { RecordTableName } from './mapping-draft.ts';

/** Worked out by the book itself: a column cannot be read into them. */
const derivedKeys: Readonly<Record<RecordTableName, ReadonlySet<string>>> = {
  customer: new Set(['source', 'riskLevel', 'blacklisted', 'tags', 'consentOn']),
  loan: new Set(['nextDueOn', 'overdueBucket', 'interestMode', 'penaltyMultiplier']),
  repayment: new Set(['credit', 'source']),
  installment: new Set(['customerName', 'mobile', 'unpaid', 'manager']),
};

/** Read from ledgers, but shown nowhere in the book's own lists. */
const extraFields: Readonly<Record<RecordTableName, readonly Field[]>> = {
  customer: [{ key: 'acquisitionSource', zh: '客户来源', en: 'Source', type: 'text', group: 'file', sensitivity: 'C1' }],
  loan: [
    { key: 'extendedTo', zh: '展期到期日', en: 'Extended to', type: 'date', group: 'dates', sensitivity: 'C2' },
    { key: 'currency', zh: '币种', en: 'Currency', type: 'text', group: 'terms', sensitivity: 'C1' },
  ],
  repayment: [],
  installment: [{ key: 'contractNo', zh: '合同编号', en: 'Contract no.', type: 'code', group: 'plan', sensitivity: 'C2' }],
};

const fieldsByTable: Readonly<Record<RecordTableName, readonly Field[]>> = { customer: customerFields, loan: loanFields, repayment: repaymentFields, installment: installmentFields };

/** What a column of a ledger can be read as. */
export function importableFields(table: RecordTableName): readonly Field[] {
  return [...fieldsByTable[table].filter((field) => !derivedKeys[table].has(field.key)), ...extraFields[table]];
}

/** The field of a record's cell, also one that is no longer offered. */
export function fieldOf(table: RecordTableName, key: string): Field | undefined {
  return [...fieldsByTable[table], ...extraFields[table]].find((field) => field.key === key);
}

export function isMoneyField(table: RecordTableName, key: string): boolean {
  return fieldOf(table, key)?.type === 'money';
}
