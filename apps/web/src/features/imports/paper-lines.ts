import type { PaperTotals } from '@loanbook/contract/features/imports.ts';
import { fen, formatYuan, parseYuan } from '@loanbook/engine/money.ts';

const keys = ['loans', 'principal', 'outstanding', 'repaid'] as const;

/** A typed total beside the book's; `difference` is book less paper, null where nothing was typed. */
export interface PaperLine {
  readonly key: (typeof keys)[number];
  readonly book: string;
  readonly difference: string | null;
  readonly isEqual: boolean;
}

export function paperLines(typed: PaperTotals, book: Readonly<Record<PaperLine['key'], string>>): PaperLine[] {
  return keys.map((key) => {
    const difference = differenceOf(key, typed[key] ?? null, book[key]);
    return { key, book: book[key], difference, isEqual: difference !== null && Number(difference) === 0 };
  });
}

function differenceOf(key: PaperLine['key'], paper: number | string | null, book: string): string | null {
  if (paper === null) return null;
  if (key === 'loans') return String(Number(book) - Number(paper));
  const [bookFen, paperFen] = [parseYuan(book), parseYuan(String(paper))];
  return bookFen === null || paperFen === null ? null : formatYuan(fen(bookFen - paperFen));
}
