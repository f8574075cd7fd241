import { choiceLabel, methods } from '@loanbook/contract/choices.ts';
import { loanFactsSchema, type LoanFacts } from '@loanbook/contract/features/loans.ts';
import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { fen, formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import type { CustomerRecord, LedgerReading, LoanRecord, RepaymentRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { refreshStatistics } from '../../platform/refresh-statistics.ts';
import { takeOverLoans, type TakenOverLoan, type TakenOverReceipt } from '../loans/loans.index.ts';
import { bookTotals, importedTotals } from './book-totals.ts';
import { borrowerRecord } from './customer-facts.ts';
import type { ImportReport } from './import-report.ts';
import { loanNumbers } from './number-loans.ts';
import { takeOverLoan } from './take-over-loan.ts';
import { takenOverReceipt } from './taken-over-receipt.ts';
import { writeCustomerRecords } from './write-customer-records.ts';

type Adjustment = ImportReport['adjustments'][number];
type LeftOut = ImportReport['leftOut'][number];
type UnnumberedLoan = Omit<TakenOverLoan, 'facts'> & { readonly facts: LoanFacts };
type Progress = (done: number, total: number, stage: string) => void;

/**
 * Writes a reading into the book, inside the caller's transaction: customers (matched by ID number), loans that the book does
 * not have yet, and their receipts as stated. What cannot be written is named in the report. Dates after the as-of day, or an
 * as-of day in the future, are capped at the business date.
 */
export async function writeBook(tx: Tx, importId: string, reading: LedgerReading, onProgress: Progress): Promise<ImportReport> {
  await waitForOtherImports(tx);
  const before = await bookTotals(tx);
  const asOf = asOfDay(tx, reading);
  const leftOut: LeftOut[] = [];
  onProgress(0, reading.loans.length, 'customers');
  const customers = await writeCustomerRecords(tx, importId, customersOf(reading), reading.loans, leftOut);
  const numbers = await loanNumbers(tx, asOf, reading.loans);
  const receipts = receiptsByLoan(reading.repayments);
  const loans: TakenOverLoan[] = [];
  const adjustments: Adjustment[] = [];
  let skipped = 0;
  for (const record of reading.loans) {
    const customerId = customers.idByRef.get(record.customerRef ?? borrowerRef(record));
    if (customerId === undefined) leftOut.push(leave('loan', record, 'borrower_unknown'));
    else if (numbers.isKnown(record, customerId)) skipped += 1;
    else {
      const loan = loanToTakeOver(record, customerId, asOf, receipts.get(record.ref) ?? [], reading.repayments.length > 0, leftOut);
      if (loan === null) continue;
      const receiptNo = await numbers.take(record);
      loans.push({ ...loan, facts: { ...loan.facts, receiptNo } });
      adjustments.push(...adjustmentsOf(record, receiptNo, loan));
    }
  }
  await takeOverLoans(tx, loans, importId, (done) => onProgress(done, loans.length, 'loans'));
  leaveUnlinked(reading, leftOut);
  await refreshStatistics(tx);
  const written = await importedTotals(tx, importId);
  return {
    before, written,
    customersCreated: customers.created, customersMatched: customers.matched,
    loansCreated: loans.length, loansSkipped: skipped,
    repaymentsWritten: loans.reduce((sum, loan) => sum + loan.receipts.length, 0),
    ties: tiesOf(reading, written, skipped),
    leftOut, adjustments,
  };
}

/** Two imports at once would each find the other's customers and loans missing, and write those without numbers twice. */
async function waitForOtherImports(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${tx.institutionId}`}, 0))`.execute(tx.db);
}

function asOfDay(tx: Tx, reading: LedgerReading): CivilDate {
  const stated = reading.asOf === null ? null : parseCivilDate(reading.asOf);
  return stated === null || stated > tx.businessDate ? tx.businessDate : stated;
}

/** The ledger's customers and, where a loan names a borrower who is in no customer sheet, that borrower. */
function customersOf(reading: LedgerReading): CustomerRecord[] {
  const borrowers = reading.loans.filter((loan) => loan.customerRef === null).flatMap((loan) => borrowerRecord(loan) ?? []);
  return [...reading.customers, ...borrowers];
}

function borrowerRef(loan: LoanRecord): string {
  return borrowerRecord(loan)?.ref ?? '';
}

function receiptsByLoan(repayments: readonly RepaymentRecord[]): Map<string, RepaymentRecord[]> {
  const byLoan = new Map<string, RepaymentRecord[]>();
  for (const record of repayments) {
    if (record.loanRef === null) continue;
    const list = byLoan.get(record.loanRef);
    if (list) list.push(record);
    else byLoan.set(record.loanRef, [record]);
  }
  return byLoan;
}

function loanToTakeOver(record: LoanRecord, customerId: string, asOf: CivilDate, repayments: readonly RepaymentRecord[], hasReceipts: boolean, leftOut: LeftOut[]): UnnumberedLoan | null {
  const takeOver = takeOverLoan(record, asOf, hasReceipts ? repaidPrincipal(repayments) : null);
  if (typeof takeOver === 'string') {
    leftOut.push(leave('loan', record, takeOver));
    return null;
  }
  const receipts = repayments.flatMap((repayment): TakenOverReceipt[] => {
    const receipt = takenOverReceipt(repayment);
    if (receipt === null) leftOut.push(leave('repayment', repayment, 'amount_unknown'));
    return receipt === null ? [] : [receipt];
  });
  return {
    customerId, receipts, statedRepaid: statedRepaid(record),
    facts: factsOf(record, takeOver.unstated.includes('method')),
    terms: takeOver.terms, unstated: takeOver.unstated,
    termMonths: record.termMonths !== undefined && record.termMonths > 0 ? record.termMonths : null,
    flags: [...(record.flags ?? []), ...takeOver.flags],
    events: takeOver.events,
  };
}

/** 已还本金 and 已还利息 as the ledger's own columns say them. */
function statedRepaid(record: LoanRecord): { principalFen?: Fen; interestFen?: Fen } {
  const principalFen = record.repaidPrincipal === undefined ? null : parseYuan(record.repaidPrincipal);
  const interestFen = record.repaidInterest === undefined ? null : parseYuan(record.repaidInterest);
  return { ...(principalFen === null || principalFen < 0 ? {} : { principalFen }), ...(interestFen === null ? {} : { interestFen }) };
}

/** Where the book's balance is not the ledger's: worked out because the ledger has none, or zero because the ledger's is negative. */
function adjustmentsOf(record: LoanRecord, receiptNo: string, loan: UnnumberedLoan): Adjustment[] {
  const opening = loan.events.find((event) => event.type === 'opening');
  if (opening === undefined) return [];
  const statedFen = record.outstandingPrincipal === undefined ? null : parseYuan(record.outstandingPrincipal);
  const differenceFen = opening.principalFen - (statedFen ?? 0);
  if (differenceFen === 0) return [];
  return [{ receiptNo, source: { ...record.source }, reason: statedFen === null ? 'balance_computed' : 'negative_balance', key: 'outstanding', difference: formatYuan(fen(differenceFen)) }];
}

function repaidPrincipal(repayments: readonly RepaymentRecord[]): string {
  return formatYuan(fen(repayments.reduce((sum, repayment) => sum + (repayment.reversed === true || repayment.principal === undefined ? 0 : (parseYuan(repayment.principal) ?? 0)), 0)));
}

/** Facts the book would not take as they stand (too long, say) are left empty; the reader has their cells. */
function factsOf(record: LoanRecord, isMethodUnused: boolean): LoanFacts {
  const shape = loanFactsSchema.shape;
  const candidate: Record<string, unknown> = { ...record, note: noteOf(record, isMethodUnused) };
  const facts: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) {
    const parsed = schema.safeParse(candidate[key]);
    if (parsed.success && parsed.data !== undefined) facts[key] = parsed.data;
  }
  return loanFactsSchema.parse(facts);
}

/** A method that could not be used for a plan is still what the ledger says. */
function noteOf(record: LoanRecord, isMethodUnused: boolean): string | undefined {
  if (!isMethodUnused || record.method === undefined) return record.note;
  const stated = `接管台账所载还款方式：${choiceLabel(methods, record.method, 'zh')}`;
  return record.note === undefined ? stated : `${record.note}；${stated}`;
}

function leave(table: LeftOut['table'], record: { readonly source: LeftOut['source'] }, reason: LeftOut['reason']): LeftOut {
  return { table, source: { ...record.source }, reason };
}

/** Receipts that name no loan of the ledger are not in the book; the reader has reported why. */
function leaveUnlinked(reading: LedgerReading, leftOut: LeftOut[]): void {
  for (const record of reading.repayments) if (record.loanRef === null) leftOut.push(leave('repayment', record, 'loan_unknown'));
}

/** Paper against book, for a book that had none of these loans before. */
function tiesOf(reading: LedgerReading, written: ImportReport['written'], skipped: number): ImportReport['ties'] {
  if (skipped > 0) return [];
  const tie = (key: string, paper: string, book: string): ImportReport['ties'][number] => ({ key, paper, book, isEqual: paper === book });
  const { totals } = reading;
  return [
    tie('loans', String(totals.loans), String(written.loans)),
    tie('principal', totals.principal, written.principal),
    tie('outstanding', totals.outstanding, written.outstanding),
    ...(reading.repayments.length === 0 ? [] : [tie('repayments', String(reading.repayments.length), String(written.repayments)), tie('repaid', totals.repaid, written.repaid)]),
  ];
}
