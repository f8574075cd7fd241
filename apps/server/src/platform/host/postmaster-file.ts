import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isProcessAlive, processCommandLine } from './process-identity.ts';

/** What a running PostgreSQL writes about itself into postmaster.pid. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

export function readPostmasterFile(clusterFolder: string): PostmasterFile | null {
  let text: string;
  try {
    text = readFileSync(path.join(clusterFolder, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3] ?? 0) } : null;
}

export type PostmasterState = { readonly kind: 'none' } | { readonly kind: 'stale' } | { readonly kind: 'running'; readonly file: PostmasterFile };

/**
 * Whether the cluster's own postmaster lives. A number that was given to another program since
 * makes the file stale; PostgreSQL itself would refuse to start over it.
 */
export function postmasterState(clusterFolder: string): PostmasterState {
  const file = readPostmasterFile(clusterFolder);
  if (!file) return { kind: 'none' };
  if (!isProcessAlive(file.pid)) return { kind: 'stale' };
  const commandLine = processCommandLine(file.pid);
  // Where the command line cannot be read (Windows) the file is believed, and the probe decides.
  if (commandLine !== '' && !commandLine.includes(clusterFolder)) return { kind: 'stale' };
  return { kind: 'running', file };
}
