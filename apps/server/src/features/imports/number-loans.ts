import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import type { LoanRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { Tx } from '../../platform/database.ts';
import { loanReceiptNo, loanSeries, takeNumbers } from '../../platform/number-series.ts';
import { readLoanIdentities, type LoanIdentity } from '../loans/loans.index.ts';

/** What tells whether the book has a loan of the ledger already, and numbers the ones that come without a number. */
export interface LoanNumbers {
  find(record: LoanRecord, customerId: string | undefined): LoanIdentity | null;
  /** All loans of the book. */
  readonly identities: readonly LoanIdentity[];
  /** The record's own number, or the next of ours; taken from then on. */
  take(record: LoanRecord): Promise<string>;
}

/**
 * A numbered loan is known by its number; one without by contract, borrower, amount and day together. Where the ledger
 * counts its 借据号 anew in each contract, contract and number together are the loan's number.
 */
export async function loanNumbers(tx: Tx, asOf: CivilDate, records: readonly LoanRecord[]): Promise<LoanNumbers> {
  const numberOf = statedNumbers(records);
  const identities = await readLoanIdentities(tx);
  const receiptNos = new Set(identities.map((known) => known.receiptNo));
  const byNumber = new Map(identities.map((known) => [known.receiptNo, known]));
  const byLikeness = new Map(identities.map((known) => [loanLikeness(known.contractNo, known.customerId, known.principalFen === null ? null : String(known.principalFen), known.disbursedOn), known]));
  return {
    identities,
    find(record, customerId) {
      const stated = numberOf(record);
      if (stated !== null) return byNumber.get(stated) ?? null;
      return customerId === undefined ? null : (byLikeness.get(recordLikeness(record, customerId)) ?? null);
    },
    async take(record) {
      const receiptNo = numberOf(record) ?? (await freshNumber(tx, record, asOf, receiptNos));
      receiptNos.add(receiptNo);
      return receiptNo;
    },
  };
}

/** The number that stands for a loan of this ledger in the whole book; null where it states none. */
export function statedNumbers(records: readonly LoanRecord[]): (record: LoanRecord) => string | null {
  const seen = new Set<string>();
  const isRepeated = records.some((record) => record.receiptNo !== undefined && (seen.has(record.receiptNo) || !seen.add(record.receiptNo)));
  return ({ receiptNo, contractNo }) => {
    if (receiptNo === undefined) return null;
    return isRepeated && contractNo !== undefined ? `${contractNo}-${receiptNo}` : receiptNo;
  };
}

/** What a ledger line without a number is known by; `borrower` is whatever names one borrower to the caller. */
export function recordLikeness(record: LoanRecord, borrower: string): string {
  const principalFen = record.principal === undefined ? null : parseYuan(record.principal);
  return loanLikeness(record.contractNo ?? null, borrower, principalFen === null ? null : String(principalFen), record.disbursedOn ?? null);
}

export function loanLikeness(contractNo: string | null, borrower: string, principalFen: string | null, disbursedOn: string | null): string {
  return JSON.stringify([contractNo, borrower, principalFen, disbursedOn]);
}

async function freshNumber(tx: Tx, record: LoanRecord, asOf: CivilDate, taken: ReadonlySet<string>): Promise<string> {
  const month = (record.disbursedOn === undefined ? null : parseCivilDate(record.disbursedOn)) ?? asOf;
  for (;;) {
    const receiptNo = loanReceiptNo(month, await takeNumbers(tx, loanSeries(month)));
    if (!taken.has(receiptNo)) return receiptNo;
  }
}
