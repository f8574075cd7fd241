import path from 'node:path';
import pg from 'pg';
import type { AppContext } from './app-context.ts';
import type { DatabaseContext } from './host/with-database.ts';

/** What a command of the command line has instead of a running server: the same context, its pool ended afterwards. */
export async function withCommandApp<Result>(context: DatabaseContext, work: (app: AppContext) => Promise<Result>): Promise<Result> {
  const appPool = new pg.Pool({ connectionString: context.appUrl, max: 4 });
  // Without a listener the loss of one idle connection would end the process.
  appPool.on('error', () => undefined);
  try {
    return await work({ appPool, masterKey: context.masterKey, webFolder: path.join(context.dataFolder, 'no-web'), dataFolder: context.dataFolder, now: () => new Date(), baseUrl: 'http://localhost' });
  } finally {
    await appPool.end();
  }
}
