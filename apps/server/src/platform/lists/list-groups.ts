import type { Field } from '@loanbook/contract/fields/field.ts';
import { amountBandsYuan, groupShape, type GroupShape } from '@loanbook/contract/fields/group-fields.ts';
import type { Cell, Filter, GroupQuery, ListGroup, ListGroups } from '@loanbook/contract/list-query.ts';
import { addDays, addMonths, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import type { Tx } from '../database.ts';
import { failure } from '../failure.ts';
import type { ListColumn, ListDefinition, SqlPart } from './list-definition.ts';
import { viewCondition } from './list-filter.ts';

export const mostGroups = 200;

/**
 * The rows of a view gathered by a field, with how many there are and the sums of each group, as yuan text. Choices come in
 * the catalogue's order, bands rising, months falling, other values by the number of their rows; rows without a value last.
 * @throws Failure unknown_field, field_not_groupable, and those of a view
 */
export async function groupList(tx: Tx, list: ListDefinition, { groupBy, ...view }: GroupQuery): Promise<ListGroups> {
  const { field, column, shape } = groupingOf(list, groupBy);
  const condition = await viewCondition(tx, list, view);
  // Only what the list shows by itself: what is overdue of each loan is looked up one by one.
  const summed = list.ledger.fields.filter((candidate) => candidate.isSummed && candidate.isShown);
  const sums = summed.map(({ key }) => sql`coalesce(sum(${list.columns[key]?.sumValue ?? list.columns[key]?.value}), 0)::bigint as ${sql.id(`sum_${key}`)}`);
  const { rows } = await sql<Record<string, string | number | boolean | null>>`
    select ${groupValue(column, shape)} as value, count(*)::int as count ${sums.length === 0 ? sql`` : sql`, ${sql.join(sums)}`}
    from ${list.from} where ${condition} group by 1 order by 2 desc, 1 limit ${mostGroups + 1}`.execute(tx.db);
  const groups = rows.slice(0, mostGroups).map((row): ListGroup => {
    const value = row['value'] ?? null;
    return {
      value: shape === 'band' && typeof value === 'number' ? bandYuan(value) : value,
      filters: [...groupFilters(field.key, shape, value)],
      count: Number(row['count']),
      sums: Object.fromEntries(summed.map(({ key }) => [key, formatYuan(fen(Number(row[`sum_${key}`] ?? 0)))])),
    };
  });
  return { groups: inGroupOrder(groups, field, shape), isCut: rows.length > mostGroups };
}

function groupingOf(list: ListDefinition, key: string): { readonly field: Field; readonly column: ListColumn; readonly shape: GroupShape } {
  const field = list.ledger.fields.find((candidate) => candidate.key === key);
  const column = list.columns[key];
  if (!field || !column) throw failure('unknown_field', { field: key });
  const shape = groupShape(field);
  if (shape === null) throw failure('field_not_groupable', { field: key });
  return { field, column, shape };
}

function groupValue({ value }: ListColumn, shape: GroupShape): SqlPart {
  switch (shape) {
    case 'value': return value;
    case 'month': return sql`date_trunc('month', (${value})::timestamp)::date`;
    // What lies below the first end is of the first band.
    case 'band': return sql`greatest(width_bucket((${value})::bigint, ${amountBandsYuan.map((yuan) => yuan * 100)}::bigint[]), 1)`;
    default: return shape satisfies never;
  }
}

/** Bands are counted from 1. */
function bandYuan(band: number): string {
  return formatYuan(fen((amountBandsYuan[band - 1] ?? 0) * 100));
}

function groupFilters(key: string, shape: GroupShape, value: string | number | boolean | null): readonly Filter[] {
  if (value === null) return [{ key, operator: 'empty' }];
  switch (shape) {
    case 'value': return [{ key, operator: 'equals', value: String(value) }];
    case 'month': {
      const first = parseCivilDate(String(value));
      return first === null ? [] : [{ key, operator: 'from', value: first }, { key, operator: 'to', value: addDays(addMonths(first, 1), -1) }];
    }
    case 'band': {
      const [from, next] = [amountBandsYuan[Number(value) - 1], amountBandsYuan[Number(value)]];
      return [
        ...(from === undefined || from === 0 ? [] : [{ key, operator: 'from', value: formatYuan(fen(from * 100)) } as const]),
        ...(next === undefined ? [] : [{ key, operator: 'to', value: formatYuan(fen(next * 100 - 1)) } as const]),
      ];
    }
    default: return shape satisfies never;
  }
}

function inGroupOrder(groups: readonly ListGroup[], field: Field, shape: GroupShape): ListGroup[] {
  const rank = (value: Cell): number | string => {
    if (shape === 'band') return Number(value);
    return field.choices ? field.choices.findIndex((choice) => choice.value === value) : String(value);
  };
  const isByCount = shape === 'value' && !field.choices;
  const present = groups.filter(({ value }) => value !== null);
  const ordered = isByCount ? present : present.toSorted((left, right) => (rank(left.value) < rank(right.value) ? -1 : 1) * (shape === 'month' ? -1 : 1));
  return [...ordered, ...groups.filter(({ value }) => value === null)];
}
