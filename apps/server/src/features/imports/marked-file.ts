import type { AppContext } from '../../platform/app-context.ts';
import { inInstitution } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { fileReply, type FileReply } from '../../platform/file-reply.ts';
import type { SignedIn } from '../../platform/session-store.ts';
import { xlsxContentType } from '../../platform/workbook.ts';
import { readFiles } from './import-store.ts';
import { readProblems } from './imports.queries.ts';
import { markInChild } from './mark-in-child.ts';

/**
 * One file of an import as the person gave it, its doubtful cells marked. It holds what they uploaded, unmasked.
 * @throws Failure not_found once the import has ended, for its files are gone then; file_not_marked
 */
export async function markedFile(app: AppContext, session: SignedIn, importId: string, fileNumber: string): Promise<FileReply> {
  const { file, problems } = await inInstitution(app, session.actor, async (tx) => {
    const uploaded = /^\d{1,2}$/.test(fileNumber) ? (await readFiles(tx, importId))[Number(fileNumber)] : undefined;
    if (!uploaded) throw failure('not_found');
    const found = (await readProblems(tx, importId)).filter((problem) => problem.file === uploaded.name);
    tx.audit({ action: 'import.marked_exported', objectType: 'import', objectId: importId });
    return { file: uploaded, problems: found };
  });
  const marked = await markInChild({ file, problems, language: session.language });
  const name = file.name.replace(/\.[^.]*$/, '');
  return fileReply(session.language === 'zh' ? `${name}（已标注）.xlsx` : `${name} (marked).xlsx`, xlsxContentType, marked);
}
