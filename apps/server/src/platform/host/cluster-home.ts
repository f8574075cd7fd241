import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainSystemError, StartFailure } from '../start-failure.ts';
import { chooseServerUser, type ServerUser } from './server-user.ts';

/** Where the database's files are, and as whom it runs. */
export interface ClusterHome {
  readonly folder: string;
  readonly user: ServerUser | null;
  /** True when the files had to be kept outside the data folder. */
  readonly isElsewhere: boolean;
}

const elsewhereRoot = '/var/lib/loanbook';

/**
 * The database lives in <data folder>/postgres. Only for root, and only when the account that runs the database
 * cannot get there (a data folder below a 0700 home), it lives in /var/lib/loanbook/<random>, named in
 * <data folder>/postgres.location. Opening up somebody's home instead was not chosen.
 */
export function placeClusterHome(dataFolder: string): ClusterHome {
  try {
    const inside = path.join(dataFolder, 'postgres');
    const pointer = path.join(dataFolder, 'postgres.location');
    if (existsSync(pointer)) return openElsewhere(readFileSync(pointer, 'utf8').trim(), dataFolder);
    const user = chooseServerUser(inside);
    if (user) chmodSync(dataFolder, (statSync(dataFolder).mode & 0o777) | 0o011);
    if (user === null || canReach(dataFolder, user)) return { folder: makeHome(inside, user), user, isElsewhere: false };
    if (existsSync(inside)) throw new StartFailure('no-right', { path: inside, reason: `uid ${user.userId}` });
    return makeElsewhere(pointer, dataFolder, user);
  } catch (error) {
    throw explainSystemError(error, dataFolder);
  }
}

/** Whether an account may pass every folder on the way (by the mode bits, which is all that root's checks tell). */
export function canReach(folder: string, user: ServerUser): boolean {
  for (let current = folder; ; current = path.dirname(current)) {
    const found = statSync(current);
    const bit = found.uid === user.userId ? 0o100 : found.gid === user.groupId ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}

function makeElsewhere(pointer: string, dataFolder: string, user: ServerUser): ClusterHome {
  mkdirSync(elsewhereRoot, { recursive: true, mode: 0o711 });
  chmodSync(elsewhereRoot, 0o711);
  const folder = makeHome(path.join(elsewhereRoot, randomBytes(8).toString('hex')), user);
  writeFileSync(path.join(folder, 'data-folder'), dataFolder);
  writeFileSync(pointer, `${folder}\n`);
  return { folder, user, isElsewhere: true };
}

function openElsewhere(folder: string, dataFolder: string): ClusterHome {
  const ownerFile = path.join(folder, 'data-folder');
  if (!existsSync(ownerFile)) throw new StartFailure('database-broken', { path: folder, reason: 'ENOENT' });
  const recorded = readFileSync(ownerFile, 'utf8');
  if (recorded !== dataFolder) {
    // A copied data folder names the original's database: two servers must not share it unawares.
    if (existsSync(path.join(recorded, 'postgres.location'))) throw new StartFailure('database-broken', { path: folder, reason: `← ${recorded}` });
    writeFileSync(ownerFile, dataFolder);
  }
  return { folder, user: chooseServerUser(folder), isElsewhere: true };
}

function makeHome(folder: string, user: ServerUser | null): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.userId, user.groupId);
  return folder;
}
