import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Filter, ListView } from '@loanbook/contract/list-query.ts';
import { sql } from 'kysely';
import { failure, type Failure } from '../failure.ts';
import type { Tx } from '../database.ts';
import type { ListColumn, ListDefinition, SqlPart } from './list-definition.ts';
import { parseOperand } from './list-operand.ts';
import { listOrder } from './list-order.ts';

/** Everything a view narrows a list by, as one condition: the list's own, each filter, and the search. */
export async function viewCondition(tx: Tx, list: ListDefinition, view: ListView): Promise<SqlPart> {
  const conditions: SqlPart[] = list.where ? [list.where] : [];
  const isUsual = list.usually && !view.filters.some((filter) => list.usually?.unlessFilteredBy.includes(filter.key));
  if (list.usually && isUsual) conditions.push(list.usually.where);
  for (const [index, filter] of view.filters.entries()) conditions.push(await filterCondition(tx, list, filter, `filters.${index}`));
  if (view.search) conditions.push(await searchCondition(tx, list, view.search));
  return conditions.length === 0 ? sql`true` : sql.join(conditions.map((condition) => sql`(${condition})`), sql` and `);
}

/** @throws Failure for a view that the list cannot show: unknown_field, field_not_filterable, field_not_sortable, invalid_input */
export async function checkView(tx: Tx, list: ListDefinition, view: ListView): Promise<void> {
  listOrder(list, view.sort);
  await viewCondition(tx, list, view);
}

/**
 * Hits are collected by id, one branch for each way to match, so that every branch can use its own index;
 * one long "or" would read the whole table.
 */
async function searchCondition(tx: Tx, list: ListDefinition, text: string): Promise<SqlPart> {
  const ways = list.search ? await list.search(tx, text) : [];
  if (ways.length === 0) return sql`false`;
  const ids = sql.join(list.id.map((part) => part.by));
  const branches = ways.map((way) => sql`select ${ids} from ${list.from} where ${way}`);
  return sql`(${ids}) in (${sql.join(branches, sql` union `)})`;
}

async function filterCondition(tx: Tx, list: ListDefinition, filter: Filter, path: string): Promise<SqlPart> {
  const owner = filter.key === 'loanId' ? list.loanId : filter.key === 'customerId' ? list.customerId : undefined;
  if (owner) {
    if (filter.operator !== 'equals') throw notFilterable(filter.key);
    return sql`${owner} = ${parseOperand('uuid', filter.value, path)}::uuid`;
  }
  const field = list.ledger.fields.find((candidate) => candidate.key === filter.key);
  const column = list.columns[filter.key];
  if (!field || !column) throw failure('unknown_field', { field: filter.key });
  if (!field.isFilterable) throw notFilterable(filter.key);
  const condition = (await column.filter?.(filter, tx, path)) ?? plainCondition(field, column, filter, path);
  if (!condition) throw notFilterable(filter.key);
  return condition;
}

function notFilterable(key: string): Failure {
  return failure('field_not_filterable', { field: key });
}

/** undefined: the field's type has no such filter. */
function plainCondition(field: Field, column: ListColumn, filter: Filter, path: string): SqlPart | undefined {
  if (filter.operator === 'empty' || filter.operator === 'not_empty') return emptyCondition(field, column, filter.operator === 'empty');
  // A mask says nothing about the value behind it.
  if (field.mask) return undefined;
  switch (field.type) {
    case 'text':
    case 'code':
      return textCondition(column, filter);
    case 'choice':
      return choiceCondition(field, column, filter, path);
    case 'boolean':
      return filter.operator === 'equals' ? sql`${column.value} = ${parseOperand('boolean', filter.value, path)}::boolean` : undefined;
    case 'tags':
      return tagsCondition(column, filter);
    case 'money':
    case 'percent':
    case 'integer':
    case 'date':
      return rangeCondition(field.type, column, filter, path);
    case 'date_time':
      return undefined;
    default:
      return field.type satisfies never;
  }
}

function emptyCondition(field: Field, column: ListColumn, isEmpty: boolean): SqlPart {
  if (field.type === 'tags') return isEmpty ? sql`cardinality(${column.value}) = 0` : sql`cardinality(${column.value}) > 0`;
  return isEmpty ? sql`${column.value} is null` : sql`${column.value} is not null`;
}

function textCondition({ value }: ListColumn, filter: Filter): SqlPart | undefined {
  if (filter.operator === 'equals') return sql`${value} = ${filter.value}`;
  if (filter.operator === 'in') return sql`${value} = any(${filter.values}::text[])`;
  return filter.operator === 'contains' ? sql`position(lower(${filter.value}) in lower(${value})) > 0` : undefined;
}

function choiceCondition(field: Field, { value }: ListColumn, filter: Filter, path: string): SqlPart | undefined {
  const wanted = filter.operator === 'equals' ? [filter.value] : filter.operator === 'in' ? filter.values : undefined;
  if (!wanted) return undefined;
  for (const code of wanted) parseOperand({ choices: field.choices ?? [] }, code, path);
  return sql`${value} = any(${wanted}::text[])`;
}

function tagsCondition({ value }: ListColumn, filter: Filter): SqlPart | undefined {
  if (filter.operator === 'equals' || filter.operator === 'contains') return sql`${filter.value} = any(${value})`;
  return filter.operator === 'in' ? sql`${value} && ${filter.values}::text[]` : undefined;
}

const sqlTypes = { money: 'bigint', percent: 'bigint', integer: 'integer', date: 'date' } as const;

function rangeCondition(type: keyof typeof sqlTypes, column: ListColumn, filter: Filter, path: string): SqlPart | undefined {
  if (filter.operator === 'contains' || filter.operator === 'empty' || filter.operator === 'not_empty') return undefined;
  const operandType = type === 'percent' ? (column.percentUnit ?? 'rate_e8') : type;
  const cast = sql.raw(sqlTypes[type]);
  if (filter.operator === 'in') {
    const values = filter.values.map((text) => parseOperand(operandType, text, path));
    return sql`${column.value} = any(${values}::${cast}[])`;
  }
  const operand = sql`${parseOperand(operandType, filter.value, path)}::${cast}`;
  if (filter.operator === 'equals') return sql`${column.value} = ${operand}`;
  return filter.operator === 'from' ? sql`${column.value} >= ${operand}` : sql`${column.value} <= ${operand}`;
}
