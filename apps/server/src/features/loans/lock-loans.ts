import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { readEvents, type StoredEvent } from './loan-events.ts';

/** A loan that nobody else can post to until the transaction ends. */
export interface LockedLoan {
  readonly loanId: string;
  readonly receiptNo: string;
  readonly customerId: string;
  readonly terms: LoanTerms;
  readonly events: readonly StoredEvent[];
}

/**
 * Locks loans FOR UPDATE in the order of their ids, whatever order they are asked in, so that two batches over the same
 * loans wait for each other instead of dying in a deadlock; events are read after the lock is held.
 * Throws Failure `not_found` when one is missing or another institution's.
 */
export async function lockLoans(tx: Tx, loanIds: readonly string[]): Promise<Map<string, LockedLoan>> {
  const wanted = [...new Set(loanIds)].toSorted();
  if (wanted.length === 0) return new Map();
  const rows = await tx.db.selectFrom('loan').select(['loan_id', 'receipt_no', 'customer_id', 'terms']).where('loan_id', 'in', wanted).orderBy('loan_id').forUpdate().execute();
  if (rows.length < wanted.length) throw failure('not_found');
  const events = await readEvents(tx, wanted);
  return new Map(rows.map((row) => [row.loan_id, {
    loanId: row.loan_id, receiptNo: row.receipt_no, customerId: row.customer_id,
    terms: storedTerms(row.terms), events: events.get(row.loan_id) ?? [],
  }]));
}

/** Terms as the database keeps them: written by this program from LoanTerms, hence not checked again. */
export function storedTerms(json: unknown): LoanTerms {
  return json as LoanTerms; // see above
}
