import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../database.ts';

/*
 * How a feature declares its list
 * -------------------------------
 * One `defineList` in `<feature>.list.ts`: where rows come from, what identifies a row, and for each key of the
 * catalogue's list (`ledgerLists.<name>`) the SQL of its value. Everything else (which filters a type has, how an
 * operand is read, keyset pages, sums, cells, exports) follows from the field's type in the catalogue.
 *
 *   export const loansList = defineList({
 *     ledger: ledgerLists.loans,
 *     from: sql`loan_current r`,                                   // the row's alias is always r
 *     id: [{ by: sql`r.loan_id`, type: 'uuid' }],                  // tie-breaker of every order: the tail of the indexes
 *     loanId: sql`r.loan_id`, customerId: sql`r.customer_id`,      // make `equals` filters on these two keys work
 *     columns: {
 *       receiptNo: { value: sql`r.receipt_no`, sort: { type: 'text' } },
 *       principal: { value: sql`r.principal_fen`, sort: { type: 'bigint' } },        // money columns hold fen
 *       annualRatePct: { value: sql`r.rate_annual_e8`, sort: { type: 'bigint', isNullable: true } },
 *       …                                                          // loanListColumns has all of these
 *     },
 *     search: async (tx, text) => [...conditions over r],          // joined by "or", each answered by its own index
 *   });
 *
 * Then `serveList(server, loansRoutes, loansPolicy, loansList)` of features/exports registers page, summary and
 * export. Below it: queryListPage, summariseList and readListRows. Columns of loans: features/lists/lists.index.ts.
 * `defineList` throws when the module loads if a catalogue key has no column, a column has no catalogue key, or a key
 * that the catalogue calls sortable has no `sort`.
 */

/** A piece of SQL with its parameters, over the row alias `r`. */
export type SqlPart = RawBuilder<unknown>;

export type SortType = 'text' | 'bigint' | 'integer' | 'date' | 'uuid';

/** A condition for a filter that the column's type cannot answer alone; undefined leaves the filter to the type. `path` is for operand problems. */
export type FilterAnswer = (filter: Filter, tx: Tx, path: string) => SqlPart | undefined | Promise<SqlPart | undefined>;

export interface ListSort {
  readonly type: SortType;
  /** What an index serves, when it is not the value itself. */
  readonly by?: SqlPart;
  readonly isNullable?: boolean;
  /** Rows that have the value, when "is not null" does not say it; the others count as having none. */
  readonly present?: SqlPart;
  /** The index runs against the value: a later oldest due date means fewer days past due. */
  readonly isReversed?: boolean;
  /** Where rows without a value stand: at the end of both directions, or as the smallest value (0 days past due). */
  readonly absent?: 'last' | 'smallest';
}

export interface ListColumn {
  /** Fen for money, the mask for sealed fields, the plain value otherwise. */
  readonly value: SqlPart;
  /** What a row adds to the sums where that is not its value: a reversed receipt adds nothing. */
  readonly sumValue?: SqlPart;
  /** Stored unit of a percent column. */
  readonly percentUnit?: 'rate_e8' | 'multiplier_e4';
  readonly sort?: ListSort;
  /** The sum over many rows, given a sub-query of their ids; for values that would cost a look-up a row. */
  readonly sumOver?: (ids: SqlPart) => SqlPart;
  readonly filter?: FilterAnswer;
}

export interface ListDefinition {
  readonly ledger: LedgerList;
  readonly from: SqlPart;
  readonly id: readonly [ListIdPart, ...ListIdPart[]];
  readonly loanId?: SqlPart;
  readonly customerId?: SqlPart;
  /** Narrows the list always (the overdue list is the loan list, narrowed). */
  readonly where?: SqlPart;
  /** Narrows the list unless a filter on one of these keys asks for something of its own: void loans show when asked for. */
  readonly usually?: { readonly where: SqlPart; readonly unlessFilteredBy: readonly string[] };
  readonly columns: Readonly<Record<string, ListColumn>>;
  /** Conditions over r, any of which makes a row a hit; none means that nothing can match. */
  readonly search?: (tx: Tx, text: string) => Promise<readonly SqlPart[]>;
}

export interface ListIdPart {
  readonly by: SqlPart;
  readonly type: SortType;
}

/** @throws Error when the declaration and the catalogue do not fit */
export function defineList(definition: ListDefinition): ListDefinition {
  const { name, fields } = definition.ledger;
  const keys = new Set(fields.map((field) => field.key));
  const strays = Object.keys(definition.columns).filter((key) => !keys.has(key));
  if (strays.length > 0) throw new Error(`list ${name}: not in the catalogue: ${strays.join(', ')}`);
  for (const field of fields) {
    const column = definition.columns[field.key];
    if (!column) throw new Error(`list ${name}: no column for ${field.key}`);
    if (field.isSortable && !column.sort) throw new Error(`list ${name}: ${field.key} is sortable in the catalogue but has no sort`);
    if (field.type === 'percent' && !column.percentUnit) throw new Error(`list ${name}: ${field.key} needs its percentUnit`);
  }
  return definition;
}
