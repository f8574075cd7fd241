import { sql } from 'kysely';
import { writeLog } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { describeError } from '../../platform/error-reply.ts';
import { lockLoans } from './lock-loans.ts';
import { projectLoan } from './project-loan.ts';
import { writeProjections, type ProjectedLoan } from './write-projection.ts';

/** Loans locked at a time, so that nobody waits long for the roll. */
const chunkSize = 200;

/** What one chunk of the roll did. */
export interface RolledChunk {
  readonly rolledLoans: number;
  /** Loans whose events do not fit their terms; they stay as they were and must be left out of the next chunks. */
  readonly refusedLoanIds: readonly string[];
  /** True when no loan of the institution is due for the roll any more, whoever has rolled it. */
  readonly isDone: boolean;
}

/**
 * Writes the next lines of some loans whose `next_change_on` has come: credit that pays a row, a rate that takes over,
 * a billing of standing interest. All other loans are right on any day as they stand. A chunk is a transaction of its own;
 * run late, twice, by two servers at once, or ended in the middle, the rows come out the same, for they follow from the
 * events and the business date alone. Loans that another transaction holds are left to it; when only such are left, it is
 * waited for, so that `isDone` means that every list is right.
 */
export async function rollChunk(tx: Tx, except: readonly string[] = []): Promise<RolledChunk> {
  tx.markBookkeeping();
  const free = await lockDueLoans(tx, except, 'skip');
  const due = free.length > 0 ? free : await lockDueLoans(tx, except, 'wait');
  const locked = [...(await lockLoans(tx, due)).values()].map((loan) => ({ loanId: loan.loanId, terms: loan.terms, events: loan.events.map((one) => one.event) }));
  const fitting = locked.filter((loan) => canBeProjected(tx, loan));
  await writeProjections(tx, fitting);
  const refusedLoanIds = locked.filter((loan) => !fitting.includes(loan)).map((loan) => loan.loanId);
  return { rolledLoans: fitting.length, refusedLoanIds, isDone: due.length === 0 };
}

/** One loan that somebody has tampered with must not keep all the others from their day. */
function canBeProjected(tx: Tx, { terms, events, loanId }: ProjectedLoan): boolean {
  try {
    projectLoan(terms, events, tx.businessDate);
    return true;
  } catch (error) {
    writeLog(tx.app, { level: 'error', event: 'loan_not_rolled', loanId, ...describeError(error) });
    return false;
  }
}

/** The longest overdue for the roll first, locked in the order of their ids, as everybody locks loans. */
async function lockDueLoans(tx: Tx, except: readonly string[], held: 'skip' | 'wait'): Promise<string[]> {
  const due = await sql<{ loan_id: string }>`
    select l.loan_id from loan l
    where l.institution_id = current_institution() and l.loan_id = any(array(
      select s.loan_id from loan_state s
      where s.institution_id = current_institution() and s.next_change_on <= business_date() and s.loan_id <> all(${except}::uuid[])
      order by s.next_change_on, s.loan_id limit ${held === 'skip' ? 2 * chunkSize : chunkSize}))
    order by l.loan_id limit ${chunkSize} for update of l ${held === 'skip' ? sql`skip locked` : sql``}`.execute(tx.db);
  return due.rows.map((row) => row.loan_id);
}
