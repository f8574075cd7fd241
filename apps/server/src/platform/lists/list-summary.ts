import type { ListSummary, ListView } from '@loanbook/contract/list-query.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import type { Tx } from '../database.ts';
import type { ListColumn, ListDefinition, SqlPart } from './list-definition.ts';
import { viewCondition } from './list-filter.ts';

export const countCap = 10_000;

/** How many rows a view has (counted up to 10 000) and the sums of its summed money columns over all of them, as yuan text. */
export async function summariseList(tx: Tx, list: ListDefinition, view: ListView): Promise<ListSummary> {
  const condition = await viewCondition(tx, list, view);
  const counted = await sql<{ count: number }>`select count(*)::int as count from (select 1 from ${list.from} where ${condition} limit ${countCap + 1}) row`.execute(tx.db);
  const count = counted.rows[0]?.count ?? 0;
  return { count: Math.min(count, countCap), isCountCapped: count > countCap, sums: await sumColumns(tx, list, condition) };
}

/** Every row counted, whatever their number, and one column summed: what proofs compare, where `summariseList` stops counting. */
export async function sumListColumn(tx: Tx, list: ListDefinition, view: ListView, key: string): Promise<{ readonly count: number; readonly sumFen: number }> {
  const condition = await viewCondition(tx, list, view);
  const ids = sql`select ${sql.join(list.id.map((part) => part.by))} from ${list.from} where ${condition}`;
  const result = await sql<{ count: number; sumFen: number }>`select count(*)::int as count, ${sumOf(list.columns[key], ids)} as "sumFen" from ${list.from} where ${condition}`.execute(tx.db);
  return result.rows[0] ?? { count: 0, sumFen: 0 };
}

async function sumColumns(tx: Tx, list: ListDefinition, condition: SqlPart): Promise<Record<string, string>> {
  const summed = list.ledger.fields.filter((field) => field.isSummed);
  if (summed.length === 0) return {};
  const ids = sql`select ${sql.join(list.id.map((part) => part.by))} from ${list.from} where ${condition}`;
  const sums = sql.join(summed.map((field) => sql`${sumOf(list.columns[field.key], ids)} as ${sql.id(field.key)}`));
  const result = await sql<Record<string, number>>`select ${sums} from ${list.from} where ${condition}`.execute(tx.db);
  return Object.fromEntries(summed.map((field) => [field.key, formatYuan(fen(result.rows[0]?.[field.key] ?? 0))]));
}

function sumOf(column: ListColumn | undefined, ids: SqlPart): SqlPart {
  return column?.sumOver ? sql`(${column.sumOver(ids)})::bigint` : sql`coalesce(sum(${column?.sumValue ?? column?.value}), 0)::bigint`;
}
