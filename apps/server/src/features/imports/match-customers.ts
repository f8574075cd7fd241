import type { CustomerRecord, LoanRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { customerDifferences, findCustomersByIdNumber, findCustomersByNumber, readBookCustomers } from '../customers/customers.index.ts';
import { mergedInto } from '../merges/merges.index.ts';
import { loanLikeness, recordLikeness, statedNumbers } from './number-loans.ts';

/**
 * Ledger customer's ref → customer of the book: the one with the same ID number; else the one with the same customer number
 * and name (or number alone, where the ledger gives no name); else the borrower of a loan both know, unless name and ID number both say otherwise. Names alone match nobody.
 */
export async function matchCustomers(tx: Tx, records: readonly CustomerRecord[], loans: readonly LoanRecord[]): Promise<Map<string, string>> {
  const byIdNumber = await findCustomersByIdNumber(tx, records.flatMap((record) => record.idNumber ?? []));
  const byNumber = await customersByNumber(tx, records.flatMap((record) => record.customerNo ?? []));
  const byLoan = await borrowersOfKnownLoans(tx, records, loans);
  const matches = new Map<string, string>();
  for (const record of records) {
    const sameId = record.idNumber === undefined ? undefined : byIdNumber.get(record.idNumber);
    const sameNumber = record.customerNo === undefined ? undefined : byNumber.get(record.name === undefined ? record.customerNo : `${record.customerNo}\n${record.name}`);
    const customerId = sameId?.customerId ?? sameNumber ?? byLoan.get(record.ref);
    if (customerId !== undefined) matches.set(record.ref, customerId);
  }
  const doubtful = records.filter((record) => record.idNumber !== undefined && !byIdNumber.has(record.idNumber) && matches.has(record.ref));
  for (const ref of await otherPeople(tx, doubtful, matches)) matches.delete(ref);
  // A ledger goes on naming somebody whom the book has merged into another.
  const merged = await mergedInto(tx, [...matches.values()]);
  return new Map([...matches].map(([ref, customerId]) => [ref, merged.get(customerId) ?? customerId]));
}

/** Records with an ID number the book does not know, whose name is not that of the customer they were matched with either. */
async function otherPeople(tx: Tx, records: readonly CustomerRecord[], matches: ReadonlyMap<string, string>): Promise<string[]> {
  const differ = await customerDifferences(tx);
  const customers = new Map((await readBookCustomers(tx, records.flatMap((record) => matches.get(record.ref) ?? []))).map((customer) => [customer.customerId, customer]));
  return records.flatMap((record) => {
    const customer = customers.get(matches.get(record.ref) ?? '');
    const { name } = record;
    return customer !== undefined && name !== undefined && differ(customer, { name }).length > 0 ? [record.ref] : [];
  });
}

/** By number and name together, and by number alone for a ledger that knows no names. */
async function customersByNumber(tx: Tx, numbers: readonly string[]): Promise<Map<string, string>> {
  return new Map((await findCustomersByNumber(tx, numbers)).flatMap(({ customerNo, name, customerId }) => [[customerNo, customerId], [`${customerNo}\n${name}`, customerId]]));
}

/**
 * Customer record's ref → customer of the book, through loans that the book has already: by receipt number, or where the
 * ledger gives none by contract, borrower's name, amount and day together. Two borrowers who fit are no match.
 */
async function borrowersOfKnownLoans(tx: Tx, records: readonly CustomerRecord[], loans: readonly LoanRecord[]): Promise<Map<string, string>> {
  const numberOf = statedNumbers(loans);
  const nameByRef = new Map(records.map((record) => [record.ref, record.name ?? null]));
  const refOf = (loan: LoanRecord): string => loan.customerRef ?? `borrower of ${loan.ref}`;
  const byNumber = await knownBorrowers(tx, sql`receipt_no = any(${loans.flatMap((loan) => numberOf(loan) ?? [])}::text[])`, (row) => row.receipt_no);
  const byLikeness = await knownBorrowers(tx, sql`customer_name = any(${[...new Set(loans.flatMap((loan) => (numberOf(loan) === null ? (nameByRef.get(refOf(loan)) ?? []) : [])))]}::text[])`,
    (row) => loanLikeness(row.contract_no, row.customer_name, row.principal_fen, row.disbursed_on));
  const byRef = new Map<string, string>();
  for (const loan of loans) {
    const number = numberOf(loan);
    const customerId = number === null ? byLikeness.get(recordLikeness(loan, nameByRef.get(refOf(loan)) ?? '')) : byNumber.get(number);
    if (customerId) byRef.set(refOf(loan), customerId);
  }
  return byRef;
}

interface KnownLoan {
  readonly receipt_no: string;
  readonly contract_no: string | null;
  readonly customer_id: string;
  readonly customer_name: string;
  readonly principal_fen: string | null;
  readonly disbursed_on: string | null;
}

/** Borrowers by what names their loans; null where several borrowers share it. */
async function knownBorrowers(tx: Tx, condition: ReturnType<typeof sql>, keyOf: (row: KnownLoan) => string): Promise<ReadonlyMap<string, string | null>> {
  const found = await sql<KnownLoan>`select receipt_no, contract_no, customer_id, customer_name, principal_fen::text as principal_fen, disbursed_on::text as disbursed_on from loan_current where ${condition}`.execute(tx.db);
  const borrowers = new Map<string, string | null>();
  for (const row of found.rows) {
    const known = borrowers.get(keyOf(row));
    borrowers.set(keyOf(row), known === undefined || known === row.customer_id ? row.customer_id : null);
  }
  return borrowers;
}
