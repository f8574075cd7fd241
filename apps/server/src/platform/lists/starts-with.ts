import { sql } from 'kysely';
import type { SqlPart } from './list-definition.ts';

/**
 * Codes and spellings from their beginning, as typed or in capitals. A range of C-ordered text, because LIKE is not
 * leakproof and would lose its index behind row-level security.
 */
export function startsWith(column: SqlPart, text: string): SqlPart {
  const spellings = [...new Set([text, text.toUpperCase()])];
  // U+10FFFF is the last code point, so it ends the range of everything that starts with the text.
  const ranges = spellings.map((spelling) => sql`(${column} collate "C" >= ${spelling} and ${column} collate "C" < ${`${spelling}\u{10FFFF}`})`);
  return sql`(${sql.join(ranges, sql` or `)})`;
}
