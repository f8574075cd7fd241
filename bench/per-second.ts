const warmUpMs = 300;
const measuredMs = 1500;
const batch = 64;

/**
 * How often a second `work` runs on one core, after warming up. Processor time of this process, not the wall clock, so
 * that other programs on the machine do not count; results are summed so that nothing can be optimised away.
 */
export function perSecond(work: (index: number) => number | boolean): number {
  runFor(warmUpMs, work);
  const { times, usedMs } = runFor(measuredMs, work);
  return Math.round((times / usedMs) * 1000);
}

function runFor(budgetMs: number, work: (index: number) => number | boolean): { times: number; usedMs: number } {
  const start = process.cpuUsage();
  let [times, usedMs, sum] = [0, 0, 0];
  while (usedMs < budgetMs) {
    for (let index = 0; index < batch; index += 1) sum += Number(work(times + index));
    times += batch;
    const used = process.cpuUsage(start);
    usedMs = (used.user + used.system) / 1000;
  }
  if (Number.isNaN(sum)) throw new Error('the work gave no number');
  return { times, usedMs };
}
