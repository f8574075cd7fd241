import { createHash } from 'node:crypto';

/** Statements that are prepared on each connection at most; every one holds some of the database's memory there. */
const mostPrepared = 200;
const longestText = 10_000;
const seenBefore = 3;
const mostSeen = 1_000;

const seen = new Map<string, number>();
const names = new Map<string, string>();

/**
 * A name for statements that write and come again and again, so that PostgreSQL parses and plans them once for each
 * connection. Not for reading: the best plan of a list depends on what is asked for.
 */
export function preparedName(text: string): { readonly name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= mostPrepared || text.length > longestText || !isWriting(text)) return {};
  const times = (seen.get(text) ?? 0) + 1;
  if (times <= seenBefore) {
    // Statements whose text differs from call to call would fill it for ever.
    if (seen.size >= mostSeen) seen.clear();
    seen.set(text, times);
    return {};
  }
  seen.delete(text);
  const name = `lb_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return { name };
}

function isWriting(text: string): boolean {
  return /^\s*(?:insert|update|delete)\b/.test(text) || / for update$/.test(text);
}
