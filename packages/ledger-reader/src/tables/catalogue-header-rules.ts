import { importableFields, type ImportTable } from '@loanbook/contract/fields/importable-fields.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import type { HeaderRule, TableContext } from './header-rule.ts';
import { parseHeader } from './header-text.ts';

/** Whose fields a heading of a context names, nearest first. */
const tablesOf: Readonly<Record<TableContext, readonly ImportTable[]>> = {
  customer: ['customer', 'loan'], loan: ['loan', 'customer'], overdue: ['loan', 'customer'], repayment: ['repayment', 'loan', 'customer'], installment: ['installment', 'loan', 'customer'],
};

/** A borrower is a customer, whatever list names him. */
const sharedMeanings: Readonly<Record<string, ColumnMeaning>> = {
  'loan.customerName': 'customer.name', 'loan.customerIdNumber': 'customer.idNumber', 'repayment.customerName': 'customer.name',
  'repayment.receiptNo': 'loan.receiptNo', 'repayment.contractNo': 'loan.contractNo', 'installment.receiptNo': 'loan.receiptNo', 'installment.contractNo': 'loan.contractNo',
};

const labelTexts = new Map<string, string>();

/** Our own labels in both languages, as our exports and blank ledgers carry them: what no other rule knows they name exactly. */
export const catalogueHeaderRules: readonly HeaderRule[] = labels().map((label) => [exactly(label), meaningsOf(label)]);

function labels(): string[] {
  const tables: readonly ImportTable[] = ['customer', 'loan', 'repayment', 'installment'];
  return [...new Set(tables.flatMap((table) => importableFields(table).flatMap((field) => [labelText(field.zh), labelText(field.en)])))];
}

/** A label as a heading looks once its unit is taken off. */
function labelText(label: string): string {
  const known = labelTexts.get(label);
  if (known !== undefined) return known;
  const text = (parseHeader([label]).path[0] ?? label).toLowerCase();
  labelTexts.set(label, text);
  return text;
}

function exactly(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)}$`, 'i');
}

function meaningsOf(label: string): Partial<Record<TableContext, readonly ColumnMeaning[]>> {
  const contexts: readonly TableContext[] = ['customer', 'loan', 'overdue', 'repayment', 'installment'];
  return Object.fromEntries(contexts.flatMap((context) => {
    const meanings = tablesOf[context].flatMap((table) => importableFields(table).filter((field) => labelText(field.zh) === label || labelText(field.en) === label).map((field) => meaningOf(table, field.key)));
    return meanings.length === 0 ? [] : [[context, [...new Set(meanings)]]];
  }));
}

function meaningOf(table: ImportTable, key: string): ColumnMeaning {
  return sharedMeanings[`${table}.${key}`] ?? `${table}.${key}`;
}
