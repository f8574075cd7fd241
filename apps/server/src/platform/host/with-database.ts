import { readConfig, processEnvironment } from '../config.ts';
import { prepareDataFolder, type DataFolder } from '../data-folder.ts';
import { appRoleUrl } from '../database-roles.ts';
import { loadMasterKey } from '../master-key.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { withProgress } from '../progress.ts';
import { lockDataFolder, readLockHolder } from './data-folder-lock.ts';
import { findEmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.ts';
import { pause } from './pause.ts';

/** What a command of the command line works on. */
export interface DatabaseContext {
  /** Owner of the tables: for backup, restore and verify. */
  readonly ownerUrl: string;
  /** The role the server runs as: for everything that behaves like the server. */
  readonly appUrl: string;
  readonly masterKey: Buffer;
  readonly dataFolder: string;
}

const serverStartLimitMs = 60_000;

/**
 * Runs work on the database of the data folder. While a server runs there its database is used as it is; otherwise
 * the database is started for the work and stopped after it. DATABASE_URL names an external one instead.
 */
export async function withDatabase<Result>(work: (context: DatabaseContext) => Promise<Result>, environment = processEnvironment()): Promise<Result> {
  const config = readConfig(environment, []);
  const folder = prepareDataFolder(config.dataFolder);
  const masterKey = loadMasterKey(folder.keys, config.masterKeyBase64, folder.isNew);
  const context = { masterKey, dataFolder: folder.root };
  if (config.databaseUrl !== null) {
    const ownerUrl = config.databaseUrl;
    return work({ ...context, ownerUrl, appUrl: await prepareDatabase(ownerUrl, masterKey, () => undefined) });
  }
  const served = await findServedDatabase(folder);
  if (served !== null) return work({ ...context, ownerUrl: served, appUrl: appRoleUrl(served, masterKey) });
  const lock = await lockDataFolder(folder.root, 'command', process.argv[2] ?? 'loanbook');
  try {
    const database = await withProgress('正在启动数据库', 'Starting the database', () => startEmbeddedDatabase(folder, () => undefined));
    try {
      return await work({ ...context, ownerUrl: database.ownerUrl, appUrl: await prepareDatabase(database.ownerUrl, masterKey, () => undefined) });
    } finally {
      await database.stop();
    }
  } finally {
    lock.release();
  }
}

/** A server that is just starting is waited for: its database is not ready, and must not be started twice. */
async function findServedDatabase(folder: DataFolder): Promise<string | null> {
  const deadline = Date.now() + serverStartLimitMs;
  for (;;) {
    const holder = readLockHolder(folder.root);
    if (holder?.role !== 'server' || Date.now() > deadline) return null;
    // The server notes its address when it answers, which is after its migrations.
    const found = holder.note === '' ? null : await findEmbeddedDatabase(folder);
    if (found !== null) return found;
    await pause(200);
  }
}
