import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** For each customer who was merged into another, however often: who they are now. The others are not in it. */
export async function mergedInto(tx: Tx, customerIds: readonly string[]): Promise<Map<string, string>> {
  if (customerIds.length === 0) return new Map();
  const rows = await sql<{ id: string; now_id: string }>`
    with recursive step (id, now_id, depth) as (
      select m.from_customer_id, m.to_customer_id, 1 from customer_move m where m.kind = 'merge' and m.undone_at is null and m.from_customer_id = any(${[...new Set(customerIds)]}::uuid[])
      union all
      select step.id, m.to_customer_id, depth + 1 from step join customer_move m on m.institution_id = ${tx.institutionId} and m.from_customer_id = step.now_id and m.kind = 'merge' and m.undone_at is null where depth < 100
    )
    select distinct on (id) id, now_id from step order by id, depth desc`.execute(tx.db);
  return new Map(rows.rows.map((row) => [row.id, row.now_id]));
}
