import type { FieldChange } from '@loanbook/contract/features/import-change-rows.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanRecord, RepaymentRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { BookLoan, Restatement } from '../loans/loans.index.ts';

/** A line of the ledger beside the loan of the book that it is about. */
export interface LoanPair {
  readonly record: LoanRecord;
  readonly repayments: readonly RepaymentRecord[];
  readonly book: BookLoan;
}

/** What all lines of one reading are compared by. */
export interface ComparisonGround {
  /** The ledger's day, never after the business date. */
  readonly asOf: CivilDate;
  /** False: the ledger names no day, so that it is held against the day it was taken over on before. */
  readonly isAsOfStated: boolean;
  readonly businessDate: CivilDate;
  readonly hasReceipts: boolean;
  /** What people have entered about the loan since, by hand. */
  readonly entered: { readonly fields: ReadonlySet<string>; readonly actions: ReadonlySet<string> };
}

/** `restatement` null: nothing is written. `fields` tells people what changes, and where the book's word stands. */
export interface LoanComparison {
  readonly fields: readonly FieldChange[];
  readonly restatement: Restatement | null;
  readonly repaymentsAdded: number;
  /** Receipts of the ledger that the book has already. */
  readonly repaymentsKnown: { readonly count: number; readonly sumFen: number };
}

export const importReason = '导入台账';
