import type { ListPage, ListQuery, ListRow } from '@loanbook/contract/list-query.ts';
import { sql } from 'kysely';
import type { Tx } from '../database.ts';
import { listCell, type StoredValue } from './list-cells.ts';
import { readCursor, writeCursor } from './list-cursor.ts';
import type { ListDefinition, SqlPart } from './list-definition.ts';
import { viewCondition } from './list-filter.ts';
import { afterCondition, listOrder, stretchCondition, stretchesFrom, stretchOrderBy, type ListOrder, type ListPosition, type Stretch } from './list-order.ts';

/**
 * One page of a list and the position after it (null: nothing follows).
 * @throws Failure unknown_field, field_not_filterable, field_not_sortable, cursor_invalid, invalid_input
 */
export async function queryListPage(tx: Tx, list: ListDefinition, query: ListQuery): Promise<ListPage> {
  const order = listOrder(list, query.sort);
  const after = query.after === undefined ? null : readCursor(list, order, query.after);
  const condition = await viewCondition(tx, list, query);
  const found: StoredRow[] = [];
  for (const stretch of stretchesFrom(order, after)) {
    const isSameStretch = after !== null && (after.value === null) === (stretch === 'absent');
    // One row more than asked for tells whether another page follows.
    found.push(...(await readStretch(tx, { list, order, condition, stretch, after: isSameStretch ? after : null, limit: query.limit + 1 - found.length })));
    if (found.length > query.limit) break;
  }
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => presentRow(list, row)),
    next: found.length > query.limit && last ? writeCursor(list, order, positionOf(list, last)) : null,
    businessDate: tx.businessDate,
  };
}

interface StretchRequest {
  readonly list: ListDefinition;
  readonly order: ListOrder;
  readonly condition: SqlPart;
  readonly stretch: Stretch;
  readonly after: ListPosition | null;
  readonly limit: number;
}

type StoredRow = Readonly<Record<string, StoredValue>>;

/** First the ids of the page, narrowly, then its cells: derived cells are computed for the rows that are shown and no others. */
async function readStretch(tx: Tx, request: StretchRequest): Promise<readonly StoredRow[]> {
  const { list, order, stretch } = request;
  const conditions = [request.condition, stretchCondition(order, stretch), ...(request.after ? [afterCondition(list, order, stretch, request.after)] : [])];
  const orderBy = stretchOrderBy(list, order, stretch);
  const keys = sql.join(list.id.map((part, index) => sql`${part.by} as ${idColumn(index)}`));
  const position = stretch === 'present' ? sql`(${order.by})::text` : sql`null::text`;
  const isSame = sql.join(list.id.map((part, index) => sql`${part.by} = page.${idColumn(index)}`), sql` and `);
  const cells = sql.join([...rowColumns(list), sql`page.sort_value`]);
  const result = await sql<StoredRow>`
    with page as materialized (
      select ${keys}, ${position} as sort_value from ${list.from} where ${sql.join(conditions, sql` and `)} order by ${orderBy} limit ${request.limit}
    )
    select ${cells} from page join ${list.from} on ${isSame} order by ${orderBy}`.execute(tx.db);
  return result.rows;
}

function rowColumns(list: ListDefinition): readonly SqlPart[] {
  return [
    ...list.ledger.fields.map((field) => sql`${list.columns[field.key]?.value} as ${sql.id(field.key)}`),
    ...list.id.map((part, index) => sql`(${part.by})::text as ${idColumn(index)}`),
    ...(list.loanId ? [sql`${list.loanId} as row_loan_id`] : []),
    ...(list.customerId ? [sql`${list.customerId} as row_customer_id`] : []),
  ];
}

function idColumn(index: number): SqlPart {
  return sql.id(`row_id_${index}`);
}

function idTexts(list: ListDefinition, row: StoredRow): string[] {
  return list.id.map((_part, index) => String(row[`row_id_${index}`]));
}

function positionOf(list: ListDefinition, row: StoredRow): ListPosition {
  const value = row['sort_value'];
  return { value: typeof value === 'string' ? value : null, id: idTexts(list, row) };
}

function presentRow(list: ListDefinition, row: StoredRow): ListRow {
  const cells: ListRow['cells'] = {};
  for (const field of list.ledger.fields) {
    const column = list.columns[field.key];
    if (column) cells[field.key] = listCell(field, column, row[field.key] ?? null);
  }
  const [loanId, customerId] = [row['row_loan_id'], row['row_customer_id']];
  return {
    id: idTexts(list, row).join('.'),
    ...(typeof loanId === 'string' ? { loanId } : {}),
    ...(typeof customerId === 'string' ? { customerId } : {}),
    cells,
  };
}
