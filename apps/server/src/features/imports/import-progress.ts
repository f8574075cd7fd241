import type { AppContext } from '../../platform/app-context.ts';
import { inInstitution, type Actor } from '../../platform/database.ts';
import type { ImportProgress } from './import-store.ts';

const millisecondsBetweenWrites = 700;
/** A step that says nothing for a minute is taken for dead, and some stretches of a large book are longer than that. */
const millisecondsBetweenHeartbeats = 15_000;

/** Shows how far a long step is: at most one write a second or so, each in a transaction of its own. */
export interface ProgressReporter {
  report(progress: ImportProgress): void;
  /** Must be called, whatever becomes of the step. Waits for the last write, so that none comes after the step's own end. */
  finish(): Promise<void>;
}

export function progressReporter(app: AppContext, actor: Actor, importId: string): ProgressReporter {
  let lastWrittenAt = 0;
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;
  let latest: ImportProgress | undefined;
  const write = (): void => {
    lastWrittenAt = Date.now();
    isWriting = true;
    writing = writeProgress(app, actor, importId, latest)
      // Progress is for the eye only: a failed write of it must not fail the import.
      .catch(() => undefined)
      .finally(() => { isWriting = false; });
  };
  const heartbeat = setInterval(() => {
    if (!isWriting && Date.now() - lastWrittenAt >= millisecondsBetweenHeartbeats) write();
  }, millisecondsBetweenHeartbeats);
  heartbeat.unref();
  return {
    report(progress) {
      latest = progress;
      if (!isWriting && Date.now() - lastWrittenAt >= millisecondsBetweenWrites) write();
    },
    finish() {
      clearInterval(heartbeat);
      return writing;
    },
  };
}

async function writeProgress(app: AppContext, actor: Actor, importId: string, progress: ImportProgress | undefined): Promise<void> {
  await inInstitution(app, actor, async (tx) => {
    tx.markBookkeeping();
    await tx.db.updateTable('import_batch').set({ ...(progress === undefined ? {} : { progress: JSON.stringify(progress) }), updated_at: tx.now.toISOString() })
      .where('import_id', '=', importId).where('state', 'in', ['reading', 'committing', 'undoing']).execute();
  });
}
