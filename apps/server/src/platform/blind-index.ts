import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { MaskKind } from '@loanbook/contract/fields/field.ts';

/**
 * The one spelling of a value that exact search compares: full-width to half-width, no blanks; IDs upper case, phones
 * without +86, accounts digits only, e-mails lower case. Empty text when nothing is left to search by.
 */
export function normaliseForSearch(kind: MaskKind, value: string): string {
  const text = value.normalize('NFKC').replace(/\s/gu, '');
  switch (kind) {
    case 'id_number': return text.replace(/[-–—]/gu, '').toUpperCase();
    case 'phone': return normalisePhone(text);
    case 'account': return text.replace(/-/g, '').toUpperCase();
    case 'email': return text.toLowerCase();
    case 'address':
    case 'contact': return text;
    default: return unknownKind(kind);
  }
}

function normalisePhone(text: string): string {
  const digits = text.replace(/[^\d+]/g, '').replace(/^(?:\+|00)86/, '').replace(/\+/g, '');
  return /^86\d{11}$/.test(digits) ? digits.slice(2) : digits;
}

/** Keyed digest of a normalised value, under a key for this column alone, so that columns cannot be joined. */
export function blindIndex(blindIndexKey: Buffer, table: string, column: string, normalised: string): Buffer {
  return createHmac('sha256', columnKey(blindIndexKey, `${table}.${column}`)).update(normalised).digest();
}

/** The same for the last four characters; a fourth-digit match is a hint, never an identification. */
export function blindTailIndex(blindIndexKey: Buffer, table: string, column: string, normalised: string): Buffer | null {
  if (normalised.length < 8) return null;
  return createHmac('sha256', columnKey(blindIndexKey, `${table}.${column} tail`)).update(normalised.slice(-4)).digest();
}

// Key objects: made anew from its bytes for each digest, a key costs six times as much as the digest itself.
const columnKeys = new WeakMap<Buffer, Map<string, KeyObject>>();

function columnKey(blindIndexKey: Buffer, label: string): KeyObject {
  const known = columnKeys.get(blindIndexKey) ?? new Map<string, KeyObject>();
  columnKeys.set(blindIndexKey, known);
  const key = known.get(label) ?? createSecretKey(Buffer.from(hkdfSync('sha256', blindIndexKey, Buffer.alloc(0), `loanbook blind index ${label}`, 32)));
  known.set(label, key);
  return key;
}

function unknownKind(kind: never): never {
  throw new Error(`no spelling for ${String(kind)}`);
}
