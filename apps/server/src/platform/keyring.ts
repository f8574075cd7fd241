import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import type { AppContext } from './app-context.ts';
import type { Tx } from './transaction.ts';

/**
 * An institution's data keys in the clear, in memory only. `sealKeys` keeps retired keys for reading. Key objects, because a
 * key given as bytes is made anew for each value, which costs several times as much as sealing it.
 */
export interface Keyring {
  readonly sealKeyId: number;
  readonly sealKeys: ReadonlyMap<number, KeyObject>;
  readonly blindIndexKey: Buffer;
  readonly auditKey: KeyObject;
}

const purposes = ['seal', 'blind_index', 'audit'] as const;
type Purpose = (typeof purposes)[number];

const committed = new WeakMap<AppContext, Map<string, Keyring>>();
const uncommitted = new WeakMap<Tx, Keyring>();

/** The keys of the transaction's institution; made on the first call, wrapped by the master key in data_key. */
export async function keyringOf(tx: Tx): Promise<Keyring> {
  const known = committed.get(tx.app)?.get(tx.institutionId) ?? uncommitted.get(tx);
  if (known) return known;
  let rows = await readKeys(tx);
  const isNew = rows.length === 0;
  if (isNew) {
    await makeKeys(tx);
    rows = await readKeys(tx);
  }
  const keyring = openKeyring(tx, rows);
  uncommitted.set(tx, keyring);
  // Keys of a transaction that is rolled back never existed, so they are kept only once it is committed.
  if (isNew) tx.afterCommit(() => keep(tx, keyring));
  else keep(tx, keyring);
  return keyring;
}

function keep(tx: Tx, keyring: Keyring): void {
  const ofApp = committed.get(tx.app) ?? new Map<string, Keyring>();
  ofApp.set(tx.institutionId, keyring);
  committed.set(tx.app, ofApp);
}

/** A row of data_key. */
export interface WrappedKey {
  readonly key_id: number;
  readonly purpose: Purpose;
  readonly wrapped: Buffer;
}

function readKeys(tx: Tx): Promise<WrappedKey[]> {
  return tx.db.selectFrom('data_key').select(['key_id', 'purpose', 'wrapped']).orderBy('key_id').execute();
}

async function makeKeys(tx: Tx): Promise<void> {
  const rows = purposes.map((purpose) => ({ institution_id: tx.institutionId, key_id: 1, purpose, wrapped: wrapKey(wrappingOf(tx), purpose, 1, randomBytes(32)) }));
  // Another transaction may make them at the same moment: its keys win and are read next.
  await tx.db.insertInto('data_key').values(rows).onConflict((conflict) => conflict.doNothing()).execute();
}

function openKeyring(tx: Tx, rows: readonly WrappedKey[]): Keyring {
  const newest = (purpose: Purpose): { id: number; key: Buffer } => {
    const row = rows.findLast((candidate) => candidate.purpose === purpose);
    if (!row) throw new Error(`the institution has no ${purpose} key`);
    return { id: row.key_id, key: unwrapKey(wrappingOf(tx), row) };
  };
  const sealKeys = new Map(rows.filter((row) => row.purpose === 'seal').map((row) => [row.key_id, createSecretKey(unwrapKey(wrappingOf(tx), row))]));
  return { sealKeyId: newest('seal').id, sealKeys, blindIndexKey: newest('blind_index').key, auditKey: createSecretKey(newest('audit').key) };
}

/** What a key is wrapped with and for. */
export interface Wrapping {
  readonly masterKey: Buffer;
  readonly institutionId: string;
}

function wrappingOf(tx: Tx): Wrapping {
  return { masterKey: tx.app.masterKey, institutionId: tx.institutionId };
}

/** The same data key under another master key: what a restore does, since every installation has its own. Throws when `from` is the wrong one. */
export function rewrapKey(row: WrappedKey, from: Wrapping, to: Wrapping): Buffer {
  return wrapKey(to, row.purpose, row.key_id, unwrapKey(from, row));
}

/** nonce (12) | ciphertext (32) | tag (16); bound to institution, purpose and number so that rows cannot be swapped. */
function wrapKey(wrapping: Wrapping, purpose: Purpose, keyId: number, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(wrapping), nonce, { authTagLength: 16 }).setAAD(wrapLabel(wrapping, purpose, keyId));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

function unwrapKey(wrapping: Wrapping, row: WrappedKey): Buffer {
  const { wrapped } = row;
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(wrapping), wrapped.subarray(0, 12), { authTagLength: 16 }).setAAD(wrapLabel(wrapping, row.purpose, row.key_id));
  decipher.setAuthTag(wrapped.subarray(-16));
  return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
}

function wrappingKey(wrapping: Wrapping): Buffer {
  return Buffer.from(hkdfSync('sha256', wrapping.masterKey, Buffer.alloc(0), 'loanbook data key wrapping', 32));
}

function wrapLabel(wrapping: Wrapping, purpose: Purpose, keyId: number): Buffer {
  return Buffer.from(`${wrapping.institutionId}|data_key|${purpose}|${keyId}`);
}
