import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { ClusterSettings } from '../src/platform/host/cluster-settings.ts';
import { startCluster, stopCluster } from '../src/platform/host/database-cluster.ts';
import { findSystemBinaries, prepareEmbeddedBinaries, type PostgresBinaries } from '../src/platform/host/postgres-binaries.ts';
import { postmasterState } from '../src/platform/host/postmaster-file.ts';
import { isProcessAlive } from '../src/platform/host/process-identity.ts';
import { chooseServerUser, type ServerUser } from '../src/platform/host/server-user.ts';

const folderPrefix = 'loanbook-test-cluster-';

export interface TemporaryCluster {
  /** May create databases and roles; a superuser on the embedded one, an ordinary owner on the system's. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

/** The system's own PostgreSQL (Debian: /usr/lib/postgresql/NN/bin), 15 or newer, or null. */
export function findInstalledPostgres(): PostgresBinaries | null {
  const root = '/usr/lib/postgresql';
  try {
    return findSystemBinaries(readdirSync(root).map((name) => path.join(root, name)), 15);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** A fresh cluster in the temporary folder, started as in production; `stop` also removes its files. */
export async function startTemporaryCluster(kind: 'embedded' | 'system'): Promise<TemporaryCluster> {
  sweepAbandonedClusters();
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), folderPrefix)));
  const home = path.join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const user = chooseServerUser(home);
  openToServerUser(folder, home, user);
  writeFileSync(path.join(folder, 'owner.pid'), String(process.pid));
  const binaries = kind === 'embedded' ? prepareEmbeddedBinaries(user, path.join(folder, 'bin')) : findInstalledPostgres();
  if (!binaries) throw new Error('no PostgreSQL 15 or newer is installed on this system');
  const settings: ClusterSettings = { binaries, user, homeFolder: home, superuserName: 'superuser', superuserPassword: randomBytes(12).toString('hex'), onProgress: () => undefined };
  const cluster = await startCluster(settings);
  const superuserUrl = cluster.superuserUrl('postgres');
  const ownerUrl = kind === 'embedded' ? superuserUrl : await createOrdinaryOwner(superuserUrl);
  return {
    ownerUrl,
    superuserUrl,
    async stop() {
      await stopCluster(settings);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function openToServerUser(folder: string, home: string, user: ServerUser | null): void {
  if (!user) return;
  chmodSync(folder, 0o711);
  chownSync(home, user.userId, user.groupId);
}

/** An external server's owner is seldom a superuser, so the tests there run without one. */
async function createOrdinaryOwner(superuserUrl: string): Promise<string> {
  const password = randomBytes(12).toString('hex');
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`create role ordinary_owner login createdb createrole password '${password}'`);
  await client.end();
  const url = new URL(superuserUrl);
  url.username = 'ordinary_owner';
  url.password = password;
  return url.href;
}

/** A test run that was killed leaves its database running; the next run ends it. */
function sweepAbandonedClusters(): void {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = path.join(realpathSync(os.tmpdir()), name);
    try {
      if (isProcessAlive(Number(readFileSync(path.join(folder, 'owner.pid'), 'utf8')))) continue;
      for (const cluster of readdirSync(path.join(folder, 'home')).filter((entry) => /^pg\d+$/.test(entry))) {
        const state = postmasterState(path.join(folder, 'home', cluster));
        if (state.kind === 'running') process.kill(state.file.pid, 'SIGQUIT');
      }
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      // Another run is making or removing it at this moment, or it is another user's.
      if (!(error instanceof Error)) throw error;
    }
  }
}
