import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** Customers that an import brought: those nobody needs without it, and those that stay because something else hangs on them. */
export interface CustomersOfImport {
  readonly unneeded: readonly string[];
  readonly needed: readonly string[];
}

/** @param editedIds customers that a person changed since */
export async function customersOfImport(tx: Tx, importId: string, editedIds: ReadonlySet<string>): Promise<CustomersOfImport> {
  const rows = await sql<{ customer_id: string; is_needed: boolean }>`
    select c.customer_id, exists (select from loan_current l where l.customer_id = c.customer_id and l.import_id is distinct from c.import_id and l.life <> 'void') as is_needed
    from customer c where c.import_id = ${importId} and c.deactivated_at is null order by c.customer_id`.execute(tx.db);
  const needed = new Set(rows.rows.filter((row) => row.is_needed || editedIds.has(row.customer_id)).map((row) => row.customer_id));
  return { unneeded: rows.rows.filter((row) => !needed.has(row.customer_id)).map((row) => row.customer_id), needed: [...needed] };
}
