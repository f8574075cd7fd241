import { fiveTierClassChoices, overdueBuckets } from '@loanbook/contract/choices.ts';
import type { Dashboard } from '@loanbook/contract/features/dashboard.ts';
import { addDays, addMonths, parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { countCustomers } from '../customers/customers.index.ts';
import { lentFen } from '../lists/lists.index.ts';
import { drillDowns } from './drill-downs.ts';

type Figure = Dashboard['overdue'];
type Rows = Figure['rows'];

const shownMonths = 24;

/** Every figure of the first page, as of the business date, read in one transaction; each names the rows it counts. */
export async function readDashboard(tx: Tx): Promise<Dashboard> {
  const today = tx.businessDate;
  const thisMonth = firstOfMonth(today);
  const groups = await readLoanGroups(tx);
  const onTheBooks = groups.filter((group) => group.life === 'active');
  const overdue = onTheBooks.filter((group) => group.bucket !== null);
  const months = await readMonths(tx, addMonths(thisMonth, 1 - shownMonths));
  const month = (firstDay: CivilDate): MonthTotals => months.get(firstDay) ?? noTotals;
  return {
    businessDate: today,
    outstandingPrincipal: figure(total(onTheBooks), drillDowns.outstanding()),
    customers: await customersFigure(tx),
    lentThisMonth: figure({ count: month(thisMonth).loans, fen: month(thisMonth).lentFen }, drillDowns.lent(thisMonth)),
    collectedThisMonth: figure({ count: month(thisMonth).receipts, fen: month(thisMonth).collectedFen }, drillDowns.collected(thisMonth)),
    dueInSevenDays: await readDue(tx, today, addDays(today, 6)),
    dueToday: await readDue(tx, today, today),
    overdue: figure(total(overdue), drillDowns.overdue()),
    overdueBuckets: overdueBuckets.map(({ value }) => {
      const { count, fen: outstandingFen } = total(overdue.filter((group) => group.bucket === value));
      return { bucket: value, loans: count, outstandingPrincipal: yuan(outstandingFen), rows: drillDowns.bucket(value) };
    }),
    fiveTier: fiveTierClassChoices.map(({ value }) => {
      const { count, fen: outstandingFen } = total(onTheBooks.filter((group) => group.class === value));
      return { class: value, loans: count, outstandingPrincipal: yuan(outstandingFen), rows: drillDowns.fiveTier(value) };
    }),
    lendingByMonth: Array.from({ length: shownMonths }, (_unused, index) => {
      const firstDay = addMonths(thisMonth, index + 1 - shownMonths);
      const { loans, lentFen, collectedFen } = month(firstDay);
      return { month: firstDay.slice(0, 7), loans, lent: yuan(lentFen), collected: yuan(collectedFen), rows: drillDowns.lent(firstDay) };
    }),
  };
}

function figure(totals: Totals, rows: Rows): Figure {
  return { value: yuan(totals.fen), count: totals.count, rows };
}

function yuan(amountFen: number): string {
  return formatYuan(fen(amountFen));
}

interface Totals {
  readonly count: number;
  readonly fen: number;
}

function total(groups: readonly LoanGroup[]): Totals {
  return groups.reduce((sum, group) => ({ count: sum.count + group.count, fen: sum.fen + group.outstandingFen }), { count: 0, fen: 0 });
}

interface LoanGroup {
  readonly life: string;
  readonly bucket: string | null;
  readonly class: string;
  readonly count: number;
  readonly outstandingFen: number;
}

/** One pass over the loans serves balance, overdue, buckets and classes. */
async function readLoanGroups(tx: Tx): Promise<readonly LoanGroup[]> {
  const bounds = overdueBuckets.map(({ value }) => ({ bucket: value, lastDay: /\d+-(\d+)/.exec(value)?.[1] ?? null }));
  const cases = bounds.map(({ bucket, lastDay }) => (lastDay === null ? sql`else ${bucket}::text` : sql`when overdue_days <= ${Number(lastDay)} then ${bucket}::text`));
  const result = await sql<LoanGroup>`
    select life, case when overdue_days > 0 then (case ${sql.join(cases, sql` `)} end) end as bucket, class, count(*)::int as count, sum(outstanding_principal_fen)::bigint as "outstandingFen"
    from loan_current where life = 'active' group by 1, 2, 3`.execute(tx.db);
  return result.rows;
}

async function customersFigure(tx: Tx): Promise<Figure> {
  const count = await countCustomers(tx, null);
  return { value: String(count), count, rows: drillDowns.customers() };
}

/** What is still unpaid of installments due on these days. */
async function readDue(tx: Tx, first: CivilDate, last: CivilDate): Promise<Figure> {
  const result = await sql<Totals>`
    select count(*)::int as count, coalesce(sum(unpaid_fen), 0)::bigint as fen
    from (
      select i.principal_fen + i.interest_fen + i.fee_fen - i.paid_principal_fen - i.paid_interest_fen - i.paid_fee_fen as unpaid_fen, i.due_on
      from installment_current i join loan_current l on l.loan_id = i.loan_id
      where i.settled_on is null and i.due_on between ${first}::date and ${last}::date and l.life = 'active'
    ) due
    where unpaid_fen > 0 or due_on > business_date()`.execute(tx.db);
  return figure(result.rows[0] ?? { count: 0, fen: 0 }, drillDowns.due(first, last));
}

interface MonthTotals {
  readonly loans: number;
  readonly lentFen: number;
  readonly receipts: number;
  readonly collectedFen: number;
}

const noTotals: MonthTotals = { loans: 0, lentFen: 0, receipts: 0, collectedFen: 0 };

/**
 * Lent: loans by the day they were lent, those taken over from an old book included, so that the line does not start
 * with the day the book came here. Collected: receipts posted here or taken over, reversed ones left out.
 */
async function readMonths(tx: Tx, from: CivilDate): Promise<ReadonlyMap<CivilDate, MonthTotals>> {
  const lent = await sql<{ month: string; count: number; fen: number }>`
    select date_trunc('month', disbursed_on)::date as month, count(*)::int as count, sum(${lentFen})::bigint as fen
    from loan_current r where disbursed_on >= ${from}::date and life not in ('pending', 'void') group by 1`.execute(tx.db);
  const collected = await sql<{ month: string; count: number; fen: number }>`
    select date_trunc('month', paid_on)::date as month, count(*)::int as count, sum(total_fen)::bigint as fen
    from repayment_current where paid_on >= ${from}::date and not is_reversed group by 1`.execute(tx.db);
  const months = new Map<CivilDate, MonthTotals>();
  const put = (month: string, part: Partial<MonthTotals>): void => {
    const firstDay = parseCivilDate(month);
    if (firstDay !== null) months.set(firstDay, { ...noTotals, ...months.get(firstDay), ...part });
  };
  for (const row of lent.rows) put(row.month, { loans: row.count, lentFen: row.fen });
  for (const row of collected.rows) put(row.month, { receipts: row.count, collectedFen: row.fen });
  return months;
}

function firstOfMonth(day: CivilDate): CivilDate {
  return addDays(day, 1 - Number(day.slice(8, 10)));
}
