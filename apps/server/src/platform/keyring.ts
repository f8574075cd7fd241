import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { AppContext } from './app-context.ts';
import type { Tx } from './database.ts';

/** An institution's data keys in the clear, in memory only. `sealKeys` keeps retired keys for reading. */
export interface Keyring {
  readonly sealKeyId: number;
  readonly sealKeys: ReadonlyMap<number, Buffer>;
  readonly blindIndexKey: Buffer;
  readonly auditKey: Buffer;
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

interface WrappedKey {
  readonly key_id: number;
  readonly purpose: Purpose;
  readonly wrapped: Buffer;
}

function readKeys(tx: Tx): Promise<WrappedKey[]> {
  return tx.db.selectFrom('data_key').select(['key_id', 'purpose', 'wrapped']).orderBy('key_id').execute();
}

async function makeKeys(tx: Tx): Promise<void> {
  const rows = purposes.map((purpose) => ({ institution_id: tx.institutionId, key_id: 1, purpose, wrapped: wrapKey(tx, purpose, 1, randomBytes(32)) }));
  // Another transaction may make them at the same moment: its keys win and are read next.
  await tx.db.insertInto('data_key').values(rows).onConflict((conflict) => conflict.doNothing()).execute();
}

function openKeyring(tx: Tx, rows: readonly WrappedKey[]): Keyring {
  const newest = (purpose: Purpose): { id: number; key: Buffer } => {
    const row = rows.findLast((candidate) => candidate.purpose === purpose);
    if (!row) throw new Error(`the institution has no ${purpose} key`);
    return { id: row.key_id, key: unwrapKey(tx, row) };
  };
  const sealKeys = new Map(rows.filter((row) => row.purpose === 'seal').map((row) => [row.key_id, unwrapKey(tx, row)]));
  return { sealKeyId: newest('seal').id, sealKeys, blindIndexKey: newest('blind_index').key, auditKey: newest('audit').key };
}

/** nonce (12) | ciphertext (32) | tag (16); bound to institution, purpose and number so that rows cannot be swapped. */
function wrapKey(tx: Tx, purpose: Purpose, keyId: number, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(tx), nonce, { authTagLength: 16 }).setAAD(wrapLabel(tx, purpose, keyId));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

function unwrapKey(tx: Tx, row: WrappedKey): Buffer {
  const { wrapped } = row;
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(tx), wrapped.subarray(0, 12), { authTagLength: 16 }).setAAD(wrapLabel(tx, row.purpose, row.key_id));
  decipher.setAuthTag(wrapped.subarray(-16));
  return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
}

function wrappingKey(tx: Tx): Buffer {
  return Buffer.from(hkdfSync('sha256', tx.app.masterKey, Buffer.alloc(0), 'loanbook data key wrapping', 32));
}

function wrapLabel(tx: Tx, purpose: Purpose, keyId: number): Buffer {
  return Buffer.from(`${tx.institutionId}|data_key|${purpose}|${keyId}`);
}
