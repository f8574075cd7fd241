import type { CustomerMove } from '@loanbook/contract/features/merges.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { readBookCustomers, type BookCustomer, type ColumnsBefore } from '../customers/customers.index.ts';

const mostMovesShown = 100;

/** What is kept of a merge or a split, for the record and for the way back. */
export interface StoredMove {
  readonly move_id: string;
  readonly kind: 'merge' | 'split';
  readonly from_customer_id: string;
  readonly to_customer_id: string;
  readonly loan_ids: readonly string[];
  readonly from_before: ColumnsBefore;
  readonly to_before: ColumnsBefore;
  readonly from_version: number;
  readonly to_version: number;
  readonly is_target_new: boolean;
}

export async function recordMove(tx: Tx, move: Omit<StoredMove, 'move_id' | 'from_version' | 'to_version'>, reason: string): Promise<void> {
  const { from, to } = await lockTwo(tx, move.from_customer_id, move.to_customer_id);
  await tx.db.insertInto('customer_move').values({
    ...move, loan_ids: [...move.loan_ids], from_before: JSON.stringify(move.from_before), to_before: JSON.stringify(move.to_before),
    institution_id: tx.institutionId, move_id: newId(tx.now), from_version: from.version, to_version: to.version, reason, moved_at: tx.now, moved_by: tx.actor.name,
  }).execute();
}

/** Both customers, locked in the order of their ids. @throws Failure not_found */
export async function lockTwo(tx: Tx, fromId: string, toId: string): Promise<{ readonly from: BookCustomer; readonly to: BookCustomer }> {
  const customers = await readBookCustomers(tx, [fromId, toId], true);
  const from = customers.find((customer) => customer.customerId === fromId);
  const to = customers.find((customer) => customer.customerId === toId);
  if (!from || !to) throw failure('not_found');
  return { from, to };
}

/** Merges and splits that a customer took part in, the latest first. @throws Failure not_found */
export async function listMoves(tx: Tx, customerId: string): Promise<CustomerMove[]> {
  if ((await readBookCustomers(tx, [customerId])).length === 0) throw failure('not_found');
  const rows = await tx.db.selectFrom('customer_move').selectAll()
    .where((where) => where.or([where('from_customer_id', '=', customerId), where('to_customer_id', '=', customerId)]))
    .orderBy('moved_at', 'desc').orderBy('move_id', 'desc').limit(mostMovesShown).execute();
  const parties = new Map((await readBookCustomers(tx, rows.flatMap((row) => [row.from_customer_id, row.to_customer_id]))).map(({ customerId: id, name, customerNo }) => [id, { id, name, customerNo }]));
  const partyOf = (id: string): CustomerMove['from'] => parties.get(id) ?? { id, name: '', customerNo: '' };
  return rows.map((row) => ({
    id: row.move_id, kind: kindOf(row.kind), from: partyOf(row.from_customer_id), to: partyOf(row.to_customer_id), loans: row.loan_ids.length,
    reason: row.reason, movedAt: row.moved_at, movedBy: row.moved_by, undoneAt: row.undone_at, undoneBy: row.undone_by,
  }));
}

function kindOf(stored: string): StoredMove['kind'] {
  return stored as StoredMove['kind']; // as: the table's check lets only these through
}

/** A move that has not been undone, locked. @throws Failure not_found, already_reversed */
export async function lockMove(tx: Tx, moveId: string): Promise<StoredMove> {
  const row = await tx.db.selectFrom('customer_move').selectAll().where('move_id', '=', moveId).forUpdate().executeTakeFirst();
  if (!row) throw failure('not_found');
  if (row.undone_at !== null) throw failure('already_reversed');
  // as: only recordMove writes these columns.
  return { ...row, kind: kindOf(row.kind), from_before: row.from_before as ColumnsBefore, to_before: row.to_before as ColumnsBefore };
}
