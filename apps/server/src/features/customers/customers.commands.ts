import type { Customer, CustomerFacts } from '@loanbook/contract/features/customers.ts';
import type { InputProblem } from '@loanbook/contract/errors.ts';
import { sql } from 'kysely';
import { changedMeanwhile } from '../../platform/changed-meanwhile.ts';
import { isUniqueViolation, type Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { openField, sealerOf } from '../../platform/sealing.ts';
import { checkIdNumber } from './check-id-number.ts';
import { customerColumns } from './customer-columns.ts';
import { searchableName } from './customer-name.ts';
import { factColumns, nameColumns } from './customer-row.ts';
import { customerNoByIdNumber, readCustomer } from './customers.queries.ts';
import { writeCustomer, writeGrams } from './write-customers.ts';

/** @throws Failure invalid_input, invalid_id_number, customer_id_number_taken */
export async function createCustomer(tx: Tx, given: CustomerFacts): Promise<Customer> {
  refuseMasks(given, '');
  const facts = withCheckedId(given);
  const { customerId } = await refusingTakenId(tx, facts.idNumber, null, () => writeCustomer(tx, { facts }));
  tx.audit({ action: 'customer.created', objectType: 'customer', objectId: customerId, values: presentValues(facts) });
  return readCustomer(tx, customerId);
}

/** @throws Failure not_found, changed_meanwhile, invalid_id_number, customer_id_number_taken, invalid_input */
export async function changeCustomer(tx: Tx, customerId: string, version: number, changes: Partial<CustomerFacts>): Promise<Customer> {
  await changeCustomerFacts(tx, customerId, version, changes);
  return readCustomer(tx, customerId);
}

/** The same without reading the customer again, for many at once. @throws what changeCustomer throws */
export async function changeCustomerFacts(tx: Tx, customerId: string, version: number, changes: Partial<CustomerFacts>): Promise<void> {
  const before = await lockCustomer(tx, customerId);
  if (before.version !== version) throw changedMeanwhile(tx, before.updated_by, before.updated_at);
  refuseMasks(changes, 'facts.');
  const facts = await withCheckedChange(tx, before, changes);
  const [name, kind] = [facts.name ?? before.name, facts.kind ?? before.kind];
  const searchable = searchableName(name, kind);
  await refusingTakenId(tx, facts.idNumber, customerId, async () => {
    const columns = { ...factColumns(await sealerOf(tx), customerId, facts), ...nameColumns(name, searchable) };
    await tx.db.updateTable('customer').set({ ...columns, version: version + 1, updated_at: tx.now, updated_by: tx.actor.name }).where('customer_id', '=', customerId).execute();
  });
  if (name !== before.name) {
    await tx.db.deleteFrom('customer_gram').where('customer_id', '=', customerId).execute();
    await writeGrams(tx, [{ customerId, grams: searchable.grams }]);
  }
  tx.audit({ action: 'customer.changed', objectType: 'customer', objectId: customerId, values: presentValues(facts) });
}

/** One sealed field in clear; each look is audited with its reason. @throws Failure not_found, unknown_field */
export async function revealCustomerField(tx: Tx, customerId: string, field: string, reason: string): Promise<{ value: string | null }> {
  const stored = customerColumns.get(field);
  if (stored?.kind !== 'sealed') throw failure('unknown_field', { field });
  const row = await sql<{ sealed: Buffer | null }>`select ${sql.ref(`${stored.column}_sealed`)} as sealed from customer where customer_id = ${customerId}`.execute(tx.db);
  const found = row.rows[0];
  if (!found) throw failure('not_found');
  tx.audit({ action: 'customer.revealed', objectType: 'customer', objectId: customerId, fields: [field], reason });
  return { value: await openField(tx, 'customer', stored.column, customerId, found.sealed) };
}

interface LockedCustomer {
  readonly customer_id: string;
  readonly name: string;
  readonly kind: CustomerFacts['kind'];
  readonly id_type: CustomerFacts['idType'];
  readonly id_number_sealed: Buffer | null;
  readonly birth_date: string | null;
  readonly gender: string | null;
  readonly version: number;
  readonly updated_at: string;
  readonly updated_by: string;
}

async function lockCustomer(tx: Tx, customerId: string): Promise<LockedCustomer> {
  const rows = await sql<LockedCustomer>`select customer_id, name, kind, id_type, id_number_sealed, birth_date, gender, version, updated_at, updated_by from customer where customer_id = ${customerId} for update`.execute(tx.db);
  const [row] = rows.rows;
  if (!row) throw failure('not_found');
  return row;
}

/** What a valid number says of its holder fills what was left open; it never overrules what a person typed. */
function withCheckedId(facts: CustomerFacts): CustomerFacts {
  if (!facts.idNumber) return facts;
  const { idType, idNumber, birthDate, gender } = checkIdNumber(facts.idType, facts.idNumber);
  return { ...facts, idType, idNumber, birthDate: facts.birthDate ?? birthDate, gender: facts.gender ?? gender };
}

/** A new type is held against the number already there, and a new number against the type. */
async function withCheckedChange(tx: Tx, before: LockedCustomer, changes: Partial<CustomerFacts>): Promise<Partial<CustomerFacts>> {
  if (changes.idNumber) {
    const { idType, idNumber, birthDate, gender } = checkIdNumber(changes.idType ?? (changes.idType === null ? null : before.id_type), changes.idNumber);
    const filled = { ...(before.birth_date === null && birthDate ? { birthDate } : {}), ...(before.gender === null && gender ? { gender } : {}) };
    return { ...filled, ...changes, idType, idNumber };
  }
  if (changes.idType && changes.idNumber === undefined && before.id_number_sealed !== null) {
    const idNumber = await openField(tx, 'customer', 'id_number', before.customer_id, before.id_number_sealed);
    if (idNumber !== null) checkIdNumber(changes.idType, idNumber);
  }
  return changes;
}

/** A form that sends back the mask it was shown would destroy the value behind it. */
function refuseMasks(changes: Partial<CustomerFacts>, pathPrefix: string): void {
  const problems: InputProblem[] = Object.entries(changes)
    .filter(([key, value]) => customerColumns.get(key)?.kind === 'sealed' && typeof value === 'string' && value.includes('**'))
    .map(([key]) => ({ path: `${pathPrefix}${key}`, code: 'masked_value', zh: '这是掩码，不是完整内容；请填写完整内容或保持不变。', en: 'This is a mask, not the value; enter the whole value or leave it unchanged.' }));
  if (problems.length > 0) throw failure('invalid_input', {}, problems);
}

/** The unique index decides, also between two people at once; the savepoint lets us still say whose number it is. */
async function refusingTakenId<Result>(tx: Tx, idNumber: string | null | undefined, ownId: string | null, work: () => Promise<Result>): Promise<Result> {
  await tx.client.query('savepoint before_customer');
  try {
    return await work();
  } catch (error) {
    if (!idNumber || !isUniqueViolation(error, 'customer_by_id_number')) throw error;
    await tx.client.query('rollback to savepoint before_customer');
    throw failure('customer_id_number_taken', { customerNo: (await customerNoByIdNumber(tx, idNumber, ownId)) ?? '' });
  }
}

function presentValues(facts: Partial<CustomerFacts>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
