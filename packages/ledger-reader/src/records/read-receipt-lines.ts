import { readAmount } from '../values/read-amount.ts';
import { codeKey } from '../values/read-code.ts';
import { contentText } from '../decode/cell-grid.ts';
import { countSpelling, type CustomerDraft } from './customer-registry.ts';
import type { LoanDraft } from './loan-draft.ts';
import type { PreparedTable } from './prepared-table.ts';
import { ProblemList } from './problem-list.ts';
import { readMention, type Mention } from './read-identity.ts';
import { readLoanValues } from './read-loan-values.ts';
import { resolveCustomer, takeRow, type LoanReaders } from './read-loans.ts';
import { TableRow } from './table-row.ts';

/**
 * Reads the loans out of a ledger with one line for each receipt that repeats the loan on every line: the first line gives
 * the terms, the last the state, and the best-written one the customer. Returns the number of loans.
 */
export function readLoansOfReceiptLines(table: PreparedTable, readers: LoanReaders): number {
  const groups = groupByLoan(table, readers.problems);
  for (const [key, rows] of groups) {
    const draft = readGroup(key, rows, readers);
    if (rows[0]) noteTerms(rows[0], draft, readers);
    readGroupCustomer(key, rows, draft, readers);
  }
  return groups.size;
}

function groupByLoan(table: PreparedTable, problems: ProblemList): Map<string, TableRow[]> {
  const groups = new Map<string, TableRow[]>();
  for (const index of table.raw.recordRows) {
    const row = new TableRow(table, index, problems);
    const key = loanKeyOf(row);
    if (key === null) continue;
    const rows = groups.get(key);
    if (rows) rows.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** By its numbers; a ledger without numbers repeats who, how much and when. */
function loanKeyOf(row: TableRow): string | null {
  const numbers = [row.code('loan.contractNo'), row.code('loan.receiptNo')].filter((code) => code !== undefined);
  if (numbers.length > 0) return numbers.map((code) => codeKey(code)).join('|');
  if (row.has('loan.receiptNo') || row.has('loan.contractNo')) return null;
  const id = row.id('customer.idNumber');
  const person = id.kind === 'valid' ? id.number : contentText(row.cell('customer.idNumber')).trim() || row.name('customer.name')?.name;
  const principal = readAmount(row.cell('loan.principal'), row.column('loan.principal')?.moneyUnit);
  if (!person || principal.kind === 'blank') return null;
  const disbursedOn = row.date('loan.disbursedOn');
  const day = disbursedOn.kind === 'date' ? disbursedOn.date : contentText(row.cell('loan.disbursedOn'));
  return [person, principal.kind === 'amount' ? String(principal.fen) : contentText(row.cell('loan.principal')), day].join('|');
}

/** Terms by which a receipt without any number finds its loan again. */
function noteTerms(row: TableRow, draft: LoanDraft, { loans }: LoanReaders): void {
  const { principal, disbursedOn } = draft.values;
  const id = row.id('customer.idNumber');
  for (const person of [id.kind === 'valid' ? id.number : undefined, row.name('customer.name')?.name]) {
    loans.noteTerms(draft, { person, principal: principal === undefined ? undefined : String(principal), disbursedOn: disbursedOn === undefined ? undefined : String(disbursedOn) });
  }
}

function readGroup(key: string, rows: readonly TableRow[], { loans, problems }: LoanReaders): LoanDraft {
  const once = `loan|${key}`;
  let draft: LoanDraft | undefined;
  for (const row of rows) {
    const read = readLoanValues(row, once);
    if (!draft) {
      const numbers = { receiptNo: row.code('loan.receiptNo'), contractNo: row.code('loan.contractNo') };
      const [known] = loans.find(numbers);
      draft = known ?? loans.create(row, numbers);
      takeRow(row, draft, read, known !== undefined);
    } else takeRow(row, draft, read, true);
  }
  if (!draft) throw new Error(`a group of receipts without a line: ${key} (${problems.all().length} problems so far)`);
  return draft;
}

/** The line whose ID is whole speaks for all lines of the loan; only it reports what is wrong with the customer. */
function readGroupCustomer(key: string, rows: readonly TableRow[], draft: LoanDraft, readers: LoanReaders): void {
  const silent = new ProblemList();
  const mentions = rows.map((row) => readMention(new TableRow(row.table, row.row, silent)));
  const best = Math.max(mentions.findIndex((mention) => mention.isIdSure), 0);
  const row = rows[best];
  if (!row) return;
  const chosen = readMention(row, `loan|${key}`);
  resolveCustomer(row, chosen, draft, readers, false);
  if (draft.customer) countSpellings(draft.customer, mentions, chosen);
}

function countSpellings(customer: CustomerDraft, mentions: readonly Mention[], chosen: Mention): void {
  let isChosenSkipped = false;
  for (const mention of mentions) {
    if (!mention.name) continue;
    if (!isChosenSkipped && mention.row.row === chosen.row.row) {
      isChosenSkipped = true;
      continue;
    }
    countSpelling(customer, mention.name, mention.row);
  }
}
