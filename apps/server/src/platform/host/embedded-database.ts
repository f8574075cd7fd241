import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { DataFolder } from '../data-folder.ts';
import { explainSystemError, StartFailure } from '../start-failure.ts';
import { placeClusterHome, type ClusterHome } from './cluster-home.ts';
import type { ClusterProgress, ClusterSettings, RunningCluster } from './cluster-settings.ts';
import { clusterFolderOf, findRunningCluster, startCluster, stopCluster } from './database-cluster.ts';
import { prepareEmbeddedBinaries } from './postgres-binaries.ts';

export const embeddedDatabaseName = 'loanbook';

export interface EmbeddedDatabase {
  /** The superuser that initdb made, which owns the tables; only migrations and maintenance use it. */
  readonly ownerUrl: string;
  readonly cluster: RunningCluster;
  readonly settings: ClusterSettings;
  /** Where its files are when they had to be kept outside the data folder; else null. */
  readonly folderElsewhere: string | null;
  stop(): Promise<void>;
}

/** Starts, adopts or recovers the database of a data folder. The caller holds the folder's lock. */
export async function startEmbeddedDatabase(dataFolder: DataFolder, onProgress: (progress: ClusterProgress) => void): Promise<EmbeddedDatabase> {
  const home = placeClusterHome(dataFolder.root);
  const settings = clusterSettings(dataFolder, home, onProgress);
  const cluster = await startCluster(settings);
  await createDatabase(cluster);
  return { ownerUrl: cluster.superuserUrl(embeddedDatabaseName), cluster, settings, folderElsewhere: home.isElsewhere ? home.folder : null, stop: () => stopCluster(settings) };
}

/** The owner's address of the database that another process of ours keeps running, or null. */
export async function findEmbeddedDatabase(dataFolder: DataFolder): Promise<string | null> {
  const cluster = await findRunningCluster(clusterSettings(dataFolder, placeClusterHome(dataFolder.root), () => undefined));
  return cluster?.superuserUrl(embeddedDatabaseName) ?? null;
}

function clusterSettings(dataFolder: DataFolder, home: ClusterHome, onProgress: (progress: ClusterProgress) => void): ClusterSettings {
  const copyFolder = path.join(home.folder, 'programs');
  const settings = { user: home.user, homeFolder: home.folder, superuserName: 'loanbook_owner', onProgress };
  try {
    const binaries = prepareEmbeddedBinaries(home.user, copyFolder);
    const clusterFolder = clusterFolderOf({ ...settings, binaries, superuserPassword: '' });
    return { ...settings, binaries, superuserPassword: readSuperuserPassword(dataFolder, existsSync(clusterFolder)) };
  } catch (error) {
    throw explainSystemError(error, dataFolder.root);
  }
}

function readSuperuserPassword(dataFolder: DataFolder, isInitialised: boolean): string {
  const file = path.join(dataFolder.keys, 'database.password');
  if (!existsSync(file)) {
    if (isInitialised) throw new StartFailure('database-broken', { path: file, reason: 'ENOENT' });
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

async function createDatabase(cluster: RunningCluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.superuserUrl('postgres'), ssl: false });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [embeddedDatabaseName]);
    if (found.rowCount === 0) await client.query(`create database ${embeddedDatabaseName}`);
  } finally {
    await client.end();
  }
}
