import type { ListQuery } from '@loanbook/contract/list-query.ts';
import { sql } from 'kysely';
import { failure } from '../failure.ts';
import type { ListDefinition, SortType, SqlPart } from './list-definition.ts';

/** The order of one query: a sorted column, then the row's id, both in the same direction so that one index serves both. */
export interface ListOrder {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
  readonly type: SortType;
  readonly by: SqlPart;
  readonly sqlDirection: 'asc' | 'desc';
  readonly isNullable: boolean;
  readonly present: SqlPart;
  readonly isAbsentFirst: boolean;
}

/** Where the next page starts: after this row. `value` null: the row has no value in the sorted column. */
export interface ListPosition {
  readonly value: string | null;
  readonly id: readonly string[];
}

/** A stretch of the order that is read by itself: rows with a value, rows without one. */
export type Stretch = 'present' | 'absent';

/** @throws Failure unknown_field or field_not_sortable */
export function listOrder(list: ListDefinition, wanted: ListQuery['sort']): ListOrder {
  const { key, direction } = wanted ?? list.ledger.defaultSort;
  const field = list.ledger.fields.find((candidate) => candidate.key === key);
  const column = list.columns[key];
  if (!field || !column) throw failure('unknown_field', { field: key });
  if (!field.isSortable || !column.sort) throw failure('field_not_sortable', { field: key });
  const { sort } = column;
  const by = sort.by ?? column.value;
  return {
    key,
    direction,
    type: sort.type,
    by,
    sqlDirection: sort.isReversed ? opposite(direction) : direction,
    isNullable: sort.isNullable === true || sort.present !== undefined,
    present: sort.present ?? sql`${by} is not null`,
    isAbsentFirst: sort.absent === 'smallest' && direction === 'asc',
  };
}

function opposite(direction: 'asc' | 'desc'): 'asc' | 'desc' {
  return direction === 'asc' ? 'desc' : 'asc';
}

/**
 * The stretches still to be read after a position, in order. Reading them one after the other keeps each an index range;
 * "after this value or without value" in one condition would be read from the start of the index on every page.
 */
export function stretchesFrom(order: ListOrder, after: ListPosition | null): readonly Stretch[] {
  if (!order.isNullable) return ['present'];
  const all: readonly Stretch[] = order.isAbsentFirst ? ['absent', 'present'] : ['present', 'absent'];
  if (!after) return all;
  return all.slice(all.indexOf(after.value === null ? 'absent' : 'present'));
}

export function stretchCondition(order: ListOrder, stretch: Stretch): SqlPart {
  if (!order.isNullable) return sql`true`;
  // A condition over absent values may be unknown, which counts as "has none".
  return stretch === 'present' ? order.present : sql`(${order.present}) is not true`;
}

/** Rows of the stretch that come after the position. */
export function afterCondition(list: ListDefinition, order: ListOrder, stretch: Stretch, after: ListPosition): SqlPart {
  const ids = list.id.map((part) => part.by);
  const idValues = list.id.map((part, index) => sql`${after.id[index]}::${sql.raw(part.type)}`);
  const left = stretch === 'present' ? [order.by, ...ids] : ids;
  const right = stretch === 'present' ? [sql`${after.value}::${sql.raw(order.type)}`, ...idValues] : idValues;
  return sql`(${sql.join(left)}) ${sql.raw(order.sqlDirection === 'asc' ? '>' : '<')} (${sql.join(right)})`;
}

export function stretchOrderBy(list: ListDefinition, order: ListOrder, stretch: Stretch): SqlPart {
  const parts = stretch === 'present' ? [order.by, ...list.id.map((part) => part.by)] : list.id.map((part) => part.by);
  return sql.join(parts.map((part) => sql`${part} ${sql.raw(order.sqlDirection)}`));
}

/** The whole order at once, for reading all rows. */
export function wholeOrderBy(list: ListDefinition, order: ListOrder): SqlPart {
  const absentRank = order.isNullable ? [sql`(${order.present}) is not true ${sql.raw(order.isAbsentFirst ? 'desc' : 'asc')}`] : [];
  const value = order.isNullable ? sql`case when ${order.present} then ${order.by} end` : order.by;
  const rest = [value, ...list.id.map((part) => part.by)].map((part) => sql`${part} ${sql.raw(order.sqlDirection)}`);
  return sql.join([...absentRank, ...rest]);
}
