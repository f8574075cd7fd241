import type { AppContext } from '../../platform/app-context.ts';

/*
 * Waits grow with failures: none for the first few, then 2, 4, 8 … seconds up to a quarter of an hour. A person's own
 * count stands in the database, for all servers; counts of addresses, unknown names and known devices are kept here,
 * so that a wrong guess about a name that does not exist behaves the same.
 */
const freeFailures = 5;
const freeFailuresOfAddress = 30;
const longestWaitMs = 900_000;
/** A count is forgotten an hour after its last failure; the map never holds more than this many. */
export const forgetAfterMs: number = 3_600_000;
const mostCounts = 20_000;

/** Milliseconds to wait after that many failures in a row. */
export function waitAfterFailures(failures: number, free: number = freeFailures): number {
  return failures < free ? 0 : Math.min(1000 * 2 ** (failures - free + 1), longestWaitMs);
}

interface Count {
  failures: number;
  lastFailureMs: number;
}

const countsByApp = new WeakMap<AppContext, Map<string, Count>>();

function countsOf(app: AppContext): Map<string, Count> {
  const counts = countsByApp.get(app) ?? new Map<string, Count>();
  countsByApp.set(app, counts);
  return counts;
}

/** `address:…`, `name:…` or `device:…`. */
export type ThrottleKey = `${'address' | 'name' | 'device'}:${string}`;

export function isThrottled(app: AppContext, key: ThrottleKey): boolean {
  const count = countsOf(app).get(key);
  if (!count) return false;
  const free = key.startsWith('address:') ? freeFailuresOfAddress : freeFailures;
  return app.now().getTime() < count.lastFailureMs + waitAfterFailures(count.failures, free);
}

export function countFailure(app: AppContext, key: ThrottleKey): void {
  const counts = countsOf(app);
  const nowMs = app.now().getTime();
  const known = counts.get(key);
  const isFresh = known !== undefined && nowMs - known.lastFailureMs < forgetAfterMs;
  // Re-inserted, so that the map's order is the order of last failures and the oldest can be dropped.
  counts.delete(key);
  counts.set(key, { failures: (isFresh ? known.failures : 0) + 1, lastFailureMs: nowMs });
  for (const oldest of counts.keys()) {
    if (counts.size <= mostCounts) break;
    counts.delete(oldest);
  }
}

/** After a success. An address only takes back this attempt: one good account must not cover guesses at others. */
export function forgetFailures(app: AppContext, key: ThrottleKey): void {
  const count = countsOf(app).get(key);
  if (key.startsWith('address:') && count && count.failures > 1) count.failures -= 1;
  else countsOf(app).delete(key);
}
