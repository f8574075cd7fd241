import type { Config } from './config.ts';
import type { DataFolder } from './data-folder.ts';
import type { ClusterProgress } from './host/cluster-settings.ts';
import { superviseCluster } from './host/database-supervisor.ts';
import { startEmbeddedDatabase } from './host/embedded-database.ts';
import { prepareDatabase } from './prepare-database.ts';
import { withProgress } from './progress.ts';

export interface OpenDatabase {
  /** The role the server runs as. */
  readonly appUrl: string;
  close(): Promise<void>;
}

/** The server's database, ready to use: the embedded one, watched and restarted, or the one DATABASE_URL names. */
export async function openDatabase(config: Config, folder: DataFolder, masterKey: Buffer, onLost: (reason: string) => void): Promise<OpenDatabase> {
  const prepare = (ownerUrl: string): Promise<string> =>
    withProgress('正在准备数据库', 'Preparing the database', () => prepareDatabase(ownerUrl, masterKey, () => undefined));
  if (config.databaseUrl !== null) return { appUrl: await prepare(config.databaseUrl), close: () => Promise.resolve() };
  const database = await withProgress('正在启动数据库', 'Starting the database', () => startEmbeddedDatabase(folder, sayProgress));
  if (database.cluster.isAdopted) console.log('接管了上次留下的数据库。 Took over the database that the last run left behind.');
  if (database.folderElsewhere !== null) console.log(`数据库用户进不了数据文件夹，数据库文件放在 ${database.folderElsewhere}（与 ${folder.root} 一起保管）。\nThe database's account cannot reach the data folder, so its files are in ${database.folderElsewhere} (keep it together with ${folder.root}).`);
  try {
    const appUrl = await prepare(database.ownerUrl);
    const endWatch = superviseCluster(database.settings, database.cluster, {
      onDeath: () => console.error('数据库意外停止，正在重新启动… The database stopped unexpectedly; restarting it…'),
      onRestart: () => console.error('数据库已恢复。 The database is back.'),
      onLost,
    });
    return {
      appUrl,
      async close() {
        endWatch();
        await withProgress('正在停止数据库', 'Stopping the database', database.stop);
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function sayProgress(progress: ClusterProgress): void {
  if (progress === 'initialising') console.log('第一次启动：正在建立数据库… First start: making the database…');
  if (progress === 'recovering') console.log('数据库正在从日志恢复… The database is recovering from its log…');
}
