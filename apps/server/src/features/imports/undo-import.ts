import { failure } from '../../platform/failure.ts';
import type { Tx } from '../../platform/database.ts';
import { editsSinceImport } from '../audit/audit.index.ts';
import { deactivateCustomers, readBookCustomers, restoreCustomerColumns } from '../customers/customers.index.ts';
import { liveEntries, lockImportedLoans, readBookLoans, restateLoans, takeBackImportedReceipts, voidImportedLoans, type BookLoan, type RestatedEvent, type Restatement } from '../loans/loans.index.ts';
import { customersBefore, loansBefore, type LoanBefore } from './kept-before.ts';
import { customersToLeave, undoBlockers } from './undo-preview.ts';

export const undoReason = '撤销导入';
type Progress = (done: number, total: number, stage: string) => void;

/**
 * Takes a whole import back, inside the caller's transaction: loans it brought become void, entries it wrote are reversed and
 * those it replaced put back, facts are as they were, customers nobody needs are put away. Throws Failure
 * import_has_followers when something was entered since.
 */
export async function undoImport(tx: Tx, importId: string, onProgress: Progress): Promise<void> {
  const brought = await lockImportedLoans(tx, importId);
  const edits = await editsSinceImport(tx, importId);
  const blockers = await undoBlockers(tx, importId, edits);
  if (blockers.length > 0) throw failure('import_has_followers', { count: blockers.length });
  const changed = await loansBefore(tx, importId);
  const total = brought.length + changed.length;
  const receipts = await takeBackImportedReceipts(tx, importId);
  await restoreLoans(tx, importId, changed, (done) => onProgress(done, total, 'undo'));
  await voidImportedLoans(tx, brought, importId, undoReason, (done) => onProgress(changed.length + done, total, 'undo'));
  const restored = await restoreCustomers(tx, importId);
  const { unneeded } = await customersToLeave(tx, importId, edits);
  await deactivateCustomers(tx, unneeded);
  tx.audit({ action: 'import.undone', objectType: 'import', objectId: importId, fields: [`loans:${brought.length}`, `loansRestored:${changed.length}`, `customers:${unneeded.length}`, `customersRestored:${restored}`, `repayments:${receipts}`] });
}

const loansAtATime = 500;

async function restoreLoans(tx: Tx, importId: string, before: readonly LoanBefore[], onProgress: (done: number) => void): Promise<void> {
  for (let from = 0; from < before.length; from += loansAtATime) {
    const byId = new Map(before.slice(from, from + loansAtATime).map((one) => [one.loanId, one]));
    const loans = await readBookLoans(tx, [...byId.keys()], true);
    await restateLoans(tx, loans.flatMap((loan) => restoration(loan, byId.get(loan.loanId), importId)), importId);
    for (const { loanId } of loans) tx.audit({ action: 'loan.updated_by_import', objectType: 'loan', objectId: loanId, reason: undoReason });
    onProgress(from + loans.length);
  }
}

/** What the import wrote is reversed; what it reversed is entered again, as the earlier import's own. */
function restoration(loan: BookLoan, before: LoanBefore | undefined, importId: string): Restatement[] {
  if (before === undefined) return [];
  const written = liveEntries(loan.events).flatMap(({ event }) => (loan.importIdByEvent.get(event.id) === importId ? [event.id] : [])).toReversed();
  const again = loan.events.filter(({ event }) => before.reversedEventIds.includes(event.id)).flatMap(({ event, details }): RestatedEvent[] => {
    if (event.type === 'reverse') return [];
    const { id, sequence: _sequence, ...rest } = event;
    return [{ event: rest, details, importId: loan.importIdByEvent.get(id) ?? null }];
  });
  return [{ loan, columns: before.columns, reversedEventIds: written, events: again, receipts: [], reason: undoReason }];
}

async function restoreCustomers(tx: Tx, importId: string): Promise<number> {
  const before = new Map((await customersBefore(tx, importId)).map((one) => [one.customerId, one.columns]));
  for (const customer of await readBookCustomers(tx, [...before.keys()], true)) {
    const columns = before.get(customer.customerId);
    if (columns === undefined) continue;
    await restoreCustomerColumns(tx, customer, columns);
    tx.audit({ action: 'customer.updated_by_import', objectType: 'customer', objectId: customer.customerId, reason: undoReason, fields: Object.keys(columns).filter((column) => !/_(?:sealed|mask|index)$/.test(column)) });
  }
  return before.size;
}
