import { errorText } from '@loanbook/contract/errors.ts';
import { mappingCorrectionsSchema } from '@loanbook/contract/features/imports.ts';
import type { LedgerReading, MappingCorrections } from '@loanbook/ledger-reader/ledger-reading.ts';
import { writeLog, type AppContext } from '../../platform/app-context.ts';
import { inInstitution, type Actor, type Tx } from '../../platform/database.ts';
import { describeError } from '../../platform/error-reply.ts';
import { Failure } from '../../platform/failure.ts';
import { changeState, forgetFiles, loadReading } from './import-store.ts';
import { progressReporter } from './import-progress.ts';
import { rememberMapping } from './templates.ts';
import { writeBook } from './write-book.ts';

/** Writes the reading into the book in the background: one transaction, all or nothing. */
export function startCommit(app: AppContext, actor: Actor, importId: string): void {
  void runCommit(app, actor, importId).catch((error: unknown) => noteFailure(app, actor, importId, error));
}

async function runCommit(app: AppContext, actor: Actor, importId: string): Promise<void> {
  const reporter = progressReporter(app, actor, importId);
  try {
    await inInstitution(app, actor, async (tx) => {
      const reading = await loadReading(tx, importId);
      const report = await writeBook(tx, importId, reading, (done, total, stage) => reporter.report({ done, total, stage }));
      await reporter.finish();
      await endCommit(tx, importId, report);
      await rememberCorrections(tx, importId, reading);
    });
  } finally {
    await reporter.finish();
  }
}

/** What a person corrected, and then wrote into the book, is how that source is read the next time. */
async function rememberCorrections(tx: Tx, importId: string, reading: LedgerReading): Promise<void> {
  const { corrections } = await tx.db.selectFrom('import_batch').select('corrections').where('import_id', '=', importId).executeTakeFirstOrThrow();
  // as: only correctImport and the recall of templates write them; roles are the reader's.
  await rememberMapping(tx, reading.files, mappingCorrectionsSchema.parse(corrections) as MappingCorrections);
}

/** Closes the import inside the transaction that wrote it. */
export async function endCommit(tx: Tx, importId: string, report: Awaited<ReturnType<typeof writeBook>>): Promise<void> {
  await changeState(tx, importId, ['committing'], 'committed');
  await forgetFiles(tx, importId);
  await tx.db.updateTable('import_batch').set({ report: JSON.stringify(report) }).where('import_id', '=', importId).execute();
  tx.audit({ action: 'import.committed', objectType: 'import', objectId: importId, fields: [`customers:${report.customersCreated}`, `loans:${report.loansCreated}`, `repayments:${report.repaymentsWritten}`] });
}

async function noteFailure(app: AppContext, actor: Actor, importId: string, error: unknown): Promise<void> {
  const sentence = error instanceof Failure
    ? { zh: `导入没有写入：${errorText(error.code, 'zh', error.details)}`, en: `Nothing was imported: ${errorText(error.code, 'en', error.details)}` }
    : { zh: '写入时出错，全部撤回，没有改动任何数据。请重试；若再次出现，请联系支持。', en: 'Writing failed and was taken back whole; nothing was changed. Try again, and contact support if it happens again.' };
  writeLog(app, { level: 'error', event: 'import.commit_failed', importId, ...describeError(error) });
  await inInstitution(app, actor, async (tx) => {
    tx.audit({ action: 'import.commit_failed', objectType: 'import', objectId: importId });
    await tx.db.updateTable('import_batch').set({ state: 'failed', failure: JSON.stringify(sentence), updated_at: tx.now.toISOString() }).where('import_id', '=', importId).where('state', '=', 'committing').execute();
  });
}
