import type { AppContext } from '../../platform/app-context.ts';
import { inInstitution, type Actor } from '../../platform/database.ts';
import type { ImportProgress } from './import-store.ts';

const millisecondsBetweenWrites = 700;

/** Shows how far a long step is: at most one write a second or so, each in a transaction of its own. */
export interface ProgressReporter {
  report(progress: ImportProgress): void;
  /** Waits for the last write, so that none comes after the step's own end. */
  finish(): Promise<void>;
}

export function progressReporter(app: AppContext, actor: Actor, importId: string): ProgressReporter {
  let lastWrittenAt = 0;
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;
  return {
    report(progress) {
      const now = Date.now();
      if (isWriting || now - lastWrittenAt < millisecondsBetweenWrites) return;
      lastWrittenAt = now;
      isWriting = true;
      writing = writeProgress(app, actor, importId, progress)
        // Progress is for the eye only: a failed write of it must not fail the import.
        .catch(() => undefined)
        .finally(() => { isWriting = false; });
    },
    finish: () => writing,
  };
}

async function writeProgress(app: AppContext, actor: Actor, importId: string, progress: ImportProgress): Promise<void> {
  await inInstitution(app, actor, async (tx) => {
    tx.markBookkeeping();
    await tx.db.updateTable('import_batch').set({ progress: JSON.stringify(progress), updated_at: tx.now.toISOString() })
      .where('import_id', '=', importId).where('state', 'in', ['reading', 'committing']).execute();
  });
}
