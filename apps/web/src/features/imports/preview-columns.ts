import { importedField, importableFields } from '@loanbook/contract/fields/importable-fields.ts';
import type { ImportedFile, RecordTableName } from './mapping-draft.ts';

// What tells one record from the next stands first and stays while the rest scrolls by.
const leadingKeys: Readonly<Record<RecordTableName, readonly string[]>> = {
  customer: ['name', 'customerNo', 'idNumber', 'mobile'],
  loan: ['receiptNo', 'customerName', 'principal', 'outstandingPrincipal', 'annualRatePct', 'disbursedOn', 'maturesOn', 'method', 'status'],
  repayment: ['receiptNo', 'contractNo', 'customerName', 'paidOn', 'total', 'principal', 'interest'],
  installment: ['receiptNo', 'installmentNo', 'dueOn', 'principal', 'interest'],
};

/** Our own links inside a reading; they mean nothing to a person. */
const hiddenKeys: ReadonlySet<string> = new Set(['ref', 'customerRef', 'loanRef']);

/** The fields a table of records shows: those that some row of the page fills, or that some recognised column is read into. */
export function previewKeys(table: RecordTableName, files: readonly ImportedFile[], rows: readonly { readonly cells: Readonly<Record<string, unknown>> }[]): string[] {
  const present = new Set(rows.flatMap((row) => Object.keys(row.cells)));
  for (const file of files) for (const sheet of file.sheets) for (const one of sheet.tables) for (const column of one.columns) if (column.table === table && column.key !== null) present.add(column.key);
  const known = [...leadingKeys[table], ...importableFields(table).map((field) => field.key)];
  const ordered = [...new Set([...known, ...present])];
  return ordered.filter((key) => present.has(key) && !hiddenKeys.has(key) && importedField(table, key) !== undefined);
}
