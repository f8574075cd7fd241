import { execFileSync } from 'node:child_process';
import { pause } from './pause.ts';
import { programPath } from './postgres-binaries.ts';
import { isProcessAlive } from './process-identity.ts';
import { asServerUser } from './server-user.ts';
import type { ClusterSettings } from './cluster-settings.ts';
import { databaseEnvironment } from './database-environment.ts';

const cleanStopLimitMs = 30_000;
const immediateStopLimitMs = 10_000;

/**
 * Fast shutdown (open transactions are rolled back, a checkpoint is written); when that takes too long,
 * immediate shutdown, after which the next start recovers from the log.
 */
export async function stopPostmaster(settings: ClusterSettings, clusterFolder: string, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    // Windows has no signals that a program could handle; pg_ctl speaks PostgreSQL's own channel.
    execFileSync(programPath(settings.binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-D', clusterFolder], { ...asServerUser(settings.user), stdio: 'ignore', env: databaseEnvironment() });
    return;
  }
  if (await signalAndWait(pid, 'SIGINT', cleanStopLimitMs)) return;
  await signalAndWait(pid, 'SIGQUIT', immediateStopLimitMs);
}

async function signalAndWait(pid: number, signal: 'SIGINT' | 'SIGQUIT', limitMs: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return true;
    throw error;
  }
  const deadline = Date.now() + limitMs;
  while (isProcessAlive(pid) && Date.now() < deadline) await pause(20);
  return !isProcessAlive(pid);
}
