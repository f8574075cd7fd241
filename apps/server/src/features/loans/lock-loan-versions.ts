import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** Locks these loans in the order of their ids and says who changed each last; unknown ids are absent. */
export async function lockLoanVersions(tx: Tx, loanIds: readonly string[]): Promise<ReadonlyMap<string, { readonly version: number; readonly updatedBy: string; readonly updatedAt: string }>> {
  const { rows } = await sql<{ loan_id: string; version: number; updated_by: string; updated_at: string }>`
    select loan_id, version, updated_by, updated_at from loan where loan_id = any(${[...loanIds]}::uuid[]) order by loan_id for update`.execute(tx.db);
  return new Map(rows.map((row) => [row.loan_id, { version: row.version, updatedBy: row.updated_by, updatedAt: row.updated_at }]));
}
