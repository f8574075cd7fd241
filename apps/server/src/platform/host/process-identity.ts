import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Facts about a process that tell it apart from another one that got the same number later.
 * Linux reads /proc; elsewhere a living process is believed to be the one that was recorded.
 */
export function isProcessAlive(pid: number): boolean {
  if (pid <= 0) return false;
  const stat = readProcessStat(pid);
  // An orphan's zombie still answers signal 0 in a container whose first process never reaps.
  if (stat !== null) return stat.state !== 'Z' && stat.state !== 'X';
  if (process.platform === 'linux') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When the process started, in clock ticks since boot; 0 where the system does not tell. */
export function processStartTicks(pid: number): number {
  return readProcessStat(pid)?.startTicks ?? 0;
}

/** The command line with spaces between its arguments; empty where it cannot be read. */
export function processCommandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    if (process.platform === 'darwin') return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim();
    return '';
  } catch (error) {
    // The process ended between two looks, which is an answer and no failure.
    if (error instanceof Error) return '';
    throw error;
  }
}

function readProcessStat(pid: number): { state: string; startTicks: number } | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  // The command name may hold spaces and brackets, so fields are counted from its last bracket.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', startTicks: Number(fields[19] ?? 0) };
}
