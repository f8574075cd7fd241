import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { explainSystemError, reasonOf, StartFailure } from '../start-failure.ts';
import type { ClusterSettings } from './cluster-settings.ts';
import { programPath } from './postgres-binaries.ts';
import { databaseEnvironment } from './database-environment.ts';
import { asServerUser } from './server-user.ts';

const runFile = promisify(execFile);

/**
 * Makes the cluster when there is none. It is made beside its place and renamed, so that a crash half way
 * leaves nothing that looks like a database.
 */
export async function initialiseCluster(settings: ClusterSettings, clusterFolder: string): Promise<void> {
  if (existsSync(path.join(clusterFolder, 'PG_VERSION'))) return;
  if (existsSync(clusterFolder)) throw new StartFailure('database-broken', { path: clusterFolder, reason: 'PG_VERSION' });
  settings.onProgress('initialising');
  const unfinished = `${clusterFolder}.unfinished`;
  const passwordFile = path.join(settings.homeFolder, 'initdb.password');
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, `${settings.superuserPassword}\n`, { mode: 0o600 });
    giveToServerUser(settings, [unfinished, passwordFile]);
    await runInitdb(settings, unfinished, passwordFile);
    renameSync(unfinished, clusterFolder);
  } catch (error) {
    throw explainInitFailure(error, clusterFolder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function runInitdb(settings: ClusterSettings, folder: string, passwordFile: string): Promise<void> {
  const locale = settings.binaries.majorVersion >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C'];
  const options = ['-D', folder, '-U', settings.superuserName, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', ...locale, '--no-instructions'];
  await runFile(programPath(settings.binaries, 'initdb'), options, { ...asServerUser(settings.user), cwd: settings.homeFolder, env: databaseEnvironment() });
}

function giveToServerUser(settings: ClusterSettings, paths: readonly string[]): void {
  if (!settings.user) return;
  for (const file of paths) chownSync(file, settings.user.userId, settings.user.groupId);
}

function explainInitFailure(error: unknown, clusterFolder: string): unknown {
  const reason = reasonOf(error);
  if (reason.includes('No space left on device')) return new StartFailure('disk-full', { path: clusterFolder }, error);
  if (reason.includes('Permission denied')) return new StartFailure('no-right', { path: clusterFolder, reason: 'initdb' }, error);
  const explained = explainSystemError(error, clusterFolder);
  return explained instanceof StartFailure ? explained : new StartFailure('database-not-started', { path: clusterFolder, reason }, error);
}
