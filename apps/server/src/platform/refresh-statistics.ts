import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Call at the end of a transaction that wrote many rows: lists asked for right afterwards are planned with them in mind. */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await sql`select refresh_statistics()`.execute(tx.db);
}
