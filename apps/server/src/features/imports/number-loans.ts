import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import type { LoanRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { loanReceiptNo, loanSeries, takeNumbers } from '../../platform/number-series.ts';

/** What tells whether the book has a loan of the ledger already, and numbers the ones that come without a number. */
export interface LoanNumbers {
  isKnown(record: LoanRecord, customerId: string): boolean;
  /** The record's own number, or the next of ours; taken from then on. */
  take(record: LoanRecord): Promise<string>;
}

interface KnownRow {
  readonly receipt_no: string;
  readonly contract_no: string | null;
  readonly customer_id: string;
  readonly principal_fen: string | null;
  readonly disbursed_on: string | null;
}

/**
 * A numbered loan is known by its number; one without by contract, borrower, amount and day together. Where the ledger
 * counts its 借据号 anew in each contract, contract and number together are the loan's number.
 */
export async function loanNumbers(tx: Tx, asOf: CivilDate, records: readonly LoanRecord[]): Promise<LoanNumbers> {
  const numberOf = statedNumbers(records);
  const rows = await sql<KnownRow>`select receipt_no, contract_no, customer_id, principal_fen::text as principal_fen, disbursed_on::text as disbursed_on from loan_current`.execute(tx.db);
  const receiptNos = new Set(rows.rows.map((row) => row.receipt_no));
  const likenesses = new Set(rows.rows.map((row) => loanLikeness(row.contract_no, row.customer_id, row.principal_fen, row.disbursed_on)));
  return {
    isKnown(record, customerId) {
      const stated = numberOf(record);
      return stated === null ? likenesses.has(recordLikeness(record, customerId)) : receiptNos.has(stated);
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
