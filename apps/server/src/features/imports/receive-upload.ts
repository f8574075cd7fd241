import path from 'node:path';
import { failure } from '../../platform/failure.ts';
import type { OpenRequest } from '../../platform/http.ts';
import type { UploadedFile } from './import-store.ts';

const mostFiles = 20;
const mostBytesTogether = 64 * 1024 * 1024;

/** The files of an upload, held in memory within the limit. Throws Failure too_large, too_many_files or nothing_to_import. */
export async function receiveUpload(request: Pick<OpenRequest<undefined>, 'files'>): Promise<UploadedFile[]> {
  const received: UploadedFile[] = [];
  let bytesTogether = 0;
  for await (const part of request.files(mostBytesTogether, mostFiles + 1)) {
    if (received.length === mostFiles) throw failure('too_many_files', { limit: mostFiles });
    const bytes = await part.toBuffer().catch((error: unknown) => {
      // The library's own refusal does not say how much is allowed.
      throw error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE' ? failure('too_large', { limit: '64 MB' }) : error;
    });
    bytesTogether += bytes.length;
    if (bytesTogether > mostBytesTogether) throw failure('too_large', { limit: '64 MB' });
    received.push({ name: plainName(part.filename, received.map((file) => file.name)), bytes });
  }
  if (received.length === 0) throw failure('nothing_to_import');
  return received;
}

/** The name without any folder, shortened, and different from the others, since problems name files. */
function plainName(sent: string, taken: readonly string[]): string {
  const base = path.posix.basename(sent.replaceAll('\\', '/')).replace(/[\u0000-\u001f\u007f]/g, '').slice(-200) || 'file';
  let name = base;
  for (let copy = 2; taken.includes(name); copy += 1) name = `${copy}-${base}`;
  return name;
}
