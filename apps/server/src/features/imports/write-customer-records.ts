import type { CustomerRecord, LoanRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { Tx } from '../../platform/database.ts';
import { reactivateCustomers, writeCustomers, type NewCustomer } from '../customers/customers.index.ts';
import { customerFactsOf } from './customer-facts.ts';
import type { ImportReport } from './import-report.ts';
import { matchCustomers } from './match-customers.ts';

export interface WrittenCustomers {
  readonly idByRef: ReadonlyMap<string, string>;
  readonly created: number;
  readonly matched: number;
  /** Customers of the book and what the ledger says of them. */
  readonly pairs: ReadonlyMap<string, CustomerRecord>;
}

/** Each customer of the book answers for one line. */
export function customerPairs(records: readonly CustomerRecord[], idByRef: ReadonlyMap<string, string>): Map<string, CustomerRecord> {
  const pairs = new Map<string, CustomerRecord>();
  for (const record of records) {
    const customerId = idByRef.get(record.ref);
    if (customerId !== undefined && !pairs.has(customerId)) pairs.set(customerId, record);
  }
  return pairs;
}

/** Every customer of the reading as a customer of the book: the one it matches, back among the living if need be, else a new one. */
export async function writeCustomerRecords(tx: Tx, importId: string, records: readonly CustomerRecord[], loans: readonly LoanRecord[], leftOut: ImportReport['leftOut']): Promise<WrittenCustomers> {
  const idByRef = await matchCustomers(tx, records, loans);
  const matched = idByRef.size;
  const pairs = customerPairs(records, idByRef);
  const created: NewCustomer[] = [];
  const createdRefs: string[][] = [];
  const positionByIdNumber = new Map<string, number>();
  for (const record of records) {
    if (idByRef.has(record.ref)) continue;
    const known = record.idNumber === undefined ? undefined : positionByIdNumber.get(record.idNumber);
    const read = known === undefined ? customerFactsOf(record) : null;
    if (known !== undefined) createdRefs[known]?.push(record.ref);
    else if (read === null) leftOut.push({ table: 'customer', source: { ...record.source }, reason: 'name_unknown' });
    else {
      if (record.idNumber !== undefined) positionByIdNumber.set(record.idNumber, created.length);
      created.push({ facts: read.facts, customerNo: record.customerNo ?? null, importId });
      createdRefs.push([record.ref]);
    }
  }
  const written = await writeCustomers(tx, created);
  for (const [position, { customerId }] of written.entries()) for (const ref of createdRefs[position] ?? []) idByRef.set(ref, customerId);
  await reactivateCustomers(tx, [...pairs.keys()], importId);
  return { idByRef, created: written.length, matched, pairs };
}
