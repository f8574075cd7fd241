import { Worker } from 'node:worker_threads';
import type { AppContext } from '../../platform/app-context.ts';
import { inSnapshot, type Actor } from '../../platform/database.ts';
import { screenBlock, type ScreenedBlock } from './screen-block.ts';
import { readStoredBlock, type LoanRange } from './stored-block.ts';

/** Screens one range after the other; several may work side by side. */
export interface Screening {
  screen(range: LoanRange): Promise<ScreenedBlock>;
  end(): Promise<void>;
}

/** In this thread, which is busy meanwhile: for small books, where a thread would take longer to start. */
export function screenHere(app: AppContext, actor: Actor): Screening {
  return {
    screen: (range) => inSnapshot(app, actor, async (tx) => screenBlock(await readStoredBlock(tx, range), tx.businessDate)),
    end: () => Promise.resolve(),
  };
}

/** What a thread is given; the clock is read anew for each range, since a large book may take past midnight. */
export interface ThreadTask {
  readonly databaseUrl: string;
  readonly actor: Actor;
}

export interface ThreadRange extends LoanRange {
  readonly now: string;
}

export type ThreadAnswer = { readonly screened: ScreenedBlock } | { readonly error: string };

/** Rows live for a moment only: with room for a block's worth of them hardly one has to be moved. */
const maxYoungGenerationSizeMb = 64;

/** In a thread with a connection of its own, so that the server goes on answering and every core helps. */
export function screenInThread(app: AppContext, databaseUrl: string, actor: Actor): Screening {
  const task: ThreadTask = { databaseUrl, actor };
  const thread = new Worker(new URL('./screening-thread.ts', import.meta.url), { workerData: task, resourceLimits: { maxYoungGenerationSizeMb } });
  return {
    screen: (range) => new Promise((resolve, reject) => {
      const stop = (): void => { thread.off('message', answer).off('error', fail).off('exit', fall); };
      const answer = (message: ThreadAnswer): void => {
        stop();
        if ('screened' in message) resolve(message.screened);
        else reject(new Error(message.error));
      };
      const fail = (error: unknown): void => { stop(); reject(error); };
      const fall = (): void => fail(new Error('a verifying thread ended early'));
      thread.on('message', answer).on('error', fail).on('exit', fall);
      thread.postMessage({ ...range, now: app.now().toISOString() } satisfies ThreadRange);
    }),
    end: async () => { await thread.terminate(); },
  };
}
