import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { streamXlsxRows } from 'hucre/xlsx';
import { multipartBody } from '../apps/server/test/multipart-body.ts';
import type { Bench, BenchSize, Measurement } from './bench.ts';
import { largeWorkbook, ledgerRows } from './book/large-workbook.ts';
import { openLargeBook } from './book/open-large-book.ts';
import { peakMemoryMb } from './book/peak-memory.ts';
import { spreadOf } from './spread.ts';
import { startBookServer, type RunningBookServer } from './book/start-book-server.ts';

const smallRows = 5_000;
const fullRows = 100_000;

/** A ledger of thirty columns through the server into an empty book, beside a bare reading of the file and a bare COPY. */
export const bench: Bench = {
  async run({ isFull }: BenchSize): Promise<Measurement[]> {
    const rows = isFull ? fullRows : smallRows;
    const file = await largeWorkbook(rows);
    const book = await openLargeBook(0);
    const server = await startBookServer(book);
    try {
      const bareReadMs = await timed(() => readBare(file));
      const bareCopyMs = await timed(() => copyBare(book.ownerUrl, rows));
      const answered: number[] = [];
      const memory = peakMemoryMb(server.pid);
      const { body, contentType } = multipartBody([{ name: '台账.xlsx', bytes: file }]);
      const started = performance.now();
      const { id } = JSON.parse((await server.send('POST', '/api/imports', body, contentType)).text) as { id: string }; // as: the contract's reply
      const phases = await untilSettled(server, id, 'reading', answered);
      const readAt = performance.now();
      await server.send('POST', `/api/imports/${id}/commit`, '{}', 'application/json');
      await untilSettled(server, id, 'committing', answered);
      const committedAt = performance.now();
      const peakMb = memory.stop();
      const name = `import of ${rows.toLocaleString('en')} rows × 30`;
      const bareMs = bareReadMs + bareCopyMs;
      const part = (what: string, ms: number): Measurement => ({ name: `${name}: ${what}`, value: ms / 1000, unit: 's', comparison: null, ratio: null });
      return [
        { name, value: (committedAt - started) / 1000, unit: 's', comparison: `bare reading and COPY: ${(bareMs / 1000).toFixed(2)} s`, ratio: (committedAt - started) / bareMs },
        part('bare streaming reading', bareReadMs), part('bare COPY', bareCopyMs),
        part('uploaded, read and checked', readAt - started), ...phases.map(({ stage, ms }) => part(`  until ${stage}`, ms)), part('committed', committedAt - readAt),
        { name: `${name}: peak memory of server and reader`, value: peakMb, unit: 'MB', comparison: '600 MB', ratio: peakMb / 600 },
        { name: `${name}: p99 of other requests meanwhile`, value: spreadOf(answered).p99, unit: 'ms', comparison: '200 ms', ratio: spreadOf(answered).p99 / 200 },
      ];
    } finally {
      await server.stop();
      await book.close();
    }
  },
};

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function readBare(file: Buffer): Promise<void> {
  let cells = 0;
  for await (const row of streamXlsxRows(file)) cells += row.values.length;
  if (cells === 0) throw new Error('the file is empty');
}

async function copyBare(ownerUrl: string, rows: number): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`create temporary table bare (${Array.from({ length: 30 }, (_unused, index) => `c${index} text`).join(', ')})`);
    const copy = owner.query(copyFrom('copy bare from stdin'));
    for (const row of ledgerRows(rows)) if (!copy.write(`${row.join('\t')}\n`)) await once(copy, 'drain');
    copy.end();
    await once(copy, 'finish');
  } finally {
    await owner.end();
  }
}

/** Asks for the import's state until it is another; how long each of its stages was first seen after the beginning. */
async function untilSettled(server: RunningBookServer, importId: string, passing: string, answered: number[]): Promise<{ readonly stage: string; readonly ms: number }[]> {
  const started = performance.now();
  const stages: { stage: string; ms: number }[] = [];
  for (;;) {
    const reply = await server.send('GET', `/api/imports/${importId}`);
    if (reply.status !== 200) throw new Error(reply.text);
    answered.push(reply.ms);
    const { state, progress, failure } = JSON.parse(reply.text) as { state: string; progress: { stage: string }; failure: unknown }; // as: the contract's reply
    if (state !== passing) {
      if (state === 'failed') throw new Error(`the import failed: ${JSON.stringify(failure)}`);
      return stages;
    }
    if (stages.at(-1)?.stage !== progress.stage) stages.push({ stage: progress.stage, ms: performance.now() - started });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
