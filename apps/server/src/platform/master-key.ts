import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { explainSystemError, StartFailure } from './start-failure.ts';

const keyLength = 32;

/**
 * The key from which every other secret is derived: 32 bytes from LOANBOOK_MASTER_KEY (base64) or keys/master.key
 * (mode 0400, made on the first start). A data folder with data but without its key is refused, because a new key
 * could read nothing that the old one sealed.
 */
export function loadMasterKey(keysFolder: string, masterKeyBase64: string | null, mayCreate: boolean): Buffer {
  if (masterKeyBase64 !== null) return readBase64Key(masterKeyBase64);
  const file = path.join(keysFolder, 'master.key');
  try {
    if (!existsSync(file)) {
      if (!mayCreate) throw new StartFailure('bad-master-key', { reason: file });
      createKeyFile(file);
    }
    return readKeyFile(file);
  } catch (error) {
    throw explainSystemError(error, file);
  }
}

/** A short value that tells two keys apart and gives neither away. */
export function masterKeyFingerprint(masterKey: Buffer): string {
  return createHmac('sha256', masterKey).update('fingerprint').digest('hex').slice(0, 16);
}

/**
 * Ties the database to its key: the first start notes the fingerprint as a comment on schema_migration, every later
 * one compares. Needs the owner's connection. Throws StartFailure `bad-master-key`.
 */
export async function checkMasterKeyFingerprint(owner: pg.ClientBase, masterKey: Buffer): Promise<void> {
  const expected = `master key ${masterKeyFingerprint(masterKey)}`;
  const answer = await owner.query<{ comment: string | null }>("select obj_description('public.schema_migration'::regclass) as comment");
  const comment = answer.rows[0]?.comment ?? null;
  if (comment === null) await owner.query(`comment on table schema_migration is '${expected}'`);
  else if (comment !== expected) throw new StartFailure('bad-master-key', { reason: `${comment} ≠ ${expected}` });
}

function readBase64Key(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyLength) throw new StartFailure('bad-master-key', { reason: 'LOANBOOK_MASTER_KEY ≠ 32 B (openssl rand -base64 32)' });
  return key;
}

function readKeyFile(file: string): Buffer {
  const key = readFileSync(file);
  if (key.length !== keyLength) throw new StartFailure('bad-master-key', { reason: `${file} ≠ 32 B` });
  // Windows has no such modes; there the folder's own rights protect the key.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) throw new StartFailure('bad-master-key', { reason: `chmod 400 ${file}` });
  return key;
}

/** Written beside its place, forced to disk and renamed, so that a crash leaves a whole key or none. */
function createKeyFile(file: string): void {
  const unfinished = `${file}.${process.pid}`;
  rmSync(unfinished, { force: true });
  const descriptor = openSync(unfinished, 'wx', 0o400);
  writeSync(descriptor, randomBytes(keyLength));
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(unfinished, file);
}
