import type { ListView } from '@loanbook/contract/list-query.ts';
import { sql } from 'kysely';
import type { Tx } from '../database.ts';
import type { StoredValue } from './list-cells.ts';
import type { ListDefinition } from './list-definition.ts';
import { viewCondition } from './list-filter.ts';
import { listOrder, wholeOrderBy } from './list-order.ts';

const rowsAtATime = 1_000;

/**
 * Every row of a view in its order, as stored values of the asked columns, a block at a time: one statement and so one
 * snapshot, however long the reader takes, in bounded memory. Behind them stand the columns' own `sumValue`s, in order.
 */
export async function* readListRows(tx: Tx, list: ListDefinition, view: ListView, keys: readonly string[]): AsyncGenerator<readonly (readonly StoredValue[])[]> {
  const values = [...keys.map((key) => list.columns[key]?.value), ...keys.flatMap((key) => list.columns[key]?.sumValue ?? [])];
  const columns = values.map((value, index) => sql`${value} as ${sql.id(`c${index}`)}`);
  const order = wholeOrderBy(list, listOrder(list, view.sort));
  const condition = await viewCondition(tx, list, view);
  await sql`declare list_rows no scroll cursor for select ${sql.join(columns)} from ${list.from} where ${condition} order by ${order}`.execute(tx.db);
  for (;;) {
    const { rows } = await sql<Record<string, StoredValue>>`fetch ${sql.lit(rowsAtATime)} from list_rows`.execute(tx.db);
    if (rows.length > 0) yield rows.map((row) => values.map((_value, index) => row[`c${index}`] ?? null));
    if (rows.length < rowsAtATime) break;
  }
  await sql`close list_rows`.execute(tx.db);
}
