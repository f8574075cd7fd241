import { availableParallelism } from 'node:os';
import { sql } from 'kysely';
import type { AppContext } from '../../platform/app-context.ts';
import { inInstitution, type Actor, type Tx } from '../../platform/database.ts';
import { checkLoan } from './check-loan.ts';
import type { LoanChecks } from './loan-checks.ts';
import type { ScreenedBlock } from './screen-block.ts';
import { screenHere, screenInThread, type Screening } from './screening.ts';
import type { LoanRange } from './stored-block.ts';
import { readVerifiedLoans } from './verified-loans.ts';

export const beforeAllIds = '00000000-0000-0000-0000-000000000000';

/** How far it has come. `resumeAfter` is the loan id to give to a later run that is to go on from here. */
export interface LoansVerified {
  readonly done: number;
  readonly total: number;
  readonly resumeAfter: string;
}

export interface LoanVerification {
  /** Begin behind this loan, as an interrupted run reported it; absent: the whole book. */
  readonly afterLoanId?: string;
  /** Threads that screen; absent: one for each core, none for a small book. */
  readonly threads?: number;
  /** Loans read at a time. */
  readonly loansInBlock?: number;
  readonly onProgress?: (progress: LoansVerified) => void;
}

const usualBlock = 1_000;
const suspectsAtATime = 200;
/** Below this a thread would still be starting when the work is done. */
const smallBook = 10_000;

/**
 * Holds every loan against its facts, block after block in the order of ids, while people go on working: a block is read
 * in one snapshot and screened; what differs there is read again under lock and named. Returns how many loans it checked.
 */
export async function verifyLoans(app: AppContext, actor: Actor, checks: LoanChecks, how: LoanVerification = {}): Promise<number> {
  const afterLoanId = how.afterLoanId ?? beforeAllIds;
  const total = await inInstitution(app, actor, (tx) => countLoans(tx, afterLoanId));
  const screenings = startScreenings(app, actor, how.threads ?? (total < smallBook ? 0 : availableParallelism()));
  const blocks = blockRanges(app, actor, afterLoanId, how.loansInBlock ?? usualBlock);
  const finished: (LoanRange & { readonly loanCount: number })[] = [];
  let done = 0;
  let resumeAfter = afterLoanId;
  const work = async (screening: Screening): Promise<void> => {
    for (let range = await blocks.next(); range !== null; range = await blocks.next()) {
      const screened = await screening.screen(range);
      await settleBlock(app, actor, checks, screened);
      finished.push({ ...range, loanCount: screened.loanCount });
      // Blocks may end out of order; a later run goes on from the first that is missing.
      for (let next = takeAfter(finished, resumeAfter); next; next = takeAfter(finished, resumeAfter)) {
        resumeAfter = next.lastLoanId;
        done += next.loanCount;
      }
      how.onProgress?.({ done, total: Math.max(total, done), resumeAfter });
    }
  };
  try {
    await Promise.all(screenings.map(work));
    return done;
  } finally {
    await Promise.all(screenings.map((screening) => screening.end()));
  }
}

function startScreenings(app: AppContext, actor: Actor, threads: number): Screening[] {
  const databaseUrl = app.appPool.options.connectionString;
  if (threads === 0 || databaseUrl === undefined) return [screenHere(app, actor)];
  return Array.from({ length: threads }, () => screenInThread(app, databaseUrl, actor));
}

function takeAfter<Block extends LoanRange>(blocks: Block[], afterLoanId: string): Block | undefined {
  const index = blocks.findIndex((block) => block.afterLoanId === afterLoanId);
  return index < 0 ? undefined : blocks.splice(index, 1)[0];
}

/** Deals out the book in ranges, each to whoever asks next; null at the end. */
function blockRanges(app: AppContext, actor: Actor, from: string, loansInBlock: number): { next(): Promise<LoanRange | null> } {
  let afterLoanId: string | null = from;
  let dealing: Promise<unknown> = Promise.resolve();
  const deal = async (): Promise<LoanRange | null> => {
    const start = afterLoanId;
    if (start === null) return null;
    afterLoanId = await inInstitution(app, actor, (tx) => lastOfBlock(tx, start, loansInBlock));
    return afterLoanId === null ? null : { afterLoanId: start, lastLoanId: afterLoanId };
  };
  return {
    next: () => {
      const dealt = dealing.then(deal);
      dealing = dealt.catch(() => undefined);
      return dealt;
    },
  };
}

async function lastOfBlock(tx: Tx, afterLoanId: string, loansInBlock: number): Promise<string | null> {
  const block = tx.db.selectFrom('loan').select('loan_id').where('loan_id', '>', afterLoanId).orderBy('loan_id').limit(loansInBlock).as('block');
  const last = await tx.db.selectFrom(block).select('loan_id').orderBy('loan_id', 'desc').limit(1).executeTakeFirst();
  return last?.loan_id ?? null;
}

async function countLoans(tx: Tx, afterLoanId: string): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*)::int as count from loan where loan_id > ${afterLoanId}::uuid`.execute(tx.db);
  return counted.rows[0]?.count ?? 0;
}

/** Counts the loans that stood the screening, and names what is wrong with the others. */
async function settleBlock(app: AppContext, actor: Actor, checks: LoanChecks, { loanCount, reversalCount, suspectIds }: ScreenedBlock): Promise<void> {
  const { reversals, ...others } = checks;
  for (const check of Object.values(others)) check.checked += loanCount - suspectIds.length;
  reversals.checked += reversalCount;
  for (let from = 0; from < suspectIds.length; from += suspectsAtATime) {
    const loans = await inInstitution(app, actor, (tx) => {
      // The locks alone count as writing.
      tx.markBookkeeping();
      return readVerifiedLoans(tx, suspectIds.slice(from, from + suspectsAtATime));
    });
    for (const loan of loans) checkLoan(checks, loan);
  }
}
