import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { liveEntries, readBookLoans } from './book-loans.ts';
import { restateLoans } from './restate-loans.ts';

const loansAtATime = 500;

/**
 * Makes loans that an import brought void: every entry is taken back, and the mark of the undone import frees their
 * numbers for another import. Nobody may have entered anything since; the caller has looked.
 */
export async function voidImportedLoans(tx: Tx, loanIds: readonly string[], importId: string, reason: string, onProgress: (done: number) => void): Promise<void> {
  for (let from = 0; from < loanIds.length; from += loansAtATime) {
    const loans = await readBookLoans(tx, loanIds.slice(from, from + loansAtATime), true);
    await restateLoans(tx, loans.map((loan) => ({
      loan, columns: loan.columns, reversedEventIds: liveEntries(loan.events).map(({ event }) => event.id).toReversed(), events: [], receipts: [], reason,
    })), importId);
    await tx.db.updateTable('loan').set({ undone_with: importId }).where('loan_id', 'in', loans.map((loan) => loan.loanId)).execute();
    onProgress(from + loans.length);
  }
}

/** Receipts of the old book that an import brought count no more, and lists show them no more. Returns how many. */
export async function takeBackImportedReceipts(tx: Tx, importId: string): Promise<number> {
  const changed = await sql`update repayment set is_reversed = true, undone_with = ${importId} where import_id = ${importId} and source = 'taken_over' and undone_with is null`.execute(tx.db);
  return Number(changed.numAffectedRows ?? 0n);
}
