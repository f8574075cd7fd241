import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { lockLoansOfCustomer, moveLoans } from '../loans/loans.index.ts';
import { lockMove, lockTwo, type StoredMove } from './customer-moves.ts';
import { deactivateCustomers, restoreCustomerColumns, showCustomers, type BookCustomer } from '../customers/customers.index.ts';

/**
 * Takes a merge or a split back: loans, facts and the hidden customer are as they were. Loans made since stay where they are.
 * @throws Failure not_found, already_reversed, customer_changed_since, loans_moved_on
 */
export async function undoMove(tx: Tx, moveId: string, reason: string): Promise<void> {
  const move = await lockMove(tx, moveId);
  const { from, to } = await lockTwo(tx, move.from_customer_id, move.to_customer_id);
  refuseChangedSince(move, from, to);
  const back = await moveLoans(tx, move.loan_ids, move.to_customer_id, move.from_customer_id);
  if (back.length !== move.loan_ids.length) throw failure('loans_moved_on');
  // The target gives the ID number up before the other has it again.
  if (Object.keys(move.to_before).length > 0) await restoreCustomerColumns(tx, to, move.to_before);
  if (Object.keys(move.from_before).length > 0) await restoreCustomerColumns(tx, from, move.from_before);
  if (move.kind === 'merge') await showCustomers(tx, [move.from_customer_id]);
  if (move.is_target_new && to.version === move.to_version && (await lockLoansOfCustomer(tx, move.to_customer_id)).length === 0) await deactivateCustomers(tx, [move.to_customer_id]);
  await tx.db.updateTable('customer_move').set({ undone_at: tx.now.toISOString(), undone_by: tx.actor.name }).where('move_id', '=', moveId).execute();
  tx.audit({ action: 'customer.move_undone', objectType: 'customer', objectId: move.to_customer_id, reason, values: { otherId: move.from_customer_id } });
}

/** Facts that somebody changed since are theirs to settle; where none were taken over, nothing can be overwritten. */
function refuseChangedSince(move: StoredMove, from: BookCustomer, to: BookCustomer): void {
  const isTargetChanged = to.version !== move.to_version && Object.keys(move.to_before).length > 0;
  const isOtherChanged = from.version !== move.from_version && Object.keys(move.from_before).length > 0;
  if (isTargetChanged || isOtherChanged) throw failure('customer_changed_since', { by: String((isTargetChanged ? to : from).columns['updated_by']) });
}
