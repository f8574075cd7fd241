import { errorTable, errorText, type ErrorReply } from '@loanbook/contract/errors.ts';
import pg from 'pg';
import { writeLog, type AppContext } from './app-context.ts';
import { Failure, failure } from './failure.ts';

export interface Refusal {
  readonly status: number;
  readonly body: ErrorReply;
}

/**
 * What the caller is told of an error. Expected failures and the server's own refusals keep their code; anything else
 * is a bug: logged under the request id, without a single value, and answered with `internal`.
 */
export function refusalOf(app: AppContext, error: unknown, requestId: string, routeName: string): Refusal {
  const known = error instanceof Failure ? error : knownServerError(error);
  if (known) return refusal(known, requestId);
  writeLog(app, { level: 'error', event: 'request_failed', requestId, route: routeName, ...describeError(error) });
  return refusal(failure('internal', { requestId }), requestId);
}

function refusal(cause: Failure, requestId: string): Refusal {
  const row: { readonly status: number; readonly isRetryable?: true } = errorTable[cause.code];
  return {
    status: row.status,
    body: {
      code: cause.code, zh: errorText(cause.code, 'zh', cause.details), en: errorText(cause.code, 'en', cause.details),
      requestId, isRetryable: row.isRetryable === true, details: cause.details, problems: cause.problems,
    },
  };
}

/** Refusals of the HTTP library, by its codes. */
function knownServerError(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  // The file server refuses folders, dot files and paths out of its root this way.
  if ('statusCode' in error && (error.statusCode === 403 || error.statusCode === 404) && !(error instanceof pg.DatabaseError)) return failure('not_found');
  if (!('code' in error)) return null;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE': return failure('too_large', { limit: 'limit' in error ? String(error.limit) : '1 MB' });
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT': return failure('too_large', { limit: 'limit' in error ? String(error.limit) : '?' });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_BAD_URL':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE': return failure('not_json');
    case '53300':
    case '57P03': return failure('busy');
    default: return null;
  }
}

/**
 * Enough to find a bug, nothing of anybody's data: messages of database and of our own errors may hold values, so only
 * the language's own TypeError and ReferenceError keep theirs.
 */
export function describeError(error: unknown): Record<string, string | readonly string[] | undefined> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 8).map((line) => line.trim().replace(/[^\s(]*?\/(?=(?:apps|packages|node_modules)\/)/, ''));
  const message = error instanceof TypeError || error instanceof ReferenceError ? error.message : undefined;
  const database = error instanceof pg.DatabaseError ? { sqlState: error.code, constraint: error.constraint, table: error.table, routine: error.routine } : {};
  return { error: error.name, ...(message === undefined ? {} : { message }), ...database, frames };
}
