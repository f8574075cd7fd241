import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { fen, formatYuan, parseYuan } from '@loanbook/engine/money.ts';
import type { LedgerReading, LoanRecord, RepaymentRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { refreshStatistics } from '../../platform/refresh-statistics.ts';
import { takeOverLoans, type TakenOverLoan } from '../loans/loans.index.ts';
import { applyCustomerChanges, applyLoanChanges, type AppliedChanges, type AppliedLoanChanges } from './apply-changes.ts';
import { bookTotals, importedTotals, totalsOfLoans } from './book-totals.ts';
import { borrowerRef, customersOf, missingLoans, sortLoans, strangeChanges, type SortedLoans } from './compare-reading.ts';
import type { ImportReport } from './import-report.ts';
import { isOlderLedger } from './import-store.ts';
import { leave, loanToTakeOver, type StatedLoan } from './loan-to-take-over.ts';
import { loanNumbers, type LoanNumbers } from './number-loans.ts';
import { writeCustomerRecords } from './write-customer-records.ts';

type Adjustment = ImportReport['adjustments'][number];
type LeftOut = ImportReport['leftOut'][number];
type Progress = (done: number, total: number, stage: string) => void;

/**
 * Writes a reading into the book, inside the caller's transaction: new customers, loans and their receipts as stated; what the
 * book has already follows the ledger where its own word does not stand against it (decision 0013). What cannot be written
 * is named in the report. An as-of day in the future is capped at the business date.
 */
export async function writeBook(tx: Tx, importId: string, reading: LedgerReading, onProgress: Progress): Promise<ImportReport> {
  await waitForOtherImports(tx);
  const before = await bookTotals(tx);
  const day = ledgerDay(tx, reading);
  const leftOut: LeftOut[] = [];
  onProgress(0, reading.loans.length, 'customers');
  const customers = await writeCustomerRecords(tx, importId, customersOf(reading), reading.loans, leftOut);
  const changedCustomers = await applyCustomerChanges(tx, importId, customers.pairs, await isOlderLedger(tx, importId, day));
  const numbers = await loanNumbers(tx, day.asOf, reading.loans);
  const sorted = sortLoans(reading.loans, customers.idByRef, numbers);
  const receipts = receiptsByLoan(reading.repayments);
  const { loans, adjustments } = await freshLoans(sorted, customers.idByRef, numbers, receipts, day, leftOut);
  const strangers = await strangeChanges(tx, sorted.strange);
  const missing = await missingLoans(tx, numbers, [...sorted.known, ...sorted.strange]);
  const changedLoans = await applyLoanChanges(tx, importId, sorted, strangers, receipts, day);
  const loanIds = await takeOverLoans(tx, loans, importId, (done) => onProgress(done, loans.length, 'loans'));
  leaveUnlinked(reading, leftOut);
  await refreshStatistics(tx);
  const written = await importedTotals(tx, importId);
  const held = sorted.known.length === 0 ? written : await totalsOfLoans(tx, [...loanIds, ...sorted.known.map(({ identity }) => identity.loanId)]);
  return {
    before, written, after: await bookTotals(tx),
    customersCreated: customers.created, customersMatched: customers.matched,
    loansCreated: loans.length, loansSkipped: sorted.known.length + sorted.strange.length,
    duplicatesDropped: reading.problems.filter(({ kind }) => kind === 'duplicate').length + sorted.repeated,
    repaymentsWritten: loans.reduce((sum, loan) => sum + loan.receipts.length, 0),
    ties: tiesOf(reading, { ...held, repayments: written.repayments + changedLoans.known.count, repaid: plus(written.repaid, changedLoans.known.sumFen) }),
    leftOut, adjustments,
    again: againOf(sorted, changedCustomers, changedLoans, missing),
  };
}

/** Two imports at once would each find the other's customers and loans missing, and write those without numbers twice. */
export async function waitForOtherImports(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${tx.institutionId}`}, 0))`.execute(tx.db);
}

/** The day a ledger's balances are of. */
export interface LedgerDay {
  readonly asOf: CivilDate;
  readonly isAsOfStated: boolean;
  readonly hasReceipts: boolean;
}

export function ledgerDay(tx: Tx, reading: LedgerReading): LedgerDay {
  const stated = reading.asOf === null ? null : parseCivilDate(reading.asOf);
  return { asOf: stated === null || stated > tx.businessDate ? tx.businessDate : stated, isAsOfStated: stated !== null, hasReceipts: reading.repayments.length > 0 };
}

export function receiptsByLoan(repayments: readonly RepaymentRecord[]): Map<string, RepaymentRecord[]> {
  const byLoan = new Map<string, RepaymentRecord[]>();
  for (const record of repayments) {
    if (record.loanRef === null) continue;
    const list = byLoan.get(record.loanRef);
    if (list) list.push(record);
    else byLoan.set(record.loanRef, [record]);
  }
  return byLoan;
}

async function freshLoans(sorted: SortedLoans, idByRef: ReadonlyMap<string, string>, numbers: LoanNumbers, receipts: ReadonlyMap<string, readonly RepaymentRecord[]>, day: LedgerDay, leftOut: LeftOut[]): Promise<{ loans: TakenOverLoan[]; adjustments: Adjustment[] }> {
  const loans: TakenOverLoan[] = [];
  const adjustments: Adjustment[] = [];
  for (const record of sorted.fresh) {
    const customerId = idByRef.get(record.customerRef ?? borrowerRef(record));
    const loan = customerId === undefined ? null : loanToTakeOver(record, day.asOf, receipts.get(record.ref) ?? [], day.hasReceipts, leftOut);
    if (customerId === undefined) leftOut.push(leave('loan', record, 'borrower_unknown'));
    if (customerId === undefined || loan === null) continue;
    const receiptNo = await numbers.take(record);
    loans.push({ ...loan, customerId, facts: { ...loan.facts, receiptNo } });
    adjustments.push(...adjustmentsOf(record, receiptNo, loan));
  }
  return { loans, adjustments };
}

/** Where the book's balance is not the ledger's: worked out because the ledger has none, or zero because the ledger's is negative. */
function adjustmentsOf(record: LoanRecord, receiptNo: string, loan: StatedLoan): Adjustment[] {
  const opening = loan.events.find((event) => event.type === 'opening');
  if (opening === undefined) return [];
  const statedFen = record.outstandingPrincipal === undefined ? null : parseYuan(record.outstandingPrincipal);
  const differenceFen = opening.principalFen - (statedFen ?? 0);
  if (differenceFen === 0) return [];
  return [{ receiptNo, source: { ...record.source }, reason: statedFen === null ? 'balance_computed' : 'negative_balance', key: 'outstanding', difference: formatYuan(fen(differenceFen)) }];
}

/** Receipts that name no loan of the ledger are not in the book; the reader has reported why. */
function leaveUnlinked(reading: LedgerReading, leftOut: LeftOut[]): void {
  for (const record of reading.repayments) if (record.loanRef === null) leftOut.push(leave('repayment', record, 'loan_unknown'));
}

/** Paper against book: the loans of the ledger, those the book had before among them. */
function tiesOf(reading: LedgerReading, held: ImportReport['written']): ImportReport['ties'] {
  const tie = (key: string, paper: string, book: string): ImportReport['ties'][number] => ({ key, paper, book, isEqual: paper === book });
  const { totals } = reading;
  return [
    tie('loans', String(totals.loans), String(held.loans)),
    tie('principal', totals.principal, held.principal),
    tie('outstanding', totals.outstanding, held.outstanding),
    ...(reading.repayments.length === 0 ? [] : [tie('repayments', String(reading.repayments.length), String(held.repayments)), tie('repaid', totals.repaid, held.repaid)]),
  ];
}

function plus(yuan: string, addedFen: number): string {
  return formatYuan(fen((parseYuan(yuan) ?? 0) + addedFen));
}

const mostRows = 1_000;

/** Null for a ledger of which the book knew nothing. */
function againOf(sorted: SortedLoans, customers: AppliedChanges, loans: AppliedLoanChanges, missing: NonNullable<ImportReport['again']>['missing']): ImportReport['again'] {
  if (sorted.known.length + sorted.strange.length + customers.changed + customers.kept.length === 0) return null;
  const kept = [...loans.kept, ...customers.kept];
  return {
    customersChanged: customers.changed, loansChanged: loans.changed, loansUnchanged: loans.unchanged, repaymentsAdded: loans.repaymentsAdded,
    keptCount: kept.length, kept: kept.slice(0, mostRows), missingCount: missing.length, missing: missing.slice(0, mostRows),
  };
}
