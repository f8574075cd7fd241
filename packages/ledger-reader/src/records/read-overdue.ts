import { readDays } from '../values/read-count.ts';
import { classRules } from '../values/loan-choices.ts';
import { fenOf, yuanText } from './draft-values.ts';
import { findLoan } from './find-loan.ts';
import { loanCell, type LoanDraft } from './loan-draft.ts';
import type { PreparedTable } from './prepared-table.ts';
import { numberColumn, type LoanReaders } from './read-loans.ts';
import { TableRow } from './table-row.ts';

/** Reads a list of overdue loans into the loans it speaks of. Returns the number of lines. */
export function readOverdue(table: PreparedTable, readers: LoanReaders): number {
  let count = 0;
  for (const index of table.raw.recordRows) {
    const row = new TableRow(table, index, readers.problems);
    const numbers = { receiptNo: row.code('loan.receiptNo'), contractNo: row.code('loan.contractNo') };
    const name = row.name('customer.name')?.name;
    if (!numbers.receiptNo && !numbers.contractNo && !name) continue;
    count += 1;
    const found = findLoan(readers, numbers, { name });
    if (found.kind === 'found') takeOverdue(row, found.loan);
    else row.report(numberColumn(row), { kind: 'unknown_loan', zh: '贷款台账里没有这笔贷款', en: 'No such loan in the loan ledger' });
  }
  return count;
}

function takeOverdue(row: TableRow, loan: LoanDraft): void {
  const days = row.count('loan.overdueDays', readDays);
  if (days !== undefined) loan.values.overdueDays = days;
  for (const key of ['overduePrincipal', 'overdueInterest'] as const) {
    const amount = row.has(`loan.${key}`) ? row.amount(`loan.${key}`) : undefined;
    if (amount) loan.values[key] = yuanText(amount.fen);
  }
  const word = row.choice('loan.class', classRules);
  if (word && loan.values.class && word !== loan.values.class) row.report('loan.class', { kind: 'conflicting_values', severity: 'warning', zh: '五级分类与贷款台账不一致，以贷款台账为准', en: 'The class differs from the loan ledger, which counts' });
  else if (word) loan.values.class = word;
  const balance = row.has('loan.outstandingPrincipal') ? row.amount('loan.outstandingPrincipal') : undefined;
  if (!balance) return;
  const booked = fenOf(loan.values.outstandingPrincipal);
  if (booked === null && !loanCell(loan, 'outstandingPrincipal')) loan.values.outstandingPrincipal = yuanText(balance.fen);
  else if (booked !== null && booked !== balance.fen) row.report('loan.outstandingPrincipal', { kind: 'conflicting_values', severity: 'info', zh: '贷款余额与贷款台账不一致，以贷款台账为准', en: 'The balance differs from the loan ledger, which counts' });
}
