import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Filter, ListQuery } from '@loanbook/contract/list-query.ts';
import { customersList } from '../apps/server/src/features/customers/customers.index.ts';
import { installmentsList } from '../apps/server/src/features/installments/installments.index.ts';
import { loansList } from '../apps/server/src/features/loans/loans.index.ts';
import { overdueList } from '../apps/server/src/features/overdue/overdue.index.ts';
import { repaymentsList } from '../apps/server/src/features/repayments/repayments.index.ts';
import { inInstitution, inSnapshot, type Tx } from '../apps/server/src/platform/database.ts';
import type { ListDefinition } from '../apps/server/src/platform/lists/list-definition.ts';
import { queryListPage } from '../apps/server/src/platform/lists/list-page.ts';
import { summariseList } from '../apps/server/src/platform/lists/list-summary.ts';
import type { Bench, BenchSize, Measurement } from './bench.ts';
import { openLargeBook, type LargeBook } from './book/open-large-book.ts';
import { spreadOf, type Spread } from './spread.ts';

const pageLimitMs = 20;
const searchLimitMs = 5;
const sumsLimitMs = 1_000;
const lists = [customersList, loansList, installmentsList, repaymentsList, overdueList];
const nameParts = ['青禾', '晚枫', '知秋', '王青', '欧阳', '李云', '张小', '赵竹', '桂林', '水产'];

/** First and last page of every order, first page of every filter, two-character names, sums: 95 of 100 take no longer. */
export const bench: Bench = {
  async run({ loans, isFull }: BenchSize) {
    const book = await openLargeBook(loans);
    const most = isFull ? 30 : 6;
    try {
      await inInstitution(book.app, book.actor, (tx) => queryListPage(tx, loansList, { filters: [], limit: 100 }));
      const measurements: Measurement[] = [];
      for (const list of lists) {
        for (const [name, query] of await queriesOf(book, list)) measurements.push(await timedPage(book, list, name, query, most));
        measurements.push(await timedSums(book, list));
      }
      measurements.push(await timedSearch(book, most));
      return measurements.toSorted((left, right) => (right.ratio ?? 0) - (left.ratio ?? 0));
    } finally {
      await book.close();
    }
  },
};

type NamedQuery = readonly [name: string, query: ListQuery];

/** Every order from both ends, and for every filter offered the operators that its type has, with values that occur. */
async function queriesOf(book: LargeBook, list: ListDefinition): Promise<NamedQuery[]> {
  const fields = list.ledger.fields;
  const { rows } = await inInstitution(book.app, book.actor, (tx) => queryListPage(tx, list, { filters: [], limit: 100 }));
  const valueOf = (field: Field): string | null => {
    const cell = rows.map((row) => row.cells[field.key]).find((value) => value !== null && value !== undefined && value !== '');
    return cell === undefined || Array.isArray(cell) ? null : String(cell);
  };
  const queries: NamedQuery[] = [];
  for (const field of fields.filter((one) => one.isSortable)) {
    for (const direction of ['asc', 'desc'] as const) {
      const sort = { key: field.key, direction };
      queries.push([`${field.key} ${direction}, first page`, { filters: [], sort, limit: 100 }]);
      queries.push([`${field.key} ${direction}, last page`, { filters: [], sort, limit: 100, after: await lastPosition(book, list, sort) }]);
    }
  }
  for (const field of fields.filter((one) => one.isFilterable)) {
    for (const filter of filtersOf(field, valueOf(field))) queries.push([`${filterText(filter)}`, { filters: [filter], limit: 100 }]);
  }
  return queries;
}

/** Where the last page begins: the hundredth row from the other end, its position said in this order. */
async function lastPosition(book: LargeBook, list: ListDefinition, sort: { readonly key: string; readonly direction: 'asc' | 'desc' }): Promise<string | undefined> {
  const other = sort.direction === 'asc' ? 'desc' : 'asc';
  const page = (direction: 'asc' | 'desc', limit: number): Promise<string | null> =>
    inInstitution(book.app, book.actor, async (tx) => (await queryListPage(tx, list, { filters: [], sort: { key: sort.key, direction }, limit })).next);
  const [there, here] = [await page(other, 100), await page(sort.direction, 1)];
  if (there === null || here === null) return undefined;
  const read = (cursor: string): unknown[] => JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  return Buffer.from(JSON.stringify([read(here)[0], ...read(there).slice(1)])).toString('base64url');
}

function filtersOf(field: Field, value: string | null): Filter[] {
  const { key } = field;
  switch (field.type) {
    case 'choice':
      return (field.choices ?? []).slice(0, 6).map((choice) => ({ key, operator: 'equals', value: choice.value }));
    case 'boolean':
      return [{ key, operator: 'equals', value: 'true' }, { key, operator: 'equals', value: 'false' }];
    case 'text':
    case 'code':
      if (value === null || field.mask) return [];
      return [{ key, operator: 'equals', value }, { key, operator: 'contains', value: [...value].slice(-2).join('') }];
    case 'money':
    case 'percent':
    case 'integer':
    case 'date':
      return value === null ? [] : [{ key, operator: 'from', value }, { key, operator: 'to', value }, { key, operator: 'equals', value }];
    case 'tags':
    case 'date_time':
      return [];
    default:
      return field.type satisfies never;
  }
}

function filterText(filter: Filter): string {
  return 'value' in filter ? `${filter.key} ${filter.operator} ${filter.value}` : `${filter.key} ${filter.operator}`;
}

async function timedPage(book: LargeBook, list: ListDefinition, name: string, query: ListQuery, most: number): Promise<Measurement> {
  return against(`${list.ledger.name}: ${name}`, pageLimitMs, await timings(book, most, (tx) => queryListPage(tx, list, query)));
}

async function timedSums(book: LargeBook, list: ListDefinition): Promise<Measurement> {
  return against(`${list.ledger.name}: count and sums of all`, sumsLimitMs, await timings(book, 3, (tx) => summariseList(tx, list, { filters: [] })));
}

async function timedSearch(book: LargeBook, most: number): Promise<Measurement> {
  let next = 0;
  const spread = await timings(book, most * 3, (tx) => queryListPage(tx, customersList, { filters: [], search: nameParts[(next += 1) % nameParts.length] ?? '', limit: 20 }));
  return against('customers: search by two characters of a name', searchLimitMs, spread);
}

function against(name: string, limitMs: number, { p95, least }: Spread): Measurement {
  return { name, value: p95, unit: `ms p95, quickest ${least.toFixed(1)}`, comparison: `${limitMs} ms`, ratio: p95 / limitMs };
}

/**
 * Slow ones are not asked as often: what takes a second is known after a few. Beside the 95th of a hundred stands the
 * quickest, which hardly depends on what else the machine does.
 */
async function timings(book: LargeBook, most: number, work: (tx: Tx) => Promise<unknown>): Promise<Spread> {
  const durations: number[] = [];
  for (let time = 0; time < most && durations.reduce((sum, one) => sum + one, 0) < 3_000; time += 1) {
    await inSnapshot(book.app, book.actor, async (tx) => {
      const started = performance.now();
      await work(tx);
      durations.push(performance.now() - started);
    });
  }
  // The first brings the pages in.
  return spreadOf(durations.length > 3 ? durations.slice(1) : durations);
}
