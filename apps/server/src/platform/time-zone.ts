import { sql } from 'kysely';
import type { Tx } from './transaction.ts';
import { failure } from './failure.ts';
import { inputProblem } from './input-problems.ts';

/** A zone must be known to the program and to the database, else no later transaction could tell its date. */
export async function requireTimeZone(tx: Tx, timeZone: string): Promise<void> {
  if (isKnownHere(timeZone)) {
    const known = await sql`select 1 from pg_timezone_names where name = ${timeZone}`.execute(tx.db);
    if (known.rows.length > 0) return;
  }
  throw failure('invalid_input', {}, [inputProblem('timeZone', { code: 'not_a_choice', zh: '不是可用的时区', en: 'is not a known time zone' })]);
}

/** Names of a place only: an offset such as +08:00 would forget summer time. */
function isKnownHere(timeZone: string): boolean {
  if (!/^[A-Za-z][A-Za-z_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(timeZone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
