import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import type { FieldChange, ObjectChange } from '@loanbook/contract/features/import-change-rows.ts';
import type { CustomerRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { Tx } from '../../platform/database.ts';
import { fieldsEnteredByPeople } from '../audit/audit.index.ts';
import { customerDifferences, readBookCustomers, type BookCustomer, type FactDifference } from '../customers/customers.index.ts';
import { customerFactsOf } from './customer-facts.ts';

/** A customer of the book beside a ledger's line: what people see, and the facts to be written. */
export interface CustomerComparison {
  readonly customer: BookCustomer;
  readonly change: ObjectChange;
  readonly facts: Partial<CustomerFacts>;
}

const customersAtATime = 2_000;

/**
 * Blanks are filled, what an import wrote follows a newer ledger, what a person entered stays and the difference is named.
 * An older ledger fills blanks only. @param isLocked nobody may change them until the transaction ends
 */
export async function compareCustomers(tx: Tx, pairs: ReadonlyMap<string, CustomerRecord>, isOlder: boolean, isLocked = false): Promise<CustomerComparison[]> {
  const compared: CustomerComparison[] = [];
  const differ = await customerDifferences(tx);
  const ids = [...pairs.keys()].toSorted();
  for (let from = 0; from < ids.length; from += customersAtATime) {
    const customers = await readBookCustomers(tx, ids.slice(from, from + customersAtATime), isLocked);
    const found = customers.flatMap((customer) => {
      const record = pairs.get(customer.customerId);
      const facts = record === undefined ? undefined : statedFacts(record);
      return record === undefined || facts === undefined ? [] : [{ customer, record, facts, differences: differ(customer, facts) }];
    });
    const entered = await fieldsEnteredByPeople(tx, found.flatMap(({ customer, differences }) => (differences.some(({ book }) => book !== null) ? [customer.customerId] : [])));
    for (const one of found) compared.push(comparison(one, entered.get(one.customer.customerId)?.fields ?? new Set(), isOlder));
  }
  return compared;
}

/** Only what the ledger itself says: a kind that nobody stated is our assumption, and a number that stands for a name is no name. */
function statedFacts(record: CustomerRecord): Partial<CustomerFacts> | undefined {
  const facts = customerFactsOf(record)?.facts;
  if (facts === undefined) return undefined;
  const { kind, name, ...others } = facts;
  return { ...others, ...(record.kind !== undefined && { kind }), ...(record.name !== undefined && { name }) };
}

interface FoundCustomer {
  readonly customer: BookCustomer;
  readonly record: CustomerRecord;
  readonly facts: Partial<CustomerFacts>;
  readonly differences: readonly FactDifference[];
}

function comparison({ customer, record, facts, differences }: FoundCustomer, entered: ReadonlySet<string>, isOlder: boolean): CustomerComparison {
  const fields: FieldChange[] = [];
  const taken: (keyof CustomerFacts)[] = [];
  for (const { key, book, file } of differences) {
    if (book !== null && isOlder && key !== 'idNumber') continue;
    const kept = keptReason(key, book, entered);
    fields.push({ key, book, file, kept });
    if (kept === null) taken.push(key);
  }
  const state = taken.length > 0 || customer.isDeactivated ? 'changed' : fields.length > 0 ? 'kept' : 'unchanged';
  return {
    customer, facts: Object.fromEntries(taken.map((key) => [key, facts[key]])),
    change: { table: 'customer', state, id: customer.customerId, number: customer.customerNo, name: customer.name, source: { ...record.source }, fields },
  };
}

/** Another number means, for all we know, another person: that is for somebody to look at. */
function keptReason(key: string, book: string | null, entered: ReadonlySet<string>): FieldChange['kept'] {
  if (book === null) return null;
  if (key === 'idNumber') return 'other_id_number';
  return entered.has(key) ? 'edited_in_book' : null;
}
