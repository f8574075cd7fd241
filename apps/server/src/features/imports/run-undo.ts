import { errorText } from '@loanbook/contract/errors.ts';
import type { Import } from '@loanbook/contract/features/imports.ts';
import { writeLog, type AppContext } from '../../platform/app-context.ts';
import { inInstitution, type Actor } from '../../platform/database.ts';
import { describeError } from '../../platform/error-reply.ts';
import { Failure, failure } from '../../platform/failure.ts';
import { changeState } from './import-store.ts';
import { progressReporter } from './import-progress.ts';
import { readImport } from './imports.queries.ts';
import { undoImport } from './undo-import.ts';
import { previewUndo } from './undo-preview.ts';
import { waitForOtherImports } from './write-book.ts';

/** Begins to undo an import, in the background and in one transaction. Throws Failure import_has_followers, import_state_changed. */
export async function startUndo(app: AppContext, actor: Actor, importId: string, reason: string): Promise<Import> {
  const current = await inInstitution(app, actor, async (tx) => {
    const { blockerCount, loansVoided } = await previewUndo(tx, importId);
    await changeState(tx, importId, ['committed'], 'undoing');
    if (blockerCount > 0) throw failure('import_has_followers', { count: blockerCount });
    await tx.db.updateTable('import_batch').set({ progress: JSON.stringify({ done: 0, total: loansVoided, stage: 'undo' }) }).where('import_id', '=', importId).execute();
    tx.audit({ action: 'import.undo_started', objectType: 'import', objectId: importId, reason });
    return readImport(tx, importId);
  });
  void runUndo(app, actor, importId).catch((error: unknown) => noteFailure(app, actor, importId, error));
  return current;
}

async function runUndo(app: AppContext, actor: Actor, importId: string): Promise<void> {
  const reporter = progressReporter(app, actor, importId);
  try {
    await inInstitution(app, actor, async (tx) => {
      await waitForOtherImports(tx);
      await undoImport(tx, importId, (done, total, stage) => reporter.report({ done, total, stage }));
      await reporter.finish();
      await changeState(tx, importId, ['undoing'], 'undone');
      // What was read is of no use any more, and holds personal data.
      await tx.db.updateTable('import_batch').set({ reading_sealed: null }).where('import_id', '=', importId).execute();
    });
  } finally {
    await reporter.finish();
  }
}

/** The import is as it was before: written. */
async function noteFailure(app: AppContext, actor: Actor, importId: string, error: unknown): Promise<void> {
  const sentence = error instanceof Failure
    ? { zh: `没有撤销：${errorText(error.code, 'zh', error.details)}`, en: `Nothing was undone: ${errorText(error.code, 'en', error.details)}` }
    : { zh: '撤销时出错，没有改动任何数据。请重试；若再次出现，请联系支持。', en: 'Undoing failed; nothing was changed. Try again, and contact support if it happens again.' };
  writeLog(app, { level: 'error', event: 'import.undo_failed', importId, ...describeError(error) });
  await inInstitution(app, actor, async (tx) => {
    tx.audit({ action: 'import.undo_failed', objectType: 'import', objectId: importId });
    await tx.db.updateTable('import_batch').set({ state: 'committed', failure: JSON.stringify(sentence), updated_at: tx.now.toISOString() }).where('import_id', '=', importId).where('state', '=', 'undoing').execute();
  });
}
