import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import type { AppContext } from '../../platform/app-context.ts';
import { screenHere, type ThreadAnswer, type ThreadRange, type ThreadTask } from './screening.ts';

// The thread of `screenInThread`: answers each range with what its screening found.
// as: screening.ts starts this file and gives it exactly this.
const task = workerData as ThreadTask;
const appPool = new pg.Pool({ connectionString: task.databaseUrl, max: 1 });
appPool.on('error', () => undefined);
let now = new Date();
// It only compares: nothing that needs a key, a folder or an address is ever asked for.
const app: AppContext = { appPool, masterKey: Buffer.alloc(0), webFolder: '', dataFolder: '', now: () => now, baseUrl: 'http://localhost' };
const screening = screenHere(app, task.actor);

parentPort?.on('message', (range: ThreadRange) => {
  now = new Date(range.now);
  void screening.screen(range).then(
    (screened) => answer({ screened }),
    (error: unknown) => answer({ error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' }),
  );
});

function answer(message: ThreadAnswer): void {
  parentPort?.postMessage(message);
}
