import { existsSync, readdirSync, readFileSync } from 'node:fs';

const msPerTick = 10;

/** Processor time of a database server so far, ended connections included; 0 where the system has no /proc. */
export function clusterCpuMs(postmasterPid: number): number {
  if (!existsSync('/proc/self/stat')) return 0;
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    const times = timesOf(Number(name));
    return times && times.parent === postmasterPid ? [times.own] : [];
  });
  const postmaster = timesOf(postmasterPid);
  return (postmaster ? postmaster.own + postmaster.ended : 0) + children.reduce((sum, own) => sum + own, 0);
}

/** Of one process and of its children that have ended; null when it has ended itself. */
function timesOf(pid: number): { readonly parent: number; readonly own: number; readonly ended: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? [];
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [fields[1], fields[11], fields[12], fields[13], fields[14]];
    return { parent, own: (user + system) * msPerTick, ended: (endedUser + endedSystem) * msPerTick };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
