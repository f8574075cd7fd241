import type { z } from 'zod';
import type { Import, PaperTotals } from '@loanbook/contract/features/imports.ts';
import type { importCorrectionsSchema, mappingCorrectionsSchema } from '@loanbook/contract/features/imports.ts';
import type { AppContext } from '../../platform/app-context.ts';
import { inInstitution, type Actor, type Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { cellCorrections, keepFixedCells } from './fix-cells.ts';
import { changeState, failReading, forgetFiles, insertImport, readFiles, type UploadedFile } from './import-store.ts';
import { readImport } from './imports.queries.ts';
import { startCommit } from './run-commit.ts';
import { startReading, stopReading, type StoredCorrections } from './run-reading.ts';

/** Keeps the files and begins to read them in the background; `readImport` tells how far it is. */
export async function startImport(app: AppContext, actor: Actor, files: readonly UploadedFile[]): Promise<string> {
  const importId = newId(app.now());
  await inInstitution(app, actor, async (tx) => {
    await insertImport(tx, importId, files);
    tx.audit({ action: 'import.started', objectType: 'import', objectId: importId, fields: [`files:${files.length}`] });
  });
  startReading(app, actor, importId, 'as_remembered');
  return importId;
}

/** Reads the files again with what a person corrected. */
export async function correctImport(app: AppContext, actor: Actor, importId: string, corrections: z.infer<typeof importCorrectionsSchema>): Promise<Import> {
  const stored = storedCorrections(corrections);
  const isTakenBack = Object.keys(corrections.columns).length + Object.keys(corrections.sheets).length === 0;
  const { current, cells } = await inInstitution(app, actor, async (tx) => {
    if (corrections.asOf && corrections.asOf > tx.businessDate) throw failure('event_in_future', { businessDate: tx.businessDate });
    await changeState(tx, importId, ['ready', 'failed'], 'reading');
    if ((await readFiles(tx, importId)).length === 0) throw failure('import_state_changed', { state: 'cancelled' });
    await tx.db.updateTable('import_batch').set({ corrections: JSON.stringify(stored), ...(isTakenBack && { template_ids: [] }), progress: JSON.stringify({ done: 0, total: 0, stage: 'reading' }) }).where('import_id', '=', importId).execute();
    const fixed = await keepFixedCells(tx, importId, corrections.cells);
    tx.audit({ action: 'import.corrected', objectType: 'import', objectId: importId, fields: corrections.cells.map(({ sheet, cell }) => `${sheet}!${cell}`).slice(0, 50) });
    return { current: await readImport(tx, importId), cells: fixed };
  });
  startReading(app, actor, importId, { ...stored, cells: cellCorrections(cells) });
  return current;
}

function storedCorrections(corrections: z.infer<typeof mappingCorrectionsSchema>): StoredCorrections {
  // as: roles and keys are free text on the wire; the reader ignores one it does not know.
  const mapping = { sheets: corrections.sheets, columns: corrections.columns } as StoredCorrections;
  return corrections.asOf ? { ...mapping, asOf: corrections.asOf } : mapping;
}

/** Nothing of a cancelled import is kept but that it was there. */
export async function cancelImport(app: AppContext, actor: Actor, importId: string): Promise<Import> {
  const cancelled = await inInstitution(app, actor, async (tx) => {
    await changeState(tx, importId, ['reading', 'ready', 'failed'], 'cancelled');
    await forgetFiles(tx, importId);
    await tx.db.updateTable('import_batch').set({ reading_sealed: null, recognised_sealed: null }).where('import_id', '=', importId).execute();
    tx.audit({ action: 'import.cancelled', objectType: 'import', objectId: importId });
    return readImport(tx, importId);
  });
  await stopReading(app, importId);
  return cancelled;
}

/** Begins to write the reading into the book, in the background and in one transaction. */
export async function commitImport(app: AppContext, actor: Actor, importId: string): Promise<Import> {
  const current = await inInstitution(app, actor, async (tx) => {
    const before = await readImport(tx, importId);
    if (before.state === 'ready' && (before.totals === null || before.totals.customers + before.totals.loans + before.totals.repayments === 0)) throw failure('nothing_to_import');
    await changeState(tx, importId, ['ready', 'failed'], 'committing');
    if (before.totals === null) throw failure('import_state_changed', { state: before.state });
    await tx.db.updateTable('import_batch').set({ progress: JSON.stringify({ done: 0, total: before.totals.loans, stage: 'customers' }) }).where('import_id', '=', importId).execute();
    tx.audit({ action: 'import.commit_started', objectType: 'import', objectId: importId });
    return readImport(tx, importId);
  });
  startCommit(app, actor, importId);
  return current;
}

/** Sums read off the paper, kept with the import to hold the book against; all of them are replaced. */
export async function setPaperTotals(tx: Tx, importId: string, totals: PaperTotals): Promise<Import> {
  const changed = await tx.db.updateTable('import_batch').set({ paper_totals: JSON.stringify(totals) }).where('import_id', '=', importId).where('state', 'in', ['ready', 'committed']).executeTakeFirst();
  const current = await readImport(tx, importId);
  if (changed.numUpdatedRows === 0n) throw failure('import_state_changed', { state: current.state });
  tx.audit({ action: 'import.paper_totals_set', objectType: 'import', objectId: importId, values: totals });
  return current;
}

const abandonedAfterMilliseconds = 60_000;

/** A step whose process was killed leaves its state behind without a heartbeat; nothing of it was written. */
export async function failAbandoned(tx: Tx, importId: string): Promise<void> {
  const sentence = { zh: '上次处理被中断（例如程序被关闭），没有写入任何数据。可以重新开始。', en: 'The last step was interrupted (the program was stopped); nothing was written. You can start it again.' };
  const silentSince = new Date(tx.now.getTime() - abandonedAfterMilliseconds).toISOString();
  const silent = await tx.db.selectFrom('import_batch').select('state').where('import_id', '=', importId)
    .where('state', 'in', ['reading', 'committing', 'undoing']).where('updated_at', '<', silentSince).forUpdate().executeTakeFirst();
  if (!silent) return;
  if (silent.state === 'reading') await failReading(tx, importId, sentence);
  else await tx.db.updateTable('import_batch').set({ state: silent.state === 'undoing' ? 'committed' : 'failed', failure: JSON.stringify(sentence), updated_at: tx.now.toISOString() }).where('import_id', '=', importId).execute();
  tx.audit({ action: 'import.interrupted', objectType: 'import', objectId: importId });
}
