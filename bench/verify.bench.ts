import { newLoanChecks } from '../apps/server/src/features/verify/loan-checks.ts';
import { verifyLoans } from '../apps/server/src/features/verify/verify-loans.ts';
import type { Bench, BenchSize, Measurement } from './bench.ts';
import { clusterCpuMs } from './book/cluster-cpu.ts';
import { openLargeBook } from './book/open-large-book.ts';

const required = 15_000;

/** Every loan of a book held against its facts: twelve installments and six entries each. */
export const bench: Bench = {
  async run({ loans }: BenchSize): Promise<Measurement[]> {
    const book = await openLargeBook(loans);
    try {
      const checks = newLoanChecks();
      const [started, cpu, databaseCpuMs] = [performance.now(), process.cpuUsage(), clusterCpuMs(book.postmasterPid)];
      const checked = await verifyLoans(book.app, book.actor, checks, { threads: 2 });
      const seconds = (performance.now() - started) / 1000;
      const used = process.cpuUsage(cpu);
      const cores = ((used.user + used.system) / 1000 + clusterCpuMs(book.postmasterPid) - databaseCpuMs) / 1000;
      const deviations = Object.values(checks).flatMap((check) => check.deviations);
      if (deviations.length > 0) throw new Error(`the measured book is not sound: ${deviations.slice(0, 3).join('; ')}`);
      const name = `verify, ${loans.toLocaleString('en')} loans`;
      return [
        ...(book.writtenInSeconds === null ? [] : [{ name: `${name}: the book, written`, value: book.writtenInSeconds, unit: 's', comparison: null, ratio: null }]),
        { name: `${name}: a second of the clock`, value: checked / seconds, unit: 'loans/s', comparison: null, ratio: null },
        { name: `${name}: a second of one core, database included`, value: checked / cores, unit: 'loans/s', comparison: `the ${required}/s required`, ratio: checked / cores / required },
      ];
    } finally {
      await book.close();
    }
  },
};
