import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainSystemError } from './start-failure.ts';

/** The places inside the data folder. Everything that a lender must keep is below it. */
export interface DataFolder {
  readonly root: string;
  readonly keys: string;
  readonly files: string;
  /** True until the first start has made a key, so that nothing of a lender's can be in it. */
  readonly isNew: boolean;
}

/**
 * Makes the data folder when it is missing, and proves by writing that it can be used.
 * Throws StartFailure `no-right` or `disk-full`.
 */
export function prepareDataFolder(folder: string): DataFolder {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const root = realpathSync(folder);
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = path.join(root, `.probe-${process.pid}`);
    writeFileSync(probe, Buffer.alloc(65_536));
    rmSync(probe);
    const keys = path.join(root, 'keys');
    const isNew = !existsSync(keys) || readdirSync(keys).length === 0;
    for (const name of ['keys', 'files']) makePrivateFolder(path.join(root, name));
    return { root, keys, files: path.join(root, 'files'), isNew };
  } catch (error) {
    throw explainSystemError(error, folder);
  }
}

function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}
