import { existsSync } from 'node:fs';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';

interface AppContext {
  readonly appPool: pg.Pool;
  readonly masterKey: Buffer;
  readonly webFolder: string;
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly baseUrl: string;
}

export interface LoadedApp {
  readonly app: FastifyInstance;
  /** The one-time link of the first run; null once an institution exists. */
  readonly setupLink: string | null;
}

export async function loadApp(context: AppContext, _isDemo: boolean): Promise<LoadedApp> {
  const file = path.join(import.meta.dirname, 'app.ts');
  if (!existsSync(file)) {
    const app = fastify();
    app.get('/api/health', async () => ({ isReady: (await context.appPool.query('select 1')).rowCount === 1 }));
    return { app, setupLink: null };
  }
  // as: a placeholder until the app and its context are there.
  const module = (await import(file)) as { createApp(context: AppContext): Promise<FastifyInstance> };
  return { app: await module.createApp(context), setupLink: null };
}
