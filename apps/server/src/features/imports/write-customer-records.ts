import type { CustomerRecord, LoanRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { findCustomersByIdNumber, writeCustomers, type NewCustomer } from '../customers/customers.index.ts';
import { customerFactsOf } from './customer-facts.ts';
import { statedNumbers } from './number-loans.ts';
import type { ImportReport } from './import-report.ts';

export interface WrittenCustomers {
  readonly idByRef: ReadonlyMap<string, string>;
  readonly created: number;
  readonly matched: number;
}

/**
 * Every customer of the reading as a customer of the book: the one with the same ID number; else the one with the same
 * customer number and name; else the borrower of a loan both know; else a new one. Names alone never match two people.
 */
export async function writeCustomerRecords(tx: Tx, importId: string, records: readonly CustomerRecord[], loans: readonly LoanRecord[], leftOut: ImportReport['leftOut']): Promise<WrittenCustomers> {
  const idByRef = await matchRecords(tx, records, loans);
  const matched = idByRef.size;
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
  return { idByRef, created: written.length, matched };
}

async function matchRecords(tx: Tx, records: readonly CustomerRecord[], loans: readonly LoanRecord[]): Promise<Map<string, string>> {
  const byIdNumber = await findCustomersByIdNumber(tx, records.flatMap((record) => record.idNumber ?? []));
  const byNumber = await customersByNumber(tx, records.flatMap((record) => record.customerNo ?? []));
  const byLoan = await borrowersOfKnownLoans(tx, loans);
  const matches = new Map<string, string>();
  for (const record of records) {
    const sameId = record.idNumber === undefined ? undefined : byIdNumber.get(record.idNumber);
    const sameNumber = record.customerNo === undefined ? undefined : byNumber.get(`${record.customerNo}\n${record.name ?? ''}`);
    const customerId = sameId?.customerId ?? sameNumber ?? byLoan.get(record.ref);
    if (customerId !== undefined) matches.set(record.ref, customerId);
  }
  return matches;
}

async function customersByNumber(tx: Tx, numbers: readonly string[]): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map();
  const found = await sql<{ customer_id: string; customer_no: string; name: string }>`select customer_id, customer_no, name from customer where customer_no = any(${[...numbers]}::text[])`.execute(tx.db);
  return new Map(found.rows.map((row) => [`${row.customer_no}\n${row.name}`, row.customer_id]));
}

/** Customer record's ref → customer of the book, through loans whose receipt number the book has already. */
async function borrowersOfKnownLoans(tx: Tx, loans: readonly LoanRecord[]): Promise<Map<string, string>> {
  const numberOf = statedNumbers(loans);
  const numbers = loans.flatMap((loan) => numberOf(loan) ?? []);
  const found = await sql<{ receipt_no: string; customer_id: string }>`select receipt_no, customer_id from loan where receipt_no = any(${numbers}::text[])`.execute(tx.db);
  const customerByReceiptNo = new Map(found.rows.map((row) => [row.receipt_no, row.customer_id]));
  const byRef = new Map<string, string>();
  for (const loan of loans) {
    const customerId = customerByReceiptNo.get(numberOf(loan) ?? '');
    if (customerId !== undefined) byRef.set(loan.customerRef ?? `borrower of ${loan.ref}`, customerId);
  }
  return byRef;
}
