import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { sql, type Insertable } from 'kysely';
import type { CustomerTable } from '../../platform/database-schema.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { customerNo, takeNumbers } from '../../platform/number-series.ts';
import { sealerOf, type Sealer } from '../../platform/sealing.ts';
import { searchableName, type SearchableName } from './customer-name.ts';
import { factColumns, nameColumns } from './customer-row.ts';

/** A customer to be written as it is: ID numbers are neither checked nor compared here. */
export interface NewCustomer {
  readonly facts: CustomerFacts;
  /** The number an old book gave; absent or already in use: the next of our own. */
  readonly customerNo?: string | null;
  readonly importId?: string;
}

export interface WrittenCustomer {
  readonly customerId: string;
  readonly customerNo: string;
}

// One statement has 65 535 parameters at most; a row has up to 68 columns.
const rowsAtATime = 500;

/**
 * Inserts customers in the order given, with sealed fields, spelling and name pieces. The caller audits.
 * @throws a unique violation of customer_by_id_number when an ID number is in the book already
 */
export async function writeCustomers(tx: Tx, customers: readonly NewCustomer[]): Promise<readonly WrittenCustomer[]> {
  if (customers.length === 0) return [];
  const sealer = await sealerOf(tx);
  const numbers = await numbersFor(tx, customers);
  const prepared = customers.map((customer, index) => prepare(tx, sealer, customer, numbers[index] ?? ''));
  for (let from = 0; from < prepared.length; from += rowsAtATime) {
    const rows = alike(prepared.slice(from, from + rowsAtATime).map(({ row }) => row));
    await tx.db.insertInto('customer').values(rows).execute();
  }
  await writeGrams(tx, prepared.map(({ row, name }) => ({ customerId: row.customer_id, grams: name.grams })));
  return prepared.map(({ row }) => ({ customerId: row.customer_id, customerNo: row.customer_no }));
}

export async function writeCustomer(tx: Tx, customer: NewCustomer): Promise<WrittenCustomer> {
  const [written] = await writeCustomers(tx, [customer]);
  if (!written) throw new Error('one customer in, one customer out');
  return written;
}

/** Replaces nothing: a changed name first deletes its pieces. */
export async function writeGrams(tx: Tx, names: readonly { readonly customerId: string; readonly grams: readonly string[] }[]): Promise<void> {
  const grams = names.flatMap((name) => name.grams);
  const customerIds = names.flatMap((name) => name.grams.map(() => name.customerId));
  await sql`insert into customer_gram (institution_id, gram, customer_id)
    select ${tx.institutionId}::uuid, gram, customer_id from unnest(${grams}::text[], ${customerIds}::uuid[]) as piece (gram, customer_id)`.execute(tx.db);
}

function prepare(tx: Tx, sealer: Sealer, customer: NewCustomer, number: string): { readonly row: Insertable<CustomerTable>; readonly name: SearchableName } {
  const customerId = newId(tx.now);
  const { facts } = customer;
  const name = searchableName(facts.name, facts.kind);
  const row = {
    opened_on: tx.businessDate,
    ...factColumns(sealer, customerId, facts),
    ...nameColumns(facts.name, name),
    kind: facts.kind,
    institution_id: tx.institutionId, customer_id: customerId, customer_no: number, import_id: customer.importId ?? null,
    created_at: tx.now, updated_at: tx.now, updated_by: tx.actor.name,
  };
  return { row, name };
}

/** Rows of one statement need the same columns; an absent one takes the column's default. */
function alike(rows: readonly Insertable<CustomerTable>[]): Insertable<CustomerTable>[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const defaults: Readonly<Record<string, unknown>> = { tags: [], blacklisted: false };
  return rows.map((row) => {
    const given: Readonly<Record<string, unknown>> = { ...row };
    // as: the same columns as before, filled up with what the table itself would put there.
    return Object.fromEntries(columns.map((column) => [column, given[column] ?? defaults[column] ?? null])) as unknown as Insertable<CustomerTable>;
  });
}

/** Given numbers that are free, and for the rest the next free ones of our own series. */
async function numbersFor(tx: Tx, customers: readonly NewCustomer[]): Promise<readonly string[]> {
  const taken = await takenNumbers(tx, customers.flatMap(({ customerNo: given }) => (given ? [given] : [])));
  const numbers = customers.map(({ customerNo: given }) => {
    if (!given || taken.has(given)) return null;
    taken.add(given);
    return given;
  });
  const fresh = await freshNumbers(tx, numbers.filter((number) => number === null).length, taken);
  return numbers.map((number) => number ?? fresh.shift() ?? '');
}

async function freshNumbers(tx: Tx, count: number, taken: Set<string>): Promise<string[]> {
  const fresh: string[] = [];
  while (fresh.length < count) {
    const missing = count - fresh.length;
    const first = await takeNumbers(tx, 'customer', missing);
    const candidates = Array.from({ length: missing }, (_unused, index) => customerNo(first + index));
    const inUse = await takenNumbers(tx, candidates);
    fresh.push(...candidates.filter((number) => !inUse.has(number) && !taken.has(number)));
  }
  return fresh;
}

async function takenNumbers(tx: Tx, numbers: readonly string[]): Promise<Set<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await sql<{ customer_no: string }>`select customer_no from customer where customer_no = any(${[...numbers]}::text[])`.execute(tx.db);
  return new Set(rows.rows.map((row) => row.customer_no));
}
