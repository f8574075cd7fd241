import type { FieldChange } from '@loanbook/contract/features/import-change-rows.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { formatPercent, rateE8 } from '@loanbook/engine/rate.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { loanTermColumns, type BookLoan, type UnstatedTerm } from '../loans/loans.index.ts';

/** Terms that a ledger states and people read, by the column that repeats them. */
const shownTerms = [
  ['principal', 'principal_fen'], ['annualRatePct', 'rate_annual_e8'], ['method', 'method'], ['disbursedOn', 'disbursed_on'], ['firstDueOn', 'first_due_on'], ['maturesOn', 'matures_on'],
] as const;

/** Where the ledger's terms are not the book's; what the ledger leaves open is no difference. */
export function termDifferences(book: BookLoan, terms: LoanTerms, unstated: readonly UnstatedTerm[], kept: FieldChange['kept']): FieldChange[] {
  const columns = loanTermColumns(terms, unstated);
  return shownTerms.flatMap(([key, column]): FieldChange[] => {
    const [own, file] = [book.columns[column], columns[column]];
    // A first due date is mostly worked out by us from the others, so it differs only where they do.
    if (file === null || own === file || key === 'firstDueOn') return [];
    return [{ key, book: shownTerm(key, own), file: shownTerm(key, file), kept }];
  });
}

function shownTerm(key: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number') return String(value);
  return key === 'annualRatePct' ? formatPercent(rateE8(value)) : formatYuan(fen(value));
}
