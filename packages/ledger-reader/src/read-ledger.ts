import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { findAsOf } from './as-of.ts';
import { correctCells } from './correct-cells.ts';
import { checkBalances } from './checks/check-balances.ts';
import { checkLoanDates, checkPaymentDates } from './checks/check-dates.ts';
import { checkBorrowerAges, checkMissingInstallments } from './checks/check-plans.ts';
import { checkPeriodFlows } from './checks/check-period-flows.ts';
import { checkRecognised } from './checks/check-recognised.ts';
import { checkTotals } from './checks/check-totals.ts';
import { checkNameless } from './checks/check-nameless.ts';
import { checkSharedContacts } from './checks/check-shared-contacts.ts';
import { deriveStatus, historyByLoan, takeFromHistory } from './checks/settle-loans.ts';
import type { DecodedFile } from './decode/cell-grid.ts';
import { decodeFile } from './decode/decode-file.ts';
import { UnreadableFile } from './decode/unreadable-file.ts';
import type { FileReading, LedgerReading, MappingCorrections, Problem, TableReading } from './ledger-reading.ts';
import { markOldCopies } from './old-copies.ts';
import { prepareSheets, sheetReading, type PreparedSheet } from './prepare-sheets.ts';
import { customerRecord, installmentRecord, loanRecord, repaymentRecord } from './records/build-records.ts';
import { yuanText } from './records/draft-values.ts';
import type { PreparedTable } from './records/prepared-table.ts';
import { readTables, type Drafts } from './records/read-tables.ts';
import { readDictionaries } from './tables/code-dictionary.ts';
import { columnReading } from './tables/map-columns.ts';
import { isRecordless } from './tables/sheet-role.ts';

export interface LedgerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  /** The day the ledger stands for, YYYY-MM-DD, when a person says so. */
  readonly asOf?: string;
  readonly corrections?: MappingCorrections;
  /** Steps done of steps in all: one for each file decoded and one for each table read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads files that belong together into records and problems. What cannot be read is reported, never guessed.
 * A file that cannot be opened becomes a problem of kind schema_mismatch; the others are still read.
 * @throws RangeError when asOf is no day
 */
export async function readLedger(files: readonly LedgerFile[], options: ReadOptions = {}): Promise<LedgerReading> {
  if (options.asOf !== undefined && parseCivilDate(options.asOf) === null) throw new RangeError(`not a day: ${options.asOf}`);
  const failures: Problem[] = [];
  const unreadable: FileReading[] = [];
  const decoded: DecodedFile[] = [];
  let done = 0;
  for (const file of files) {
    const outcome = await decodeOrExplain(file);
    if (outcome instanceof UnreadableFile) {
      failures.push(fileProblem(outcome));
      unreadable.push({ name: file.name, format: 'unreadable', sheets: [] });
    } else decoded.push(correctCells(outcome, options.corrections));
    done += 1;
    options.onProgress?.(done, files.length * 2);
  }
  const dictionary = readDictionaries(decoded);
  const sheets = decoded.map((file) => markOldCopies(prepareSheets(file, dictionary, options.corrections)));
  const tables = sheets.flat().flatMap((sheet) => (isRecordless(sheet.role) ? [] : sheet.tables));
  const total = files.length + tables.length;
  const drafts = readTables(tables, () => options.onProgress?.(Math.min((done += 1), total), total));
  return assemble({ decoded, sheets, tables, drafts, failures, unreadable, asOf: options.asOf });
}

async function decodeOrExplain(file: LedgerFile): Promise<DecodedFile | UnreadableFile> {
  try {
    return await decodeFile(file.name, file.bytes);
  } catch (failure) {
    if (failure instanceof UnreadableFile) return failure;
    throw failure;
  }
}

function fileProblem(failure: UnreadableFile): Problem {
  return { file: failure.fileName, sheet: '', cell: 'A1', kind: 'schema_mismatch', value: '', messageZh: failure.messageZh, messageEn: failure.messageEn, severity: 'error' };
}

interface AssembleInput {
  readonly decoded: readonly DecodedFile[];
  readonly sheets: readonly (readonly PreparedSheet[])[];
  readonly tables: readonly PreparedTable[];
  readonly drafts: Drafts;
  readonly failures: readonly Problem[];
  readonly unreadable: readonly FileReading[];
  readonly asOf: string | undefined;
}

function assemble({ decoded, sheets, tables, drafts, failures, unreadable, asOf: told }: AssembleInput): LedgerReading {
  const { customers, loans, repayments, installments, problems, counts } = drafts;
  const { asOf, source } = findAsOf(told, tables, repayments, installments, loans.drafts);
  for (const fileSheets of sheets) checkRecognised(fileSheets, problems);
  for (const table of tables) {
    checkTotals(table, problems);
    checkPeriodFlows(table, problems);
  }
  customers.settleNames(problems);
  customers.reportNamesakes(problems);
  checkLoanDates(loans.drafts, asOf, problems);
  checkPaymentDates(repayments, asOf, problems);
  const histories = historyByLoan(repayments, installments, asOf);
  takeFromHistory(loans.drafts, histories, asOf, problems);
  const hasArrearsList = installments.some((installment) => installment.values.status === 'unpaid');
  for (const loan of loans.drafts) deriveStatus(loan, asOf, hasArrearsList);
  checkBalances(loans.drafts, histories, problems);
  checkMissingInstallments(loans.drafts, repayments, installments, asOf, problems);
  checkBorrowerAges(loans.drafts, problems);
  checkSharedContacts(customers.drafts, problems);
  checkNameless(customers.drafts, tables, problems);
  const files: FileReading[] = decoded.map((file, index) => ({
    name: file.name,
    format: file.format,
    ...(file.encoding ? { encoding: file.encoding } : {}),
    ...(file.delimiter ? { delimiter: file.delimiter } : {}),
    sheets: (sheets[index] ?? []).map((sheet) => sheetReading(sheet, (table) => tableReading(table, counts))),
  }));
  const records = {
    customers: customers.drafts.map((draft) => customerRecord(draft)),
    loans: loans.drafts.map((draft) => loanRecord(draft)),
    repayments: repayments.map((draft, index) => repaymentRecord(draft, index)),
    installments: installments.map((draft, index) => installmentRecord(draft, index)),
  };
  return { asOf, asOfSource: source, files: [...files, ...unreadable], ...records, problems: [...failures, ...problems.all()], totals: totalsOf(records) };
}

function tableReading(table: PreparedTable, counts: ReadonlyMap<string, number>): TableReading {
  const { recordRows, headerRows } = table.raw;
  return {
    id: table.id,
    headerRows: headerRows.map((row) => row + 1),
    firstRow: (recordRows[0] ?? 0) + 1,
    lastRow: (recordRows.at(-1) ?? 0) + 1,
    recordCount: counts.get(table.id) ?? 0,
    ...(table.captions.moneyUnit ? { unit: table.captions.moneyUnit } : {}),
    columns: table.map.columns.filter((column) => !table.origins?.columns.has(column.index)).map((column) => columnReading(column)),
  };
}

function totalsOf({ loans, repayments }: Pick<LedgerReading, 'loans' | 'repayments'>): LedgerReading['totals'] {
  const sum = (texts: readonly (string | undefined)[]): number => texts.reduce((total, text) => total + (text === undefined ? 0 : Math.round(Number(text) * 100)), 0);
  const receipts = repayments.filter((repayment) => !(repayment.reversed && Number(repayment.total ?? 0) > 0));
  const repaid = repayments.length > 0
    ? sum(receipts.map((repayment) => repayment.total))
    : sum(loans.map((loan) => loan.repaidPrincipal)) + sum(loans.map((loan) => loan.repaidInterest));
  return {
    loans: loans.length,
    principal: yuanText(sum(loans.map((loan) => loan.principal))),
    outstanding: yuanText(sum(loans.map((loan) => loan.outstandingPrincipal))),
    repaid: yuanText(repaid),
  };
}
