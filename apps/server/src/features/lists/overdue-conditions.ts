import { overdueBuckets } from '@loanbook/contract/choices.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ListColumn, SqlPart } from '../../platform/lists/list-definition.ts';
import { parseOperand } from '../../platform/lists/list-operand.ts';

/*
 * Days past due, bucket and status of a loan_current row r. Filters are ranges of the stored dates, so that the index
 * over the oldest open due date answers them on any day; the day count itself has no index and needs none.
 */

/** Past due today: what the overdue list shows. */
export const isOverdue: SqlPart = sql`r.life = 'active' and r.overdue_after < business_date() and r.oldest_open_due_on < business_date()`;

export const overdueDaysColumn: ListColumn = {
  value: sql`r.overdue_days`,
  sort: { type: 'date', by: sql`r.oldest_open_due_on`, present: isOverdue, isReversed: true, absent: 'smallest' },
  filter: overdueDaysCondition,
};

/** Rule §1.1 parts overdue loans by days; "361+" has no upper end. */
const bucketDays: ReadonlyMap<string, { readonly from: number; readonly to: number | null }> = new Map(
  overdueBuckets.map(({ value }) => {
    const [from = '', to] = value.split(/[-+]/);
    return [value, { from: Number(from), to: to ? Number(to) : null }];
  }),
);

export const overdueBucketColumn: ListColumn = { value: sql`case when r.overdue_days > 0 then (case ${bucketCases()} end) end`, filter: overdueBucketCondition };

export const statusColumn: ListColumn = {
  value: sql`r.status`,
  filter: (filter) => {
    const wanted = filter.operator === 'equals' ? [filter.value] : filter.operator === 'in' ? filter.values : [];
    const isNarrow = wanted.length > 0 && wanted.every((status) => status === 'overdue');
    return isNarrow ? sql`${isOverdue} and r.status = 'overdue'` : undefined;
  },
};

function overdueDaysCondition(filter: Filter, _tx: Tx, path: string): SqlPart | undefined {
  if (filter.operator !== 'from' && filter.operator !== 'to' && filter.operator !== 'equals') return undefined;
  const days = Number(parseOperand('integer', filter.value, path));
  if (filter.operator === 'from') return days <= 0 ? sql`true` : overdueBetween(days, null);
  if (filter.operator === 'equals') return days <= 0 ? sql`r.overdue_days = ${days}` : overdueBetween(days, days);
  return sql`r.overdue_days <= ${days}`;
}

function overdueBucketCondition(filter: Filter, _tx: Tx, path: string): SqlPart | undefined {
  const wanted = filter.operator === 'equals' ? [filter.value] : filter.operator === 'in' ? filter.values : undefined;
  if (!wanted) return undefined;
  const ranges = wanted.map((bucket) => {
    const days = bucketDays.get(parseOperand({ choices: overdueBuckets }, bucket, path));
    return days ? sql`(${overdueBetween(days.from, days.to)})` : sql`false`;
  });
  return sql.join(ranges, sql` or `);
}

/** Past due by that many days and no more: the oldest open due date lies so far back. */
function overdueBetween(fromDays: number, toDays: number | null): SqlPart {
  const latest = sql`${isOverdue} and r.oldest_open_due_on <= business_date() - ${fromDays}::int`;
  return toDays === null ? latest : sql`${latest} and r.oldest_open_due_on >= business_date() - ${toDays}::int`;
}

function bucketCases(): SqlPart {
  const cases = [...bucketDays].map(([bucket, { to }]) => (to === null ? sql`else ${sql.lit(bucket)}` : sql`when r.overdue_days <= ${sql.lit(to)} then ${sql.lit(bucket)}`));
  return sql.join(cases, sql` `);
}
