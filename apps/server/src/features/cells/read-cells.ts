import type { Cell } from '@loanbook/contract/list-query.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { listCell, type StoredValue } from '../../platform/lists/list-cells.ts';
import type { ListDefinition } from '../../platform/lists/list-definition.ts';

type Cells = Readonly<Record<string, Cell>>;

/** The editable cells of these rows as the list shows them, masks included; unknown ids are absent. */
export async function readCells(tx: Tx, list: ListDefinition, ids: readonly string[]): Promise<ReadonlyMap<string, Cells>> {
  const [id] = list.id;
  const shown = list.ledger.fields.flatMap((field) => {
    const column = list.columns[field.key];
    return field.isEditable && column ? [{ field, column }] : [];
  });
  const columns = shown.map(({ field, column }) => sql`${column.value} as ${sql.id(field.key)}`);
  const { rows } = await sql<Readonly<Record<string, StoredValue>>>`
    select (${id.by})::text as row_id, ${sql.join(columns)} from ${list.from} where ${id.by} = any(${[...ids]}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [String(row['row_id']), Object.fromEntries(shown.map(({ field, column }) => [field.key, listCell(field, column, row[field.key] ?? null)]))]));
}
