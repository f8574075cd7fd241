import { importChangesRoutes } from '@loanbook/contract/features/import-changes.ts';
import { failure } from '../../platform/failure.ts';
import { fileReply } from '../../platform/file-reply.ts';
import { serve, serveWithoutTransaction, type Server } from '../../platform/http.ts';
import { xlsxContentType } from '../../platform/workbook.ts';
import { importChangesPolicy as policy } from './import-changes.policy.ts';
import { readChanges, readKeptRows } from './import-changes.queries.ts';
import { setPaperTotals } from './imports.commands.ts';
import { writeKeptWorkbook } from './kept-workbook.ts';
import { startUndo } from './run-undo.ts';
import { tieLoan } from './tie-loan.ts';
import { previewUndo } from './undo-preview.ts';

/** Importing again, undoing and tying out. */
export function registerImportChanges(server: Server): void {
  serve(server, importChangesRoutes.changes, policy.changes, ({ tx, body, param }) => readChanges(tx, param('importId'), body));
  serve(server, importChangesRoutes.keptFile, policy.keptFile, async ({ tx, param, session }) => {
    const rows = await readKeptRows(tx, param('importId'));
    if (rows.length === 0) throw failure('not_found');
    tx.audit({ action: 'import.problems_exported', objectType: 'import', objectId: param('importId') });
    const isChinese = session.language === 'zh';
    return fileReply(isChinese ? '与账本不同.xlsx' : 'differences.xlsx', xlsxContentType, await writeKeptWorkbook(rows, session.language));
  });
  serve(server, importChangesRoutes.setPaperTotals, policy.setPaperTotals, ({ tx, body, param }) => setPaperTotals(tx, param('importId'), body));
  serve(server, importChangesRoutes.previewUndo, policy.previewUndo, ({ tx, param }) => previewUndo(tx, param('importId')));
  serveWithoutTransaction(server, importChangesRoutes.undo, policy.undo, ({ app, session, body, param }) => startUndo(app, session.actor, param('importId'), body.reason));
  serve(server, importChangesRoutes.tieLoan, policy.tieLoan, ({ tx, body, param }) => tieLoan(tx, param('loanId'), body));
}
