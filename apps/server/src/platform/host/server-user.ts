import { readFileSync, statSync } from 'node:fs';
import { StartFailure } from '../start-failure.ts';

/** The account the database runs as: PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly userId: number;
  readonly groupId: number;
}

/**
 * Who runs the database: null means "whoever runs this program". A cluster made earlier keeps its owner,
 * so that installing PostgreSQL later (which adds a postgres account) changes nothing.
 */
export function chooseServerUser(clusterFolder: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { userId: owner.uid, groupId: owner.gid };
  const accounts = readAccounts(readFileSync('/etc/passwd', 'utf8'));
  const chosen = accounts.get('postgres') ?? accounts.get('nobody');
  if (!chosen) throw new StartFailure('no-database-user');
  return chosen;
}

/** The lines of /etc/passwd as name → account. */
export function readAccounts(passwd: string): Map<string, ServerUser> {
  const accounts = new Map<string, ServerUser>();
  for (const line of passwd.split('\n')) {
    const [name, , userId, groupId] = line.split(':');
    if (name && userId && groupId) accounts.set(name, { userId: Number(userId), groupId: Number(groupId) });
  }
  return accounts;
}

/** The options with which a child process takes this account on. */
export function asServerUser(user: ServerUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.userId, gid: user.groupId } : {};
}
