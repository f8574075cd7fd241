import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { sealerOf } from '../../platform/sealing.ts';
import type { BookCustomer } from './customer-differences.ts';
import { searchableName } from './customer-name.ts';
import { factColumns, nameColumns } from './customer-row.ts';
import { writeGrams } from './write-customers.ts';

/** Columns as they stood before a change, as JSON: bytes in base64. */
export type ColumnsBefore = Readonly<Record<string, unknown>>;

/** Facts of a locked customer are replaced by those of a ledger. Returns the columns as they were; the caller audits. */
export async function updateCustomerFacts(tx: Tx, customer: BookCustomer, facts: Partial<CustomerFacts>): Promise<ColumnsBefore> {
  const name = facts.name ?? customer.name;
  const kind = facts.kind ?? kindOf(customer);
  const columns: Record<string, unknown> = { ...factColumns(await sealerOf(tx), customer.customerId, facts) };
  if (facts.name !== undefined || facts.kind !== undefined) Object.assign(columns, nameColumns(name, searchableName(name, kind)));
  await writeColumns(tx, customer, columns);
  return Object.fromEntries(Object.keys(columns).map((column) => [column, jsonOf(customer.columns[column])]));
}

/** Puts back what `updateCustomerFacts` returned. */
export async function restoreCustomerColumns(tx: Tx, customer: BookCustomer, before: ColumnsBefore): Promise<void> {
  await writeColumns(tx, customer, Object.fromEntries(Object.entries(before).map(([column, value]) => [column, fromJson(value)])));
}

/** Customers nobody needs any more: hidden, kept, and back as soon as they are changed or imported again. */
export async function deactivateCustomers(tx: Tx, customerIds: readonly string[]): Promise<void> {
  await sql`update customer set deactivated_at = ${tx.now}, version = version + 1, updated_at = ${tx.now}, updated_by = ${tx.actor.name} where customer_id = any(${[...customerIds]}::uuid[])`.execute(tx.db);
}

/** Hidden customers stand in the lists again. */
export async function showCustomers(tx: Tx, customerIds: readonly string[]): Promise<void> {
  await sql`update customer set deactivated_at = null, version = version + 1, updated_at = ${tx.now}, updated_by = ${tx.actor.name} where customer_id = any(${[...customerIds]}::uuid[])`.execute(tx.db);
}

/** They count as brought by the import that names them again. */
export async function reactivateCustomers(tx: Tx, customerIds: readonly string[], importId: string): Promise<void> {
  await sql`update customer set deactivated_at = null, import_id = ${importId}, version = version + 1, updated_at = ${tx.now}, updated_by = ${tx.actor.name} where customer_id = any(${[...customerIds]}::uuid[]) and deactivated_at is not null`.execute(tx.db);
}

async function writeColumns(tx: Tx, customer: BookCustomer, columns: Readonly<Record<string, unknown>>): Promise<void> {
  const assignments = Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`update customer set ${sql.join([...assignments, sql`version = version + 1`, sql`updated_at = ${tx.now}`, sql`updated_by = ${tx.actor.name}`])} where customer_id = ${customer.customerId}`.execute(tx.db);
  if (columns['name'] === undefined) return;
  const name = typeof columns['name'] === 'string' ? columns['name'] : customer.name;
  const kind = columns['kind'] === undefined ? kindOf(customer) : kindOf({ columns });
  await tx.db.deleteFrom('customer_gram').where('customer_id', '=', customer.customerId).execute();
  await writeGrams(tx, [{ customerId: customer.customerId, grams: searchableName(name, kind).grams }]);
}

function kindOf({ columns }: Pick<BookCustomer, 'columns'>): CustomerFacts['kind'] {
  return columns['kind'] as CustomerFacts['kind']; // as: the table's check lets only these through
}

function jsonOf(value: unknown): unknown {
  return Buffer.isBuffer(value) ? { base64: value.toString('base64') } : (value ?? null);
}

function fromJson(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'base64' in value ? Buffer.from(String(value.base64), 'base64') : value;
}
