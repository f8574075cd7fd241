import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { writeLog } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { describeError } from '../../platform/error-reply.ts';
import { projectLoanChanges } from './project-loan-changes.ts';
import { projectLoan, projectRows } from './project-loan.ts';
import { lockDueLoans, type DueLoan } from './roll-day-loans.ts';
import { writeProjectionChanges, type ChangedLoan } from './write-projection-changes.ts';
import { writeProjections } from './write-projection.ts';

/** Loans locked at a time, so that nobody waits long for the roll. */
const chunkSize = 1_000;

/** Loans that are computed while the database writes those before them. */
const computedAtATime = 200;

/** The day of rows that were never projected: a book of an older version. */
const neverProjectedOn = '1000-01-01';

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
  const free = await lockDueLoans(tx, chunkSize, except, 'skip');
  const due = free.isAnyLocked ? free : await lockDueLoans(tx, chunkSize, except, 'wait');
  const known = due.loans.filter(isStoredKnown);
  const unknown = due.loans.filter((loan) => !isStoredKnown(loan));
  const refused = [...(await writeBends(tx, known)), ...(await writeWhole(tx, unknown))];
  return { rolledLoans: due.loans.length - refused.length, refusedLoanIds: refused.map((loan) => loan.loanId), isDone: !due.isAnyLocked };
}

/** Rows of an older version and rows that do not follow from all events are written whatever they are. */
function isStoredKnown({ nextChangeOn, eventCount, events }: DueLoan): boolean {
  return nextChangeOn > neverProjectedOn && eventCount === events.length;
}

/** What stands in the database is the projection of the day before the bend, so that it need not be read. Returns the refused. */
async function writeBends(tx: Tx, loans: readonly DueLoan[]): Promise<DueLoan[]> {
  const refused: DueLoan[] = [];
  let writing: Promise<void> = Promise.resolve();
  for (let from = 0; from < loans.length; from += computedAtATime) {
    const changed = loans.slice(from, from + computedAtATime).flatMap((loan) => {
      const changes = unlessRefused(tx, loan, bendOf);
      if (changes === null) refused.push(loan);
      return changes ?? [];
    });
    await writing;
    writing = writeProjectionChanges(tx, changed);
  }
  await writing;
  return refused;
}

function bendOf({ loanId, terms, events, nextChangeOn }: DueLoan, on: CivilDate): ChangedLoan {
  return { loanId, ...projectLoanChanges(projectRows(terms, events, addDays(nextChangeOn, -1)), projectLoan(terms, events, on)) };
}

async function writeWhole(tx: Tx, loans: readonly DueLoan[]): Promise<DueLoan[]> {
  const fitting = loans.filter((loan) => unlessRefused(tx, loan, ({ terms, events }, on) => projectLoan(terms, events, on)) !== null);
  await writeProjections(tx, fitting);
  return loans.filter((loan) => !fitting.includes(loan));
}

/** One loan that somebody has tampered with must not keep all the others from their day. */
function unlessRefused<Result>(tx: Tx, loan: DueLoan, compute: (loan: DueLoan, on: CivilDate) => Result): Result | null {
  try {
    return compute(loan, tx.businessDate);
  } catch (error) {
    writeLog(tx.app, { level: 'error', event: 'loan_not_rolled', loanId: loan.loanId, ...describeError(error) });
    return null;
  }
}
