import { classReasonSentences } from '@loanbook/contract/class-reason-words.ts';
import type { Classes } from '@loanbook/contract/features/classes.ts';
import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { readEvents, storedTerms } from '../loans/loans.index.ts';
import { yuan } from './class-figures.ts';

type Changed = Classes['changed'][number];

/** Loans replayed at most, and shown at most; the rest is said to exist. */
const mostReplayed = 1_000;
const mostShown = 200;

interface Candidate {
  readonly loanId: string;
  readonly receiptNo: string;
  readonly customerName: string;
  readonly outstandingFen: number;
  readonly class: string;
}

/**
 * Loans whose class differs from that of the last day of the month before. A class changes by the calendar (another
 * threshold of the days past due; the end of a watch period or of an upgrade test), by a late installment paid, or by an
 * entry that is no receipt: only such loans are replayed.
 */
export async function readChangedClasses(tx: Tx): Promise<{ readonly changed: Changed[]; readonly isChangedCut: boolean }> {
  const monthStart = addDays(tx.businessDate, 1 - Number(tx.businessDate.slice(8, 10)));
  const lastDay = addDays(monthStart, -1);
  const candidates = await readCandidates(tx, monthStart, lastDay);
  const events = await readEvents(tx, candidates.map((candidate) => candidate.loanId));
  const terms = await readTerms(tx, candidates.map((candidate) => candidate.loanId));
  const changed = candidates.flatMap((candidate): Changed[] => {
    const own = (events.get(candidate.loanId) ?? []).map((stored) => stored.event);
    const loanTerms = terms.get(candidate.loanId);
    if (!loanTerms) return [];
    const before = replay(loanTerms, own, lastDay);
    if (before.status === 'pending' || before.status === 'settled' || before.fiveTierClass === candidate.class) return [];
    const now = replay(loanTerms, own, tx.businessDate);
    const [zh, en] = [classReasonSentences(now.classReasons, own, 'zh'), classReasonSentences(now.classReasons, own, 'en')];
    return [{
      loanId: candidate.loanId, receiptNo: candidate.receiptNo, customerName: candidate.customerName, outstandingPrincipal: yuan(candidate.outstandingFen),
      class: candidate.class, classBefore: before.fiveTierClass, reasons: zh.map((sentence, index) => ({ zh: sentence, en: en[index] ?? sentence })),
    }];
  });
  return { changed: changed.slice(0, mostShown), isChangedCut: changed.length > mostShown || candidates.length === mostReplayed };
}

async function readCandidates(tx: Tx, monthStart: CivilDate, lastDay: CivilDate): Promise<readonly Candidate[]> {
  const result = await sql<Candidate>`
    select l.loan_id as "loanId", l.receipt_no as "receiptNo", l.customer_name as "customerName", l.outstanding_principal_fen as "outstandingFen", l.class
    from loan_current l
    where l.life = 'active' and (
      five_tier_floor(days_past_due(l.oldest_open_due_on, ${lastDay}::date)) <> five_tier_floor(days_past_due(l.oldest_open_due_on, business_date()))
      or l.loan_id in (select e.loan_id from loan_event_current e where e.type = 'restructure' or (e.occurred_on >= ${monthStart}::date and e.type not in ('repay', 'recover', 'fee', 'waive', 'refund', 'disburse')))
      or l.loan_id in (select i.loan_id from installment_current i where i.settled_on > i.due_on + 90 or (i.due_on < ${lastDay}::date and i.settled_on >= ${monthStart}::date)))
    order by l.outstanding_principal_fen desc, l.loan_id limit ${mostReplayed}`.execute(tx.db);
  return result.rows;
}

async function readTerms(tx: Tx, loanIds: readonly string[]): Promise<ReadonlyMap<string, ReturnType<typeof storedTerms>>> {
  if (loanIds.length === 0) return new Map();
  const rows = await tx.db.selectFrom('loan_current').select(['loan_id', 'terms']).where('loan_id', 'in', [...loanIds]).execute();
  return new Map(rows.map((row) => [row.loan_id, storedTerms(row.terms)]));
}
