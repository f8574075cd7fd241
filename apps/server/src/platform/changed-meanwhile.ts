import type { Tx } from './transaction.ts';
import { failure, type Failure } from './failure.ts';

/** For a record whose version is no longer the one the person saw: says who changed it and when, in their own clock. */
export function changedMeanwhile(tx: Tx, by: string, atInstant: string): Failure {
  return failure('changed_meanwhile', { by, at: localMinute(atInstant, tx.timeZone) });
}

/** "2026-03-16 12:05" in that zone. */
export function localMinute(instant: string, timeZone: string): string {
  // sv-SE writes ISO dates.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
}
