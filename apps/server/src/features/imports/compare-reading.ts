import type { ObjectChange } from '@loanbook/contract/features/import-change-rows.ts';
import type { CustomerRecord, LedgerReading, LoanRecord, RepaymentRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { fieldsEnteredByPeople } from '../audit/audit.index.ts';
import { readBookLoans, type LoanIdentity } from '../loans/loans.index.ts';
import { compareLoan } from './compare-loan.ts';
import { borrowerRecord } from './customer-facts.ts';
import type { ComparisonGround, LoanComparison } from './loan-comparison.ts';
import { statedNumbers, type LoanNumbers } from './number-loans.ts';

/** Lines of a ledger by what the book knows of them. */
export interface SortedLoans {
  readonly fresh: readonly LoanRecord[];
  readonly known: readonly KnownLine[];
  /** The same number, another borrower: for somebody to look at. */
  readonly strange: readonly KnownLine[];
  /** Lines that repeat the number of another line. */
  readonly repeated: number;
}

interface KnownLine {
  readonly record: LoanRecord;
  readonly identity: LoanIdentity;
}

export interface ComparedLoan extends LoanComparison {
  readonly loanId: string;
  readonly change: ObjectChange;
}

/** Each loan of the book answers for one line. */
export function sortLoans(records: readonly LoanRecord[], idByRef: ReadonlyMap<string, string>, numbers: Pick<LoanNumbers, 'find'>): SortedLoans {
  const fresh: LoanRecord[] = [];
  const [known, strange]: [KnownLine[], KnownLine[]] = [[], []];
  const seen = new Set<string>();
  const numberOf = statedNumbers(records);
  const freshNumbers = new Set<string>();
  let repeated = 0;
  for (const record of records) {
    const customerId = idByRef.get(record.customerRef ?? borrowerRef(record));
    const identity = numbers.find(record, customerId);
    const number = numberOf(record);
    if (identity === null ? number !== null && freshNumbers.has(number) : seen.has(identity.loanId)) {
      repeated += 1;
    } else if (identity === null) {
      fresh.push(record);
      if (number !== null) freshNumbers.add(number);
    } else {
      seen.add(identity.loanId);
      // A line that names nobody is about the loan whose number it has.
      const isNobody = customerId === undefined && record.customerRef === null && record.customerName === undefined;
      (isNobody || identity.customerId === customerId ? known : strange).push({ record, identity });
    }
  }
  return { fresh, known, strange, repeated };
}

export function borrowerRef(loan: LoanRecord): string {
  return borrowerRecord(loan)?.ref ?? '';
}

/** The ledger's customers and, where a loan names a borrower who is in no customer sheet, that borrower. */
export function customersOf(reading: LedgerReading): CustomerRecord[] {
  const borrowers = reading.loans.filter((loan) => loan.customerRef === null).flatMap((loan) => borrowerRecord(loan) ?? []);
  return withManagers([...reading.customers, ...borrowers], reading.loans);
}

/** A customer whom no customer sheet gives a manager has the one of his loans, where they agree. */
function withManagers(customers: readonly CustomerRecord[], loans: readonly LoanRecord[]): CustomerRecord[] {
  const managers = new Map<string, string | null>();
  for (const { customerRef, manager } of loans) {
    if (customerRef === null || manager === undefined) continue;
    const known = managers.get(customerRef);
    managers.set(customerRef, known === undefined || known === manager ? manager : null);
  }
  return customers.map((customer) => {
    const manager = managers.get(customer.ref);
    return customer.manager === undefined && typeof manager === 'string' ? { ...customer, manager } : customer;
  });
}

const loansAtATime = 500;

/** Holds known lines against the book, some hundred at a time. @param isLocked nobody may post to them until the transaction ends */
export async function* compareLoans(tx: Tx, lines: readonly KnownLine[], receipts: ReadonlyMap<string, readonly RepaymentRecord[]>, day: Pick<ComparisonGround, 'asOf' | 'isAsOfStated' | 'hasReceipts'>, isLocked = false): AsyncGenerator<ComparedLoan[]> {
  for (let from = 0; from < lines.length; from += loansAtATime) {
    const recordById = new Map(lines.slice(from, from + loansAtATime).map(({ record, identity }) => [identity.loanId, record]));
    const ids = [...recordById.keys()];
    const entered = await fieldsEnteredByPeople(tx, ids);
    const names = await borrowerNames(tx, ids);
    yield (await readBookLoans(tx, ids, isLocked)).flatMap((book): ComparedLoan[] => {
      const record = recordById.get(book.loanId);
      if (record === undefined) return [];
      const ground: ComparisonGround = { ...day, businessDate: tx.businessDate, entered: entered.get(book.loanId) ?? { fields: new Set(), actions: new Set() } };
      const comparison = compareLoan({ record, repayments: receipts.get(record.ref) ?? [], book }, ground);
      const state = comparison.restatement !== null ? 'changed' : comparison.fields.length > 0 ? 'kept' : 'unchanged';
      return [{ ...comparison, loanId: book.loanId, change: { table: 'loan', state, id: book.loanId, number: book.receiptNo, name: names.get(book.loanId) ?? '', source: { ...record.source }, fields: [...comparison.fields] } }];
    });
  }
}

/** Lines whose number another borrower's loan has. */
export async function strangeChanges(tx: Tx, lines: readonly KnownLine[]): Promise<ObjectChange[]> {
  const names = await borrowerNames(tx, lines.map(({ identity }) => identity.loanId));
  return lines.map(({ record, identity }) => ({
    table: 'loan', state: 'kept', id: identity.loanId, number: identity.receiptNo, name: names.get(identity.loanId) ?? '', source: { ...record.source },
    fields: [{ key: 'customerName', book: names.get(identity.loanId) ?? null, file: record.customerName ?? null, kept: 'other_borrower' }],
  }));
}

/** Loans that came with the same imports as the lines, are still owed, and stand in this ledger no more. */
export async function missingLoans(tx: Tx, numbers: LoanNumbers, lines: readonly KnownLine[]): Promise<ObjectChange[]> {
  const importIds = [...new Set(lines.flatMap(({ identity }) => identity.importId ?? []))];
  const seen = new Set(lines.map(({ identity }) => identity.loanId));
  const absent = numbers.identities.filter(({ loanId, importId }) => importId !== null && importIds.includes(importId) && !seen.has(loanId)).map(({ loanId }) => loanId);
  if (absent.length === 0) return [];
  const rows = await sql<{ loan_id: string; receipt_no: string; customer_name: string; outstanding: string }>`
    select loan_id, receipt_no, customer_name, to_char(outstanding_principal_fen / 100.0, 'FM999999999999990.00') as outstanding from loan_current
    where loan_id = any(${absent}::uuid[]) and life = 'active' order by receipt_no`.execute(tx.db);
  return rows.rows.map((row) => ({ table: 'loan', state: 'missing', id: row.loan_id, number: row.receipt_no, name: row.customer_name, source: null, fields: [{ key: 'outstandingPrincipal', book: row.outstanding, file: null, kept: null }] }));
}

async function borrowerNames(tx: Tx, loanIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ loan_id: string; customer_name: string }>`select loan_id, customer_name from loan_current where loan_id = any(${[...loanIds]}::uuid[])`.execute(tx.db);
  return new Map(rows.rows.map((row) => [row.loan_id, row.customer_name]));
}
