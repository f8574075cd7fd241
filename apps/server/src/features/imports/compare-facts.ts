import type { FieldChange } from '@loanbook/contract/features/import-change-rows.ts';
import type { LoanFacts } from '@loanbook/contract/features/loans.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { loanFactColumns, loanFactColumnsOf, type BookLoan, type RestatedColumns } from '../loans/loans.index.ts';

export interface ComparedFacts {
  readonly fields: readonly FieldChange[];
  /** What the ledger changes, in the book's columns. */
  readonly columns: Partial<RestatedColumns>;
}

/**
 * Facts of a loan: blanks are filled; what an import wrote is replaced by a newer ledger; what a person entered stays, and the
 * difference is named. An older ledger fills blanks only.
 */
export function compareFacts(book: BookLoan, facts: LoanFacts, entered: ReadonlySet<string>, isOlder: boolean): ComparedFacts {
  const stated: Readonly<Record<string, unknown>> = loanFactColumnsOf(facts);
  const fields: FieldChange[] = [];
  const columns: Record<string, unknown> = {};
  for (const [key, column] of Object.entries(loanFactColumns)) {
    const file = stated[column];
    if (column === 'receipt_no' || file === undefined || file === null) continue;
    const own = book.columns[column];
    if (own === file) continue;
    const isBlank = own === null || own === undefined || own === '';
    if (!isBlank && isOlder) continue;
    const isKept = !isBlank && entered.has(key);
    fields.push({ key, book: isBlank ? null : shown(own), file: shown(file), kept: isKept ? 'edited_in_book' : null });
    if (!isKept) columns[column] = file;
  }
  return { fields, columns };
}

function shown(value: unknown): string {
  return typeof value === 'number' ? formatYuan(fen(value)) : String(value);
}
