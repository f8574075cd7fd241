import { importsRoutes } from '@loanbook/contract/features/imports.ts';
import { failure } from '../../platform/failure.ts';
import { fileReply } from '../../platform/file-reply.ts';
import { serve, serveWithoutTransaction, type Server } from '../../platform/http.ts';
import { xlsxContentType } from '../../platform/workbook.ts';
import { writeBlankLedger } from './blank-ledger.ts';
import { cancelImport, commitImport, correctImport, failAbandoned, startImport } from './imports.commands.ts';
import { markedFile } from './marked-file.ts';
import { registerImportChanges } from './import-changes.routes.ts';
import { importsPolicy as policy } from './imports.policy.ts';
import { listImports, listProblems, previewRows, readImport, readProblems } from './imports.queries.ts';
import { writeProblemsWorkbook } from './problems-workbook.ts';
import { forgetTemplate, listTemplates, renameTemplate } from './templates.ts';
import { receiveUpload } from './receive-upload.ts';

export function registerImports(server: Server): void {
  serve(server, importsRoutes.list, policy.list, ({ tx }) => listImports(tx));
  serve(server, importsRoutes.templates, policy.templates, async ({ tx }) => ({ templates: await listTemplates(tx) }));
  serve(server, importsRoutes.renameTemplate, policy.renameTemplate, ({ tx, param, body }) => renameTemplate(tx, param('templateId'), body.name));
  serve(server, importsRoutes.forgetTemplate, policy.forgetTemplate, ({ tx, param }) => forgetTemplate(tx, param('templateId')));
  // Empty: nothing of the book is in it, so that there is nothing to audit.
  serveWithoutTransaction(server, importsRoutes.blankLedger, policy.blankLedger, async ({ session }) => fileReply(session.language === 'zh' ? '空白台账.xlsx' : 'blank-ledger.xlsx', xlsxContentType, await writeBlankLedger(session.language)));
  serveWithoutTransaction(server, importsRoutes.start, policy.start, async (request) => {
    const files = await receiveUpload(request);
    return { id: await startImport(request.app, request.session.actor, files) };
  });
  serve(server, importsRoutes.read, policy.read, async ({ tx, param }) => {
    await failAbandoned(tx, param('importId'));
    return readImport(tx, param('importId'));
  });
  serveWithoutTransaction(server, importsRoutes.correct, policy.correct, ({ app, session, body, param }) => correctImport(app, session.actor, param('importId'), body));
  serve(server, importsRoutes.preview, policy.preview, ({ tx, body, param }) => previewRows(tx, param('importId'), body));
  serve(server, importsRoutes.problems, policy.problems, ({ tx, body, param }) => listProblems(tx, param('importId'), body));
  serve(server, importsRoutes.problemsFile, policy.problemsFile, async ({ tx, param, session }) => {
    const problems = await readProblems(tx, param('importId'));
    if (problems.length === 0) throw failure('not_found');
    tx.audit({ action: 'import.problems_exported', objectType: 'import', objectId: param('importId') });
    const isChinese = session.language === 'zh';
    return fileReply(isChinese ? '导入问题清单.xlsx' : 'import-problems.xlsx', xlsxContentType, await writeProblemsWorkbook(problems, session.language));
  });
  serveWithoutTransaction(server, importsRoutes.markedFile, policy.markedFile, ({ app, session, param }) => markedFile(app, session, param('importId'), param('fileNumber')));
  serveWithoutTransaction(server, importsRoutes.commit, policy.commit, ({ app, session, param }) => commitImport(app, session.actor, param('importId')));
  serveWithoutTransaction(server, importsRoutes.cancel, policy.cancel, ({ app, session, param }) => cancelImport(app, session.actor, param('importId')));
  registerImportChanges(server);
}
