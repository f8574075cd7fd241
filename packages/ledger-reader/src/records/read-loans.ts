import { contentText } from '../decode/cell-grid.ts';
import type { ColumnMeaning } from '../tables/column-meaning.ts';
import { readInstallmentNo } from '../values/read-count.ts';
import { checkMissingTerms } from '../checks/check-missing.ts';
import { rowColour } from '../tables/row-colours.ts';
import type { StatusWord } from '../values/loan-choices.ts';
import type { CustomerRegistry, Resolution } from './customer-registry.ts';
import { compacted, fillAbsent, fenOf, type DraftValues } from './draft-values.ts';
import type { LoanDraft } from './loan-draft.ts';
import { noPrincipalColumn, type LoanRegistry, type LoanTerms } from './loan-registry.ts';
import type { PreparedTable } from './prepared-table.ts';
import type { ProblemList } from './problem-list.ts';
import { customerValues } from './read-customers.ts';
import { readMention, type Mention } from './read-identity.ts';
import { readLoanValues, type LoanRowValues } from './read-loan-values.ts';
import { TableRow } from './table-row.ts';

export interface LoanReaders {
  readonly customers: CustomerRegistry;
  readonly loans: LoanRegistry;
  readonly problems: ProblemList;
}

/** Reads a ledger with one line for each loan (or for each loan and month). Returns how many rows were loans. */
export function readLoans(table: PreparedTable, readers: LoanReaders): number {
  const isRunning = isRunningLedger(table, readers.problems);
  const seenHere = new Set<LoanDraft>();
  reportSplits(table, readers.problems);
  const repeats: [TableRow, LoanDraft][] = [];
  let count = 0;
  for (const index of table.raw.recordRows) {
    const row = new TableRow(table, index, readers.problems);
    const mention = readMention(row);
    const read = readLoanValues(row);
    if (!isLoanRow(mention, read.values)) continue;
    count += 1;
    const numbers = { receiptNo: textOf(read.values.receiptNo), contractNo: textOf(read.values.contractNo) };
    const terms = { person: mention.idNumber ?? mention.name, principal: row.has('loan.principal') ? textOf(read.values.principal) : noPrincipalColumn, disbursedOn: textOf(read.values.disbursedOn) };
    const known = numbers.receiptNo || numbers.contractNo ? readers.loans.find(numbers) : findByTerms(readers, terms, seenHere);
    const [same] = known.filter((draft) => !isAnotherLoan(draft, read.values, mention));
    if (known.length > 0 && !same) reportReused(row);
    if (same && seenHere.has(same) && !isRunning) {
      reportRepeated(row, same);
      table.findings.repeatedRows.add(index);
      fillAbsent(same.values, read.values);
      resolveCustomer(row, mention, same, readers, true);
      continue;
    }
    if (same && !seenHere.has(same) && isSameState(same, table) && !isRunning) repeats.push([row, same]);
    const draft = same ?? readers.loans.create(row, numbers);
    seenHere.add(draft);
    readers.loans.noteTerms(draft, terms);
    checkMissingTerms(row);
    takeRow(row, draft, read, same !== undefined);
    resolveCustomer(row, mention, draft, readers, false);
  }
  // A sheet that repeats most of another is a view of it; a few repeated loans were filed twice.
  if (repeats.length <= Math.max(1, count * 0.2)) for (const [row, draft] of repeats) reportRepeated(row, draft);
  return count;
}

/** Two tables of one day: the later is no newer state. Their status may still differ by sheet (在贷, 已结清). */
function isSameState(draft: LoanDraft, table: PreparedTable): boolean {
  return draft.asOf === table.asOf && draft.rows.every((row) => row.table.id !== table.id && row.table.defaults.status === table.defaults.status);
}

/** A line that was taken apart into several loans is said, and so is an amount in it that stands for all of them. */
function reportSplits(table: PreparedTable, problems: ProblemList): void {
  for (const { row, parts, undivided } of table.splits) {
    const line = new TableRow(table, row, problems);
    line.report(numberColumn(line), { kind: 'conflicting_values', severity: 'warning', zh: `一行写了 ${parts.length} 笔贷款，已按先后分开，请核对`, en: `One line holds ${parts.length} loans; taken apart in their order, please check` });
    for (const column of undivided) line.reportAt(column, { kind: 'unreadable_amount', zh: `这是 ${parts.length} 笔贷款合在一起的金额，无法分开`, en: `One amount for ${parts.length} loans, which cannot be divided` });
  }
}

/** Two lines of one table with the same person and day, but no amount to compare, are two loans. */
function findByTerms({ loans }: LoanReaders, terms: LoanTerms, seenHere: ReadonlySet<LoanDraft>): readonly LoanDraft[] {
  const found = loans.findByTerms(terms);
  return terms.principal === noPrincipalColumn ? found.filter((draft) => !seenHere.has(draft)) : found;
}

/** A line names a loan when it has a number, or somebody and an amount or a day. */
function isLoanRow(mention: Mention, values: DraftValues): boolean {
  if (values.receiptNo || values.contractNo) return true;
  if (!mention.row.has('loan.principal') && !mention.row.has('loan.outstandingPrincipal')) return false;
  return Boolean((mention.name ?? mention.idNumber ?? mention.customerNo) && (values.principal ?? values.outstandingPrincipal ?? values.disbursedOn));
}

function textOf(value: DraftValues[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The same number for somebody else, another amount or another day: two differences make it another loan. */
function isAnotherLoan(draft: LoanDraft, values: DraftValues, mention: Mention): boolean {
  const differences = ['principal', 'disbursedOn', 'maturesOn'].filter((key) => draft.values[key] !== undefined && values[key] !== undefined && draft.values[key] !== values[key]).length;
  const owner = draft.customer;
  const isSomebodyElse = owner !== null && ((mention.idNumber !== undefined && owner.values.idNumber !== undefined && mention.idNumber !== owner.values.idNumber)
    || (mention.customerNo !== undefined && owner.customerNos.length > 0 && !owner.customerNos.includes(mention.customerNo)));
  return differences + (isSomebodyElse ? 1 : 0) >= 2;
}

function reportReused(row: TableRow): void {
  row.report(numberColumn(row), { kind: 'duplicate', zh: '同一编号用在了金额和日期都不同的两笔贷款上，已分开处理', en: 'One number for two loans with different amounts and days; kept apart' });
}

function reportRepeated(row: TableRow, draft: LoanDraft): void {
  row.report(numberColumn(row), { kind: 'duplicate', severity: 'warning', zh: `与${placeOf(row, draft)}第 ${draft.source.row} 行重复登记，只取一次`, en: `The same loan as in row ${draft.source.row}${row.table.sheet.name === draft.source.sheet ? '' : ` of ${draft.source.sheet}`}; taken once` });
}

function placeOf(row: TableRow, draft: LoanDraft): string {
  return row.table.sheet.name === draft.source.sheet ? '' : `“${draft.source.sheet}”`;
}

export function numberColumn(row: TableRow): ColumnMeaning {
  return row.has('loan.receiptNo') ? 'loan.receiptNo' : row.has('loan.contractNo') ? 'loan.contractNo' : 'customer.name';
}

/** A ledger that repeats most of its loans (a line for each month) is running: the latest line counts. */
function isRunningLedger(table: PreparedTable, problems: ProblemList): boolean {
  const keys = table.raw.recordRows.map((index) => {
    const row = new TableRow(table, index, problems);
    return `${row.code('loan.contractNo') ?? ''}|${row.code('loan.receiptNo') ?? ''}`;
  }).filter((key) => key !== '|');
  return new Set(keys).size < keys.length * 0.75;
}

const stateKeys = new Set(['outstandingPrincipal', 'repaidPrincipal', 'repaidInterest', 'overdueDays', 'overduePrincipal', 'overdueInterest', 'class', 'status', 'extendedTo', 'manager']);

/** Takes a row into the draft: later rows replace the state and complete the terms. */
export function takeRow(row: TableRow, draft: LoanDraft, read: LoanRowValues, isLater: boolean): void {
  if (!isLater) draft.values = compacted({ ...draft.values, ...read.values });
  else {
    fillAbsent(draft.values, read.values);
    for (const [key, value] of Object.entries(read.values)) if (stateKeys.has(key)) draft.values[key] = value;
  }
  if (read.unread.length > 0) draft.unread = [...new Set([...draft.unread, ...read.unread])];
  if (read.flags.length > 0) draft.flags = [...new Set([...draft.flags, ...read.flags])];
  draft.rows = draft.rows.length === 0 ? [row] : [...draft.rows.filter((known) => known.table.id !== row.table.id), row];
  if (row.table.colours.size > 0) draft.markedStatus = markedStatus(row) ?? draft.markedStatus;
  const paid = readInstallmentNo(row.cell('row.paidPeriods'));
  if (typeof paid === 'number') draft.paidPeriods = paid;
  draft.asOf = row.table.asOf ?? draft.asOf;
}

/** What the row's colour stands for in its table. */
function markedStatus(row: TableRow): StatusWord | undefined {
  const colour = rowColour(row.table.sheet, row.sourceRow, row.table.map.columns.length);
  return colour === null ? undefined : row.table.colours.get(colour);
}

/** A row is red when most of its filled cells are. */
export function isRowRed(row: TableRow): boolean {
  let filled = 0;
  let red = 0;
  for (const column of row.table.map.columns) {
    if (contentText(row.cellAt(column.index)) === '') continue;
    filled += 1;
    if (row.marks(column.index)?.isRed) red += 1;
  }
  return filled > 0 && red >= filled * 0.5;
}

/** Hangs the loan on its customer, or says why that is not clear. */
export function resolveCustomer(row: TableRow, mention: Mention, draft: LoanDraft, readers: LoanReaders, isRepeat: boolean): void {
  const resolution = readers.customers.resolve(mention);
  if (mention.name) {
    draft.values.customerName ??= mention.name;
    readers.loans.notePerson(draft, mention.name);
  }
  if (mention.idNumber) readers.loans.notePerson(draft, mention.idNumber);
  if ('customer' in resolution) {
    if (!isRepeat || !draft.customer) draft.customer = resolution.customer;
    for (const { name } of resolution.customer.spellings) readers.loans.notePerson(draft, name);
    if (typeof resolution.customer.values.idNumber === 'string') readers.loans.notePerson(draft, resolution.customer.values.idNumber);
    fillAbsent(resolution.customer.values, ownFacts(customerValues(row), resolution));
    if (resolution.kind !== 'known') resolution.customer.values = compacted(resolution.customer.values);
  }
  if (!isRepeat) reportResolution(row, mention, resolution);
}

/** 备注 and 客户经理 of a loan's line belong to the loan. */
function ownFacts(values: DraftValues, resolution: Resolution): DraftValues {
  const { note: _note, manager: _manager, ...own } = values;
  return resolution.kind === 'ambiguous' ? {} : own;
}

function reportResolution(row: TableRow, mention: Mention, resolution: Resolution): void {
  const where: ColumnMeaning = mention.customerNo ? 'customer.customerNo' : 'customer.name';
  switch (resolution.kind) {
    case 'known':
    case 'new':
    case 'nobody':
      return;
    case 'unknown_number':
    case 'unknown_name':
      row.report(where, { kind: 'unknown_customer', zh: `${[mention.customerNo, mention.name].filter(Boolean).join(' ')} 不在客户台账里`, en: `${[mention.customerNo, mention.name].filter(Boolean).join(' ')} is not in the customer list` });
      return;
    case 'ambiguous':
      row.report('customer.name', { kind: 'ambiguous_customer', zh: `客户里有 ${resolution.candidates.length} 位“${mention.name ?? ''}”，无法确定是哪一位`, en: `There are ${resolution.candidates.length} customers named ${mention.name ?? ''}; which one is not clear` });
      return;
    default:
      resolution satisfies never;
  }
}

/** Fen of a draft's value; null when it has none. */
export function draftFen(draft: LoanDraft, key: string): number | null {
  return fenOf(draft.values[key]);
}
