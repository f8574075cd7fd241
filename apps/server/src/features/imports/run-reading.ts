import type { LedgerReading, MappingCorrections } from '@loanbook/ledger-reader/ledger-reading.ts';
import { writeLog, type AppContext } from '../../platform/app-context.ts';
import { inInstitution, type Actor } from '../../platform/database.ts';
import { changeState, failReading, readFiles, storeReading, type UploadedFile } from './import-store.ts';
import { progressReporter } from './import-progress.ts';
import { readInChild, ReadingFailure } from './read-in-child.ts';
import { recallMapping } from './templates.ts';
import type { RememberedMapping } from './templates-match.ts';

export interface StoredCorrections extends MappingCorrections {
  readonly asOf?: string;
}

/** Readings under way in this process, so that cancelling can end the child at once. */
const underWay = new WeakMap<AppContext, Map<string, { readonly cancel: AbortController; readonly done: Promise<void> }>>();

/** Reads the files of an import in the background, as corrected or as earlier imports of the source were; its outcome is the import's state. */
export function startReading(app: AppContext, actor: Actor, importId: string, corrections: StoredCorrections | 'as_remembered'): void {
  const cancel = new AbortController();
  const running = underWay.get(app) ?? new Map<string, { readonly cancel: AbortController; readonly done: Promise<void> }>();
  const done = runReading(app, actor, importId, corrections, cancel.signal)
    .catch((error: unknown) => noteFailure(app, actor, importId, error))
    .finally(() => running.delete(importId));
  running.set(importId, { cancel, done });
  underWay.set(app, running);
}

/** Ends the reading's child process, if it runs here, and waits until nothing more will be written. */
export async function stopReading(app: AppContext, importId: string): Promise<void> {
  const running = underWay.get(app)?.get(importId);
  running?.cancel.abort();
  await running?.done;
}

async function runReading(app: AppContext, actor: Actor, importId: string, corrections: StoredCorrections | 'as_remembered', cancel: AbortSignal): Promise<void> {
  const files = await inInstitution(app, actor, (tx) => readFiles(tx, importId));
  const reporter = progressReporter(app, actor, importId);
  const readWith = (asCorrected: StoredCorrections): Promise<LedgerReading> => read(files, asCorrected, (done, total) => reporter.report({ done, total, stage: 'reading' }), cancel);
  const { reading, remembered } = await readOnceOrTwice(app, actor, corrections, readWith).finally(() => reporter.finish());
  await inInstitution(app, actor, async (tx) => {
    await changeState(tx, importId, ['reading'], 'ready');
    await storeReading(tx, importId, reading);
    if (remembered) await tx.db.updateTable('import_batch').set({ corrections: JSON.stringify(remembered.corrections), template_ids: [...remembered.templateIds] }).where('import_id', '=', importId).execute();
    tx.audit({ action: 'import.read', objectType: 'import', objectId: importId, fields: [`customers:${reading.customers.length}`, `loans:${reading.loans.length}`, `repayments:${reading.repayments.length}`] });
  });
}

interface Outcome {
  readonly reading: LedgerReading;
  readonly remembered: RememberedMapping | null;
}

/** What is remembered of a source goes by its headings, which only a first reading finds. */
async function readOnceOrTwice(app: AppContext, actor: Actor, corrections: StoredCorrections | 'as_remembered', readWith: (corrections: StoredCorrections) => Promise<LedgerReading>): Promise<Outcome> {
  if (corrections !== 'as_remembered') return { reading: await readWith(corrections), remembered: null };
  const first = await readWith({});
  const remembered = await inInstitution(app, actor, (tx) => recallMapping(tx, first.files));
  return { reading: remembered ? await readWith(remembered.corrections) : first, remembered };
}

function read(files: readonly UploadedFile[], corrections: StoredCorrections, onProgress: (done: number, total: number) => void, cancel: AbortSignal): Promise<LedgerReading> {
  const { asOf, ...mapping } = corrections;
  return readInChild({ files, options: { ...(asOf === undefined ? {} : { asOf }), corrections: mapping } }, onProgress, cancel);
}

async function noteFailure(app: AppContext, actor: Actor, importId: string, error: unknown): Promise<void> {
  if (error instanceof ReadingFailure && error.defect === 'cancelled') return;
  const sentence = error instanceof ReadingFailure
    ? { zh: error.messageZh, en: error.messageEn }
    : { zh: '读取时出错，文件没有导入。请重试；若再次出现，请联系支持。', en: 'Reading failed; nothing was imported. Try again, and contact support if it happens again.' };
  writeLog(app, { level: error instanceof ReadingFailure ? 'info' : 'error', event: 'import.reading_failed', importId, reason: error instanceof ReadingFailure ? error.defect : String(error instanceof Error ? error.name : 'unknown') });
  await inInstitution(app, actor, async (tx) => {
    tx.audit({ action: 'import.reading_failed', objectType: 'import', objectId: importId });
    await failReading(tx, importId, sentence);
  });
}
