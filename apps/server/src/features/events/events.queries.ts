import type { LoanHistory, eventsRoutes, UsualAmounts } from '@loanbook/contract/features/events.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { storedTerms } from '../loans/loans.index.ts';

/** What a loan's record holds beside its events. Throws Failure not_found. */
export async function readLoanHistory(tx: Tx, loanId: string): Promise<LoanHistory> {
  const loan = await tx.db.selectFrom('loan_current').select('loan_id').where('loan_id', '=', loanId).executeTakeFirst();
  if (!loan) throw failure('not_found');
  const handOvers = await tx.db.selectFrom('hand_over').selectAll().where('loan_id', '=', loanId).orderBy('recorded_at').orderBy('hand_over_id').execute();
  const versions = await tx.db.selectFrom('terms_version').selectAll().where('loan_id', '=', loanId).orderBy('version').execute();
  return {
    handOvers: handOvers.map((row) => ({ id: row.hand_over_id, fromManager: row.from_manager, toManager: row.to_manager, handedOn: row.handed_on, reason: row.reason, recordedAt: row.recorded_at, recordedBy: row.actor_name })),
    termsVersions: versions.map((row) => ({ version: row.version, terms: storedTerms(row.terms), reason: row.reason, recordedAt: row.recorded_at, recordedBy: row.actor_name })),
    refinances: await readRefinances(tx, loanId),
  };
}

async function readRefinances(tx: Tx, loanId: string): Promise<LoanHistory['refinances']> {
  const links = await sql<LoanHistory['refinances'][number]>`
    select e.event_id as "eventId", case when e.body ->> 'isRepaidByOther' = 'true' then 'repaid' else 'repaying' end as side, other.loan_id as "loanId", other.receipt_no as "receiptNo"
    from loan_event_current e join loan_current other on other.loan_id = (e.body ->> 'otherLoanId')::uuid
    where e.loan_id = ${loanId} and e.type = 'refinance' and not exists (select from loan_event_current r where r.loan_id = e.loan_id and r.reversed_event_id = e.event_id)
    order by e.sequence`.execute(tx.db);
  return links.rows;
}

/** Receipts that came with the takeover: such a loan is made void by undoing its import, which knows them. */
export async function hasOldReceipts(tx: Tx, loanId: string): Promise<boolean> {
  const receipt = await tx.db.selectFrom('repayment_current').select('repayment_id').where('loan_id', '=', loanId).where('source', '=', 'taken_over').limit(1).executeTakeFirst();
  return receipt !== undefined;
}

export async function readManagers(tx: Tx): Promise<ReplyOf<typeof eventsRoutes.managers>> {
  const managers = await sql<{ manager: string; loans: number; openLoans: number }>`
    select manager, count(*)::int as loans, count(*) filter (where life not in ('settled', 'void'))::int as "openLoans"
    from loan_current where manager is not null group by manager order by manager`.execute(tx.db);
  return { managers: managers.rows };
}

/** The latest so many say what is usual; older ones say what used to be. */
const sampleSize = 1_000;
/** Below this a median says nothing. */
const leastSample = 10;

/** What receipts and loans usually amount to, for warnings about a slipped digit. */
export async function readUsualAmounts(tx: Tx): Promise<UsualAmounts> {
  const receipts = await sql<{ count: number; medianFen: number | null }>`
    select count(*)::int as count, (percentile_disc(0.5) within group (order by total_fen))::bigint as "medianFen"
    from (select total_fen from repayment_current where not is_reversed and total_fen > 0 and paid_on is not null order by paid_on desc limit ${sampleSize}) latest`.execute(tx.db);
  const loans = await sql<{ product: string | null; isAll: boolean; count: number; medianFen: number | null }>`
    select product, grouping(product) = 1 as "isAll", count(*)::int as count, (percentile_disc(0.5) within group (order by principal_fen))::bigint as "medianFen"
    from (select product, principal_fen from loan_current where life <> 'void' and principal_fen > 0 and disbursed_on is not null order by disbursed_on desc limit ${sampleSize}) latest
    group by grouping sets ((product), ())`.execute(tx.db);
  const [receipt] = receipts.rows;
  const groups = loans.rows.flatMap(({ product, isAll, count, medianFen }) => (count >= leastSample && medianFen !== null ? [{ product, isAll, median: formatYuan(fen(medianFen)) }] : []));
  return {
    receiptMedian: receipt && receipt.count >= leastSample && receipt.medianFen !== null ? formatYuan(fen(receipt.medianFen)) : null,
    principalMedian: groups.find((group) => group.isAll)?.median ?? null,
    products: groups.filter((group) => !group.isAll).map(({ product, median }) => ({ product, principalMedian: median })),
  };
}
