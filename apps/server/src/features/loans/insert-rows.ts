import { sql } from 'kysely';
import type { DatabaseSchema } from '../../platform/database-schema.ts';
import type { Tx } from '../../platform/database.ts';

const chunkSize = 5_000;

/**
 * Inserts many rows with one statement for each five thousand; every row names the same columns.
 * As one JSON parameter, because forced row-level security refuses COPY and a VALUES list ends at 65 535 parameters.
 */
export async function insertRows(tx: Tx, table: keyof DatabaseSchema, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = rows.slice(from, from + chunkSize);
    const columns = sql.join(Object.keys(chunk[0] ?? {}).map((name) => sql.ref(name)));
    await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(chunk)}::json)`.execute(tx.db);
  }
}
