import type { LedgerReading } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { AppContext } from '../../platform/app-context.ts';
import { inInstitution, type Actor } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { changeState, insertImport, storeReading } from './import-store.ts';
import { endCommit } from './run-commit.ts';
import { writeBook } from './write-book.ts';
import type { ImportReport } from './import-report.ts';

/** A reading straight into the book, in one transaction, with its own entry in the list of imports. */
export function importReading(app: AppContext, actor: Actor, reading: LedgerReading, fileNames: readonly string[]): Promise<ImportReport> {
  return inInstitution(app, actor, async (tx) => {
    const importId = newId(app.now());
    await insertImport(tx, importId, fileNames.map((name) => ({ name, bytes: Buffer.alloc(0) })));
    await storeReading(tx, importId, reading);
    await changeState(tx, importId, ['reading'], 'committing');
    const report = await writeBook(tx, importId, reading, () => undefined);
    await endCommit(tx, importId, report);
    return report;
  });
}
