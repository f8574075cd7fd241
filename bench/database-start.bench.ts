import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepareDataFolder } from '../apps/server/src/platform/data-folder.ts';
import { startEmbeddedDatabase } from '../apps/server/src/platform/host/embedded-database.ts';
import type { Bench, Measurement } from './bench.ts';

/** How long a lender waits for the database: the first time, and every later time. */
export const bench: Bench = {
  async run() {
    const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'loanbook-bench-')));
    chmodSync(folder, 0o755);
    try {
      const cold = await timeOneStart(folder);
      const warm = await timeOneStart(folder);
      return [figure('database-start-first', cold, null), figure('database-start-later', warm, cold)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function timeOneStart(folder: string): Promise<number> {
  const started = performance.now();
  const database = await startEmbeddedDatabase(prepareDataFolder(path.join(folder, 'data')), () => undefined);
  const milliseconds = performance.now() - started;
  await database.stop();
  return milliseconds;
}

function figure(name: string, milliseconds: number, compared: number | null): Measurement {
  return { name, value: Math.round(milliseconds), unit: 'ms', comparison: compared === null ? null : 'database-start-first', ratio: compared === null ? null : Number((milliseconds / compared).toFixed(3)) };
}
