import { fen, type Fen } from '@loanbook/engine/money.ts';
import type { BookReceipt, TakenOverReceipt } from '../loans/loans.index.ts';

export interface MatchedReceipts {
  /** In the ledger, not in the book. */
  readonly fresh: readonly TakenOverReceipt[];
  /** Counted by the ledger, reversed in the book. */
  readonly reversedInBook: readonly TakenOverReceipt[];
  readonly known: readonly TakenOverReceipt[];
  readonly knownFen: Fen;
}

/**
 * Which receipts of a ledger the book has: the same reference, else the same day and amount unless both name different
 * references. Each receipt of the book answers for one line only, so that two equal payments stay two.
 */
export function matchReceipts(stated: readonly TakenOverReceipt[], book: readonly BookReceipt[]): MatchedReceipts {
  const left = new Set(book);
  const take = (isSame: (receipt: BookReceipt) => boolean): BookReceipt | undefined => {
    // A receipt that counts is preferred to one that was reversed.
    const found = [...left].filter(isSame).toSorted((one, other) => Number(one.isReversed) - Number(other.isReversed))[0];
    if (found) left.delete(found);
    return found;
  };
  const matches = new Map<TakenOverReceipt, BookReceipt>();
  const note = (receipt: TakenOverReceipt, isSame: (candidate: BookReceipt) => boolean): void => {
    const found = matches.has(receipt) ? undefined : take(isSame);
    if (found) matches.set(receipt, found);
  };
  for (const receipt of stated) if (receipt.externalRef !== null) note(receipt, (candidate) => candidate.externalRef === receipt.externalRef && candidate.totalFen === receipt.totalFen);
  for (const receipt of stated) note(receipt, (candidate) => candidate.paidOn === receipt.paidOn && candidate.totalFen === receipt.totalFen && !(candidate.externalRef !== null && receipt.externalRef !== null && candidate.externalRef !== receipt.externalRef));
  const known = stated.filter((receipt) => matches.has(receipt));
  return {
    fresh: stated.filter((receipt) => !matches.has(receipt)),
    reversedInBook: known.filter((receipt) => !receipt.isReversed && matches.get(receipt)?.isReversed === true),
    known, knownFen: fen(known.reduce((sum, receipt) => sum + (receipt.isReversed ? 0 : receipt.totalFen), 0)),
  };
}
