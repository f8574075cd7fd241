import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** Who changed a record last, and which version that made. */
export interface LockedRecord {
  readonly version: number;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

/** Locks these customers in the order of their ids, so that two batches never wait for each other; unknown ids are absent. */
export async function lockCustomers(tx: Tx, customerIds: readonly string[]): Promise<ReadonlyMap<string, LockedRecord>> {
  const { rows } = await sql<{ customer_id: string; version: number; updated_by: string; updated_at: string }>`
    select customer_id, version, updated_by, updated_at from customer where customer_id = any(${[...customerIds]}::uuid[]) order by customer_id for update`.execute(tx.db);
  return new Map(rows.map((row) => [row.customer_id, { version: row.version, updatedBy: row.updated_by, updatedAt: row.updated_at }]));
}
