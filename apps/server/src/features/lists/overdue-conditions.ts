import { fiveTierClassChoices, loanStatuses, overdueBuckets, type Choice } from '@loanbook/contract/choices.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import { fiveTierClasses, fiveTierFloor } from '@loanbook/engine/classification.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ListColumn, SqlPart } from '../../platform/lists/list-definition.ts';
import { parseOperand } from '../../platform/lists/list-operand.ts';

/*
 * Days past due, bucket and status of a loan_current row r. Filters are ranges of the stored dates, so that the index
 * over the oldest open due date answers them on any day; the day count itself has no index and needs none.
 */

/** Past due today: what the overdue list shows. */
export const isOverdue: SqlPart = sql`r.life = 'active' and r.oldest_open_due_on < business_date()`;

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

export const classColumn: ListColumn = { value: sql`r.class`, filter: classCondition };

export const statusColumn: ListColumn = { value: sql`r.status`, filter: statusCondition };

/**
 * A class worse than normal comes from days past due or from a person's own classification, which is rare: few loans
 * to look at, where asking every loan for its class would read the whole book.
 */
function classCondition(filter: Filter, _tx: Tx, path: string): SqlPart | undefined {
  const wanted = wantedChoices(filter, fiveTierClassChoices, path);
  if (wanted.length === 0 || wanted.includes('normal')) return undefined;
  const fromDays = Math.min(...wanted.map((value) => firstDayOfClass.get(value) ?? 1));
  return anyCandidate(sql`r.class = any(${wanted}::text[])`, [overdueBetween(fromDays, null), sql`r.class_override is not null`]);
}

function statusCondition(filter: Filter, _tx: Tx, path: string): SqlPart | undefined {
  const wanted = wantedChoices(filter, loanStatuses, path);
  if (wanted.length === 0 || wanted.some((value) => value !== 'overdue' && value !== 'defaulted')) return undefined;
  const isWanted = sql`r.status = any(${wanted}::text[])`;
  return wanted.includes('defaulted') ? anyCandidate(isWanted, [overdueBetween(1, null), sql`r.class_override is not null`]) : sql`${isOverdue} and ${isWanted}`;
}

function wantedChoices(filter: Filter, choices: readonly Choice[], path: string): readonly string[] {
  const wanted = filter.operator === 'equals' ? [filter.value] : filter.operator === 'in' ? filter.values : [];
  return wanted.map((value) => parseOperand({ choices }, value, path));
}

/** One branch for each kind of candidate, so that each uses its own index. */
function anyCandidate(isWanted: SqlPart, candidates: readonly SqlPart[]): SqlPart {
  return sql`r.loan_id in (${sql.join(candidates.map((candidate) => sql`select r.loan_id from loan_current r where ${candidate} and ${isWanted}`), sql` union `)})`;
}

/** First day past due of each class but normal, taken from the engine's own rule. */
const firstDayOfClass: ReadonlyMap<string, number> = new Map(
  fiveTierClasses.slice(1).map((fiveTierClass) => [fiveTierClass, Array.from({ length: 400 }, (_unused, index) => index + 1).find((days) => fiveTierFloor(days) === fiveTierClass) ?? 1]),
);

/** More than two centuries: no loan is that late, and the database's calendar has an end. */
const mostDays = 100_000;

function overdueDaysCondition(filter: Filter, _tx: Tx, path: string): SqlPart | undefined {
  if (filter.operator !== 'from' && filter.operator !== 'to' && filter.operator !== 'equals') return undefined;
  const days = Math.min(Number(parseOperand('integer', filter.value, path)), mostDays);
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
