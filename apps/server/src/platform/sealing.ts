import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MaskKind } from '@loanbook/contract/fields/field.ts';
import { blindIndex, blindTailIndex, normaliseForSearch } from './blind-index.ts';
import type { Tx } from './transaction.ts';
import { keyringOf, type Keyring } from './keyring.ts';
import { maskOf } from './mask.ts';

/** Columns kept sealed, by table: `x` stands for x_sealed, x_mask, x_index (and x_tail_index where hasTail). */
const sealedColumns = {
  customer: {
    id_number: { kind: 'id_number', hasTail: true }, mobile: { kind: 'phone', hasTail: true },
    phone2: { kind: 'phone' }, email: { kind: 'email' }, address: { kind: 'address' }, registered_address: { kind: 'address' }, bank_account: { kind: 'account' },
    spouse_id_number: { kind: 'id_number' }, spouse_mobile: { kind: 'phone' }, emergency_contact: { kind: 'contact' },
  },
} as const satisfies Record<string, Record<string, { readonly kind: MaskKind; readonly hasTail?: true }>>;

export type SealedTable = keyof typeof sealedColumns;
export type SealedColumn<Table extends SealedTable> = keyof (typeof sealedColumns)[Table] & string;

/** What the three or four columns of a sealed field get; all null for an absent value. */
export interface SealedField {
  readonly sealed: Buffer | null;
  readonly mask: string | null;
  readonly index: Buffer | null;
  /** Null too where the column keeps no tail index. */
  readonly tailIndex: Buffer | null;
}

export interface Sealer {
  sealField<Table extends SealedTable>(table: Table, column: SealedColumn<Table>, rowId: string, value: string | null | undefined): SealedField;
  /** Throws when the bytes were altered, or sealed for another institution, table, column or row. */
  openField<Table extends SealedTable>(table: Table, column: SealedColumn<Table>, rowId: string, sealed: Buffer | null): string | null;
  /** For exact search: what `index` of this column would be. Null when the value is empty. */
  indexOf<Table extends SealedTable>(table: Table, column: SealedColumn<Table>, value: string): Buffer | null;
  /** For search by the last four characters; null unless `tail` is four characters. */
  tailIndexOf<Table extends SealedTable>(table: Table, column: SealedColumn<Table>, tail: string): Buffer | null;
  /** Files and other bytes without mask and index. */
  sealBytes(table: string, column: string, rowId: string, content: Buffer): Buffer;
  openBytes(table: string, column: string, rowId: string, sealed: Buffer): Buffer;
}

/** The institution's sealer; ask once, then seal any number of rows without waiting. */
export async function sealerOf(tx: Tx): Promise<Sealer> {
  return makeSealer(await keyringOf(tx), tx.institutionId);
}

export async function sealField<Table extends SealedTable>(tx: Tx, table: Table, column: SealedColumn<Table>, rowId: string, value: string | null | undefined): Promise<SealedField> {
  return (await sealerOf(tx)).sealField(table, column, rowId, value);
}

export async function openField<Table extends SealedTable>(tx: Tx, table: Table, column: SealedColumn<Table>, rowId: string, sealed: Buffer | null): Promise<string | null> {
  return (await sealerOf(tx)).openField(table, column, rowId, sealed);
}

function makeSealer(keyring: Keyring, institutionId: string): Sealer {
  const label = (table: string, column: string, rowId: string): Buffer => Buffer.from(`${institutionId}|${table}|${column}|${rowId}`);
  const index = (table: SealedTable, column: string, value: string): Buffer | null => {
    const normalised = normaliseForSearch(ruleOf(table, column).kind, value);
    return normalised === '' ? null : blindIndex(keyring.blindIndexKey, table, column, normalised);
  };
  return {
    sealField(table, column, rowId, value) {
      if (value === null || value === undefined || value.trim() === '') return { sealed: null, mask: null, index: null, tailIndex: null };
      const rule = ruleOf(table, column);
      const tailIndex = rule.hasTail ? blindTailIndex(keyring.blindIndexKey, table, column, normaliseForSearch(rule.kind, value)) : null;
      return { sealed: seal(keyring, label(table, column, rowId), Buffer.from(value, 'utf8')), mask: maskOf(rule.kind, value), index: index(table, column, value), tailIndex };
    },
    openField: (table, column, rowId, sealed) => (sealed === null ? null : open(keyring, label(table, column, rowId), sealed).toString('utf8')),
    indexOf: (table, column, value) => index(table, column, value),
    tailIndexOf(table, column, tail) {
      const normalised = normaliseForSearch(ruleOf(table, column).kind, tail);
      // Padded to the length a full value has, since only its last four characters count.
      return normalised.length === 4 ? blindTailIndex(keyring.blindIndexKey, table, column, `----${normalised}`) : null;
    },
    sealBytes: (table, column, rowId, content) => seal(keyring, label(table, column, rowId), content),
    openBytes: (table, column, rowId, sealed) => open(keyring, label(table, column, rowId), sealed),
  };
}

function ruleOf(table: SealedTable, column: string): { readonly kind: MaskKind; readonly hasTail?: true } {
  const columns: Readonly<Record<string, { readonly kind: MaskKind; readonly hasTail?: true }>> = sealedColumns[table];
  const rule = columns[column];
  if (!rule) throw new Error(`${table}.${column} is not a sealed column`);
  return rule;
}

/** Which algorithm and layout: 1 is AES-256-GCM under the institution's key. Leaves room for others. */
const sealVersion = 1;
const headerLength = 1 + 4 + 12;
const tagLength = 16;

/** version (1) | key id (4, big endian) | nonce (12) | ciphertext | tag (16); the label is authenticated, not stored. */
function seal(keyring: Keyring, label: Buffer, content: Buffer): Buffer {
  const key = keyring.sealKeys.get(keyring.sealKeyId);
  if (!key) throw new Error('the current seal key is missing');
  const header = Buffer.alloc(5);
  header.writeUInt8(sealVersion, 0);
  header.writeUInt32BE(keyring.sealKeyId, 1);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(Buffer.concat([header, label]));
  return Buffer.concat([header, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

function open(keyring: Keyring, label: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < headerLength + tagLength || sealed.readUInt8(0) !== sealVersion) throw new Error('not a sealed value of a known version');
  const key = keyring.sealKeys.get(sealed.readUInt32BE(1));
  if (!key) throw new Error('the key of a sealed value is missing');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(5, headerLength), { authTagLength: tagLength });
  decipher.setAAD(Buffer.concat([sealed.subarray(0, 5), label])).setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(headerLength, -tagLength)), decipher.final()]);
}
