/** Of a row of durations in milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(durations: readonly number[]): Spread {
  const sorted = durations.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), least: at(0), most: at(1) };
}

/** Runs `work` again and again from so many clients at once, each waiting for its answer, until the time is up. */
export async function closedLoop(clients: number, seconds: number, work: (client: number) => Promise<number>): Promise<{ readonly durations: readonly number[]; readonly perSecond: number }> {
  const durations: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(Array.from({ length: clients }, async (_unused, client) => {
    while (performance.now() < end) durations.push(await work(client));
  }));
  return { durations, perSecond: durations.length / ((performance.now() - started) / 1000) };
}
