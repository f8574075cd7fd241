import type { BodyOf, ReplyOf } from '@loanbook/contract/route.ts';
import type { ChangeCounts, ObjectChange } from '@loanbook/contract/features/import-change-rows.ts';
import type { importChangesRoutes } from '@loanbook/contract/features/import-changes.ts';
import type { CustomerRecord, LedgerReading, LoanRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { Tx } from '../../platform/database.ts';
import { compareCustomers } from './compare-customers.ts';
import { compareLoans, customersOf, missingLoans, sortLoans, strangeChanges } from './compare-reading.ts';
import { isOlderLedger, loadReading } from './import-store.ts';
import { readImport } from './imports.queries.ts';
import { matchCustomers } from './match-customers.ts';
import { loanNumbers, statedNumbers } from './number-loans.ts';
import { assumedPenaltyMultiplier } from './take-over-loan.ts';
import { ledgerDay, receiptsByLoan } from './write-book.ts';
import { customerPairs } from './write-customer-records.ts';

type Changes = ReplyOf<typeof importChangesRoutes.changes>;

/** What committing an import would change now, without changing anything. Throws Failure not_found. */
export async function readChanges(tx: Tx, importId: string, query: BodyOf<typeof importChangesRoutes.changes>): Promise<Changes> {
  const all = await allChanges(tx, importId, await loadReading(tx, importId));
  const rows = shownRows(query.table === 'customer' ? all.customers : all.loans, query.state);
  return {
    customers: countsOf(all.customers), loans: countsOf(all.loans), repayments: all.repayments, penaltyMultiplier: assumedPenaltyMultiplier(),
    total: rows.length, rows: rows.slice(query.from, query.from + query.limit),
  };
}

export interface AllChanges {
  readonly customers: readonly ObjectChange[];
  readonly loans: readonly ObjectChange[];
  readonly repayments: number;
}

export async function allChanges(tx: Tx, importId: string, reading: LedgerReading): Promise<AllChanges> {
  const day = ledgerDay(tx, reading);
  const records = customersOf(reading);
  const idByRef = await matchCustomers(tx, records, reading.loans);
  const customers = await compareCustomers(tx, customerPairs(records, idByRef), await isOlderLedger(tx, importId, day));
  const numbers = await loanNumbers(tx, day.asOf, reading.loans);
  const sorted = sortLoans(reading.loans, idByRef, numbers);
  const known: ObjectChange[] = [];
  let repayments = 0;
  for await (const chunk of compareLoans(tx, sorted.known, receiptsByLoan(reading.repayments), day)) {
    for (const loan of chunk) {
      known.push(loan.change);
      repayments += loan.repaymentsAdded;
    }
  }
  const numberOf = statedNumbers(reading.loans);
  const names = new Map(records.map((record) => [record.ref, record.name]));
  const fresh = sorted.fresh.map((record): ObjectChange => freshLoan(record, numberOf(record), record.customerName ?? names.get(record.customerRef ?? '')));
  return {
    customers: [...customers.map(({ change }) => change), ...freshCustomers(records, idByRef)],
    loans: [...known, ...(await strangeChanges(tx, sorted.strange)), ...(await missingLoans(tx, numbers, [...sorted.known, ...sorted.strange])), ...fresh],
    repayments,
  };
}

function freshLoan(record: LoanRecord, number: string | null, name: string | undefined): ObjectChange {
  return { table: 'loan', state: 'new', id: null, number, name: name ?? '', source: { ...record.source }, fields: [] };
}

function freshCustomers(records: readonly CustomerRecord[], idByRef: ReadonlyMap<string, string>): ObjectChange[] {
  const seen = new Set<string>();
  return records.flatMap((record): ObjectChange[] => {
    const isRepeated = record.idNumber !== undefined && (seen.has(record.idNumber) || !seen.add(record.idNumber));
    if (idByRef.has(record.ref) || isRepeated) return [];
    return [{ table: 'customer', state: 'new', id: null, number: record.customerNo ?? null, name: record.name ?? '', source: { ...record.source }, fields: [] }];
  });
}

export function isKept({ fields }: ObjectChange): boolean {
  return fields.some(({ kept }) => kept !== null);
}

function countsOf(rows: readonly ObjectChange[]): ChangeCounts {
  const count = (state: ObjectChange['state']): number => rows.filter((row) => row.state === state).length;
  return { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), kept: rows.filter(isKept).length, missing: count('missing') };
}

const order: readonly ObjectChange['state'][] = ['kept', 'changed', 'new', 'missing', 'unchanged'];

/** A state's rows, or without one all that changes or needs a look; rows the book's word stands against come first. */
function shownRows(rows: readonly ObjectChange[], state: ObjectChange['state'] | undefined): readonly ObjectChange[] {
  if (state === 'kept') return rows.filter(isKept);
  if (state !== undefined) return rows.filter((row) => row.state === state);
  return rows.filter((row) => row.state !== 'unchanged').toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
}

/** What the downloaded list shows: from the report once the import is written, before that from what it would do. */
export async function readKeptRows(tx: Tx, importId: string): Promise<readonly ObjectChange[]> {
  const { report } = await readImport(tx, importId);
  if (report?.again) return [...report.again.kept, ...report.again.missing];
  const { customers, loans } = await allChanges(tx, importId, await loadReading(tx, importId));
  return [...loans, ...customers].filter((row) => row.state === 'missing' || isKept(row));
}
