import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import { fen, formatYuan, parseYuan } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import { maskOf } from '../../platform/mask.ts';
import type { Tx } from '../../platform/database.ts';
import { sealerOf, type Sealer } from '../../platform/sealing.ts';
import { customerColumns } from './customer-columns.ts';

/** A customer's row as it is stored, sealed columns sealed. */
export interface BookCustomer {
  readonly customerId: string;
  readonly customerNo: string;
  readonly name: string;
  readonly version: number;
  readonly importId: string | null;
  readonly isDeactivated: boolean;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** A fact on which a ledger and the book differ, as both may be shown: sealed facts as masks. */
export interface FactDifference {
  readonly key: keyof CustomerFacts;
  readonly book: string | null;
  readonly file: string | null;
}

/** The customers in the order of their ids; with `isLocked` nobody changes them until the transaction ends. */
export async function readBookCustomers(tx: Tx, customerIds: readonly string[], isLocked = false): Promise<BookCustomer[]> {
  const wanted = tx.db.selectFrom('customer').selectAll().where('customer_id', '=', sql<string>`any(${[...customerIds]}::uuid[])`).orderBy('customer_id');
  const rows = await (isLocked ? wanted.forUpdate() : wanted).execute();
  return rows.map((row) => ({ customerId: row.customer_id, customerNo: row.customer_no, name: row.name, version: row.version, importId: row.import_id, isDeactivated: row.deactivated_at !== null, columns: { ...row } }));
}

/** What the given facts say otherwise than the stored row; facts that are absent say nothing. */
export async function customerDifferences(tx: Tx): Promise<(customer: BookCustomer, facts: Partial<CustomerFacts>) => FactDifference[]> {
  const sealer = await sealerOf(tx);
  return (customer, facts) => customerFields.flatMap((field): FactDifference[] => {
    // as: the catalogue's editable fields are the facts' keys; others are absent from `facts`.
    const key = field.key as keyof CustomerFacts;
    const value = facts[key];
    return value === undefined || value === null || value === '' ? [] : (difference(sealer, customer.columns, key, value) ?? []);
  });
}

function difference(sealer: Sealer, row: BookCustomer['columns'], key: keyof CustomerFacts, value: unknown): FactDifference[] | null {
  const stored = customerColumns.get(key);
  if (!stored) return null;
  switch (stored.kind) {
    case 'plain': {
      const book = row[stored.column];
      return String(book ?? '') === String(value) ? null : [{ key, book: textOf(book), file: textOf(value) }];
    }
    case 'money': {
      const bookFen = row[stored.column];
      const fileFen = parseYuan(String(value));
      return bookFen === fileFen ? null : [{ key, book: typeof bookFen === 'number' ? formatYuan(fen(bookFen)) : null, file: fileFen === null ? null : formatYuan(fileFen) }];
    }
    case 'sealed': {
      const index = sealer.indexOf('customer', stored.column, String(value));
      const bookIndex = row[`${stored.column}_index`];
      if (index === null || (Buffer.isBuffer(bookIndex) && bookIndex.equals(index))) return null;
      return [{ key, book: textOf(row[`${stored.column}_mask`]), file: maskFor(key, String(value)) }];
    }
    default:
      return stored satisfies never;
  }
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}

const masks = new Map(customerFields.flatMap((field) => (field.mask ? [[field.key, field.mask] as const] : [])));

function maskFor(key: string, value: string): string {
  const mask = masks.get(key);
  return mask === undefined ? value : maskOf(mask, value);
}
