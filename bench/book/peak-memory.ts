import { existsSync, readdirSync, readFileSync } from 'node:fs';

const everyMs = 100;

/** The most memory that a process and its children have held together; 0 where the system has no /proc. */
export function peakMemoryMb(pid: number): { stop(): number } {
  let peakKb = 0;
  const look = (): void => {
    peakKb = Math.max(peakKb, residentKb(pid));
  };
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      clearInterval(timer);
      look();
      return peakKb / 1024;
    },
  };
}

function residentKb(pid: number): number {
  if (!existsSync('/proc/self/status')) return 0;
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(statusOf);
  return processes.reduce((sum, one) => (one && (one.pid === pid || one.parent === pid) ? sum + one.residentKb : sum), 0);
}

function statusOf(name: string): { readonly pid: number; readonly parent: number; readonly residentKb: number } | null {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8');
    const field = (key: string): number => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { pid: Number(name), parent: field('PPid'), residentKb: field('VmRSS') };
  } catch (error) {
    // It has ended meanwhile.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
