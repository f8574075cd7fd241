import pg from 'pg';
import { rollChunk } from '../apps/server/src/features/loans/loans.index.ts';
import { inInstitution } from '../apps/server/src/platform/database.ts';
import type { Bench, BenchSize, Measurement } from './bench.ts';
import { openLargeBook, type LargeBook } from './book/open-large-book.ts';
import { bookNow } from './book/invented-loan.ts';
import { spreadOf } from './spread.ts';

const smallerSizes = [10_000, 100_000];
const dayMs = 86_400_000;

/** The morning after: what the calendar alone changes, beside one reading of all installments. */
export const bench: Bench = {
  async run({ loans, isFull }: BenchSize) {
    const measurements: Measurement[] = [];
    for (const size of isFull ? [...smallerSizes, loans] : [loans]) measurements.push(...(await measured(size)));
    return measurements;
  },
};

async function measured(loans: number): Promise<Measurement[]> {
  const book = await openLargeBook(loans);
  try {
    const scan = spreadOf(await scanTimes(book));
    const { rolledLoans, ms } = await rollOneDay(book);
    const name = `day roll, ${loans.toLocaleString('en')} loans`;
    return [
      { name, value: ms, unit: 'ms', comparison: `a scan of all installments: ${scan.p50.toFixed(0)} ms (${scan.least.toFixed(0)} to ${scan.most.toFixed(0)})`, ratio: ms / scan.p50 },
      { name: `${name}: loans that the day changes`, value: rolledLoans, unit: `loans, ${(ms / Math.max(1, rolledLoans)).toFixed(2)} ms each`, comparison: null, ratio: null },
    ];
  } finally {
    await book.close();
  }
}

class TakenBack extends Error {}

/** In one transaction that is taken back, so that the book stands on its day for the next measurement. */
async function rollOneDay(book: LargeBook): Promise<{ readonly rolledLoans: number; readonly ms: number }> {
  const tomorrow = { ...book.app, now: () => new Date(Date.parse(bookNow) + dayMs) };
  let rolledLoans = 0;
  let ms = 0;
  const roll = inInstitution(tomorrow, book.actor, async (tx) => {
    const started = performance.now();
    for (let isDone = false; !isDone;) {
      const chunk = await rollChunk(tx);
      rolledLoans += chunk.rolledLoans;
      isDone = chunk.isDone;
    }
    ms = performance.now() - started;
    throw new TakenBack();
  });
  await roll.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return { rolledLoans, ms };
}

async function scanTimes(book: LargeBook): Promise<number[]> {
  const owner = new pg.Client({ connectionString: book.ownerUrl });
  await owner.connect();
  try {
    await owner.query('set max_parallel_workers_per_gather = 0; set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off');
    const durations: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      const started = performance.now();
      await owner.query('select count(*), sum(principal_fen) from installment');
      durations.push(performance.now() - started);
    }
    // The first reading brings the pages in.
    return durations.slice(1);
  } finally {
    await owner.end();
  }
}
