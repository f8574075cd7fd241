import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { explainSystemError, reasonOf, StartFailure } from '../start-failure.ts';
import { clusterUrl, serverSettings, type ClusterSettings, type RunningCluster } from './cluster-settings.ts';
import { databaseEnvironment } from './database-environment.ts';
import { chooseFreePort } from './free-port.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { pause } from './pause.ts';
import { programPath } from './postgres-binaries.ts';
import { postmasterState, readPostmasterFile } from './postmaster-file.ts';
import { isProcessAlive } from './process-identity.ts';
import { asServerUser } from './server-user.ts';
import { stopPostmaster } from './stop-postmaster.ts';

const recoveryLimitMs = 600_000;
const adoptionLimitMs = 30_000;
const logSizeLimit = 10_000_000;

/** The folder with the database's own files, inside the home folder. */
export function clusterFolderOf(settings: ClusterSettings): string {
  return path.join(settings.homeFolder, `pg${settings.binaries.majorVersion}`);
}

/**
 * Brings the cluster up whatever state it was left in: made, adopted when it still runs, or started (which also
 * recovers from a crash). Throws StartFailure with the reason otherwise.
 */
export async function startCluster(settings: ClusterSettings): Promise<RunningCluster> {
  const clusterFolder = clusterFolderOf(settings);
  if (!existsSync(clusterFolder) && existsSync(portFile(settings))) {
    // A remembered port without a database means that somebody took the database away; an empty one would hide it.
    throw new StartFailure('database-broken', { path: clusterFolder, reason: 'ENOENT' });
  }
  await initialiseCluster(settings, clusterFolder);
  const running = (await adoptCluster(settings, clusterFolder)) ?? (await launchCluster(settings, clusterFolder));
  writeFileSync(portFile(settings), `${running.port}\n`);
  return running;
}

/** Stops the cluster: at once for new connections, then cleanly; returns when its process is gone. */
export async function stopCluster(settings: ClusterSettings): Promise<void> {
  const state = postmasterState(clusterFolderOf(settings));
  if (state.kind !== 'running') return;
  settings.onProgress('stopping');
  await stopPostmaster(settings, clusterFolderOf(settings), state.file.pid);
}

/** The cluster when it is running and answers now; never starts or repairs anything. */
export async function findRunningCluster(settings: ClusterSettings): Promise<RunningCluster | null> {
  const clusterFolder = clusterFolderOf(settings);
  const state = postmasterState(clusterFolder);
  if (state.kind !== 'running') return null;
  const answer = await probe(settings, clusterFolder, state.file.port);
  return answer === 'ready' ? describe(settings, state.file.port, state.file.pid, true) : null;
}

async function adoptCluster(settings: ClusterSettings, clusterFolder: string): Promise<RunningCluster | null> {
  const state = postmasterState(clusterFolder);
  if (state.kind === 'stale') rmSync(path.join(clusterFolder, 'postmaster.pid'), { force: true });
  if (state.kind !== 'running') return null;
  const deadline = Date.now() + adoptionLimitMs;
  while (isProcessAlive(state.file.pid) && Date.now() < deadline) {
    const port = readPostmasterFile(clusterFolder)?.port ?? 0;
    if (port > 0 && (await probe(settings, clusterFolder, port)) === 'ready') return describe(settings, port, state.file.pid, true);
    await pause(50);
  }
  // It was shutting down, or it hangs: end it, so that a fresh one can recover.
  if (isProcessAlive(state.file.pid)) await stopPostmaster(settings, clusterFolder, state.file.pid);
  return null;
}

async function launchCluster(settings: ClusterSettings, clusterFolder: string): Promise<RunningCluster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await chooseFreePort(readRememberedPort(settings));
    settings.onProgress('starting');
    const outcome = await launchOnce(settings, clusterFolder, port);
    if (outcome.kind === 'ready') return describe(settings, port, outcome.pid, false);
    const failure = explainLog(settings, outcome.log);
    if (failure !== 'retry') throw failure;
    if (attempt >= 20) throw new StartFailure('database-not-started', { path: logFile(settings), reason: lastLine(outcome.log) });
    await pause(500);
  }
}

type LaunchOutcome = { readonly kind: 'ready'; readonly pid: number } | { readonly kind: 'ended'; readonly log: string };

async function launchOnce(settings: ClusterSettings, clusterFolder: string, port: number): Promise<LaunchOutcome> {
  const log = openLog(settings);
  const options = Object.entries({ ...serverSettings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached, so that Ctrl-C in the terminal reaches the server only, which then stops the database in order.
  const child = spawn(programPath(settings.binaries, 'postgres'), ['-D', clusterFolder, ...options], {
    ...asServerUser(settings.user), cwd: settings.homeFolder, stdio: ['ignore', log.descriptor, log.descriptor], detached: true, windowsHide: true, env: databaseEnvironment(),
  });
  let ended: string | null = null;
  child.once('exit', () => (ended = 'exit'));
  child.once('error', (error) => (ended = reasonOf(error)));
  child.unref();
  closeSync(log.descriptor);
  const deadline = Date.now() + recoveryLimitMs;
  for (let look = 0; ended === null && Date.now() < deadline; look += 1) {
    const answer = await probe(settings, clusterFolder, port);
    if (answer === 'ready' && child.pid !== undefined) return { kind: 'ready', pid: child.pid };
    if (answer === 'recovering' && look % 40 === 39) settings.onProgress('recovering');
    await pause(25);
  }
  return { kind: 'ended', log: `${readLogFrom(settings, log.start)}\n${ended === 'exit' ? '' : (ended ?? 'timeout')}`.trim() };
}

type ProbeAnswer = 'ready' | 'recovering' | 'silent';

/** Asks for the data directory too: another PostgreSQL may have taken the port. */
async function probe(settings: ClusterSettings, clusterFolder: string, port: number): Promise<ProbeAnswer> {
  const client = new pg.Client({ connectionString: clusterUrl(settings, port, 'postgres'), connectionTimeoutMillis: 2_000, ssl: false });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ data_directory: string }>('show data_directory');
    return path.resolve(answer.rows[0]?.data_directory ?? '/') === clusterFolder ? 'ready' : 'silent';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === '57P03' ? 'recovering' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explainLog(settings: ClusterSettings, log: string): StartFailure | 'retry' {
  const folder = clusterFolderOf(settings);
  if (/No space left on device|Disk quota exceeded/.test(log)) return new StartFailure('disk-full', { path: folder });
  if (/lock file "postmaster.pid" already exists|pre-existing shared memory block|Address already in use|could not bind/.test(log)) return 'retry';
  if (/wrong ownership|Permission denied|Read-only file system/.test(log)) return new StartFailure('no-right', { path: folder, reason: lastLine(log) });
  if (/FATAL|PANIC|could not (open|read|access)|does not exist|not a valid data directory/.test(log)) return new StartFailure('database-broken', { path: folder, reason: lastLine(log) });
  return new StartFailure('database-not-started', { path: logFile(settings), reason: lastLine(log) });
}

/** The line that names the cause: the first FATAL or PANIC, else the last line that says anything. */
function lastLine(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '').replace(/^[\d-]+ [\d:.]+ \w+ \[\d+\] /, '');
}

function describe(settings: ClusterSettings, port: number, pid: number, isAdopted: boolean): RunningCluster {
  return { port, pid, isAdopted, superuserUrl: (databaseName) => clusterUrl(settings, port, databaseName) };
}

function portFile(settings: ClusterSettings): string {
  return path.join(settings.homeFolder, 'port');
}

function readRememberedPort(settings: ClusterSettings): number | null {
  if (!existsSync(portFile(settings))) return null;
  const port = Number(readFileSync(portFile(settings), 'utf8'));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

function logFile(settings: ClusterSettings): string {
  return path.join(settings.homeFolder, 'postgres.log');
}

function openLog(settings: ClusterSettings): { descriptor: number; start: number } {
  const file = logFile(settings);
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > logSizeLimit) renameSync(file, `${file}.1`);
    return { descriptor: openSync(file, 'a', 0o600), start: size > logSizeLimit ? 0 : size };
  } catch (error) {
    throw explainSystemError(error, file);
  }
}

function readLogFrom(settings: ClusterSettings, start: number): string {
  return readFileSync(logFile(settings)).subarray(start).toString('utf8');
}
