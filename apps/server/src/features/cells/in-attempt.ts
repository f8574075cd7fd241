import type { AuditInput, Tx } from '../../platform/transaction.ts';

/**
 * Runs `work` inside a savepoint. Its writes and its audit entries stay only when it says so; when it throws they go and the
 * error goes on. Work that leaves something to the commit (`sendWithCommit`, `afterCommit`) cannot be taken back and fails.
 */
export async function inAttempt<Result>(tx: Tx, work: (attempt: Tx) => Promise<{ readonly isKept: boolean; readonly result: Result }>): Promise<Result> {
  const entries: AuditInput[] = [];
  const attempt: Tx = { ...tx, audit: (entry) => { entries.push(entry); }, sendWithCommit: cannotBeTakenBack, afterCommit: cannotBeTakenBack };
  await tx.client.query('savepoint attempt');
  try {
    const { isKept, result } = await work(attempt);
    await tx.client.query(isKept ? 'release savepoint attempt' : 'rollback to savepoint attempt; release savepoint attempt');
    if (isKept) for (const entry of entries) tx.audit(entry);
    return result;
  } catch (error) {
    await tx.client.query('rollback to savepoint attempt; release savepoint attempt');
    throw error;
  }
}

function cannotBeTakenBack(): never {
  throw new Error('an attempt leaves nothing to the commit');
}
