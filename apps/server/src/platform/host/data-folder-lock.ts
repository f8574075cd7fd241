import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainSystemError, StartFailure, systemErrorCode } from '../start-failure.ts';
import { pause } from './pause.ts';
import { isProcessAlive, processStartTicks } from './process-identity.ts';

/** Who holds a data folder: a process, told apart from a later one with the same number by when it started. */
export interface LockHolder {
  readonly pid: number;
  readonly startTicks: number;
  readonly role: 'server' | 'command';
  /** Where the server answers, once it does; or the command's name. */
  readonly note: string;
  readonly isStopping: boolean;
}

export interface DataFolderLock {
  update(change: { note?: string; isStopping?: boolean }): void;
  release(): void;
}

const shortWaitMs = 1_500;
const stoppingWaitMs = 45_000;

/**
 * Takes the data folder for this process. A lock whose process is gone (kill -9, power cut) is taken over;
 * a holder that is just stopping is waited for. Throws StartFailure `second-start`.
 */
export async function lockDataFolder(dataFolder: string, role: 'server' | 'command', note: string): Promise<DataFolderLock> {
  const file = path.join(dataFolder, 'loanbook.lock');
  let holder: LockHolder = { pid: process.pid, startTicks: processStartTicks(process.pid), role, note, isStopping: false };
  const started = Date.now();
  try {
    while (!tryToTake(file, holder)) {
      const other = readLockHolder(dataFolder);
      const limit = other?.isStopping ? stoppingWaitMs : shortWaitMs;
      if (other && Date.now() - started > limit) throw new StartFailure('second-start', { path: dataFolder, pid: other.pid, reason: other.note });
      await pause(100);
    }
  } catch (error) {
    throw explainSystemError(error, file);
  }
  return {
    update(change) {
      holder = { ...holder, ...change };
      const unfinished = `${file}.${process.pid}`;
      writeFileSync(unfinished, JSON.stringify(holder));
      renameSync(unfinished, file);
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

/** The living holder of a data folder, or null. */
export function readLockHolder(dataFolder: string): LockHolder | null {
  const holder = parseHolder(path.join(dataFolder, 'loanbook.lock'));
  return holder && isHolding(holder) ? holder : null;
}

/** A hard link is the one way to make a file appear at once with its content, and to fail when it is there. */
function tryToTake(file: string, holder: LockHolder): boolean {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(holder));
  try {
    linkSync(unfinished, file);
    return true;
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
    removeWhenStale(file);
    return false;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function removeWhenStale(file: string): void {
  const found = parseHolder(file);
  if (found && isHolding(found)) return;
  // Renamed first: of two programs that find the same stale lock, only one removes it, and never a fresh one.
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = parseHolder(aside);
  if (moved && isHolding(moved)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function isHolding(holder: LockHolder): boolean {
  if (!isProcessAlive(holder.pid)) return false;
  return holder.startTicks === 0 || processStartTicks(holder.pid) === holder.startTicks;
}

function parseHolder(file: string): LockHolder | null {
  try {
    // as: written by this program only; an unreadable file counts as no holder.
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
  } catch (error) {
    if (error instanceof SyntaxError || systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
