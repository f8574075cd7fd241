import { choiceText } from '../values/read-choice.ts';
import { readInstallmentNo } from '../values/read-count.ts';
import { yuanText, type DraftValues } from './draft-values.ts';
import { findLoan } from './find-loan.ts';
import type { PreparedTable } from './prepared-table.ts';
import { presentKeys } from './present-keys.ts';
import { numberColumn, type LoanReaders } from './read-loans.ts';
import type { InstallmentDraft } from './repayment-draft.ts';
import { TableRow } from './table-row.ts';

const dayKeys = ['dueOn', 'paidOn'] as const;
const amountKeys = ['principal', 'interest', 'fee', 'total', 'paidPrincipal', 'paidInterest'] as const;

/** Reads a list of instalments: a plan, or (欠还…) what was due and is not paid. */
export function readInstallments(table: PreparedTable, readers: LoanReaders): InstallmentDraft[] {
  const installments: InstallmentDraft[] = [];
  const isUnpaidList = table.map.columns.some((column) => /欠还|欠款本息|未还/.test(column.header));
  for (const index of table.raw.recordRows) {
    const row = new TableRow(table, index, readers.problems);
    const values = readInstallmentValues(row);
    if (!values) continue;
    const numbers = { receiptNo: row.code('loan.receiptNo'), contractNo: row.code('loan.contractNo') };
    if (numbers.receiptNo) values.receiptNo = numbers.receiptNo;
    if (numbers.contractNo) values.contractNo = numbers.contractNo;
    const status = isUnpaidList ? 'unpaid' : statusOf(row, values);
    if (status) values.status = status;
    const found = findLoan(readers, numbers, { name: row.name('customer.name')?.name });
    if (found.kind !== 'found') row.report(numberColumn(row), { kind: 'unknown_loan', zh: '贷款台账里没有这笔贷款', en: 'No such loan in the loan ledger' });
    installments.push({ source: { file: table.file, sheet: table.sheet.name, row: row.sourceRow + 1 }, values, loan: found.kind === 'found' ? found.loan : null });
  }
  return installments;
}

/** Paid or not, where the list says so; a bare plan does not. */
function statusOf(row: TableRow, values: DraftValues): 'paid' | 'unpaid' | undefined {
  const word = choiceText(row.cell('installment.status'));
  if (word) return /未|欠|逾期|unpaid|overdue|due/i.test(word) ? 'unpaid' : /已|清|还|paid/i.test(word) ? 'paid' : undefined;
  if (!row.has('installment.paidOn') && !row.has('installment.paidPrincipal')) return undefined;
  return values.paidOn !== undefined || Number(values.paidPrincipal ?? 0) > 0 ? 'paid' : 'unpaid';
}

/** Amounts, days and number of an instalment; null when the row holds none. */
export function readInstallmentValues(row: TableRow): DraftValues | null {
  const values: DraftValues = {};
  for (const [key, meaning] of presentKeys(row.table.map, 'installment', amountKeys)) {
    const amount = row.amount(meaning);
    if (amount) values[key] = yuanText(amount.fen);
  }
  for (const [key, meaning] of presentKeys(row.table.map, 'installment', dayKeys)) {
    const reading = row.date(meaning);
    row.reportDate(meaning, reading);
    if (reading.kind === 'date') values[key] = reading.date;
  }
  if (values.dueOn === undefined && values.principal === undefined && values.total === undefined) return null;
  const installmentNo = row.count('installment.installmentNo', readInstallmentNo);
  if (installmentNo !== undefined) values.installmentNo = installmentNo;
  checkTotal(row, values);
  return values;
}

function checkTotal(row: TableRow, values: DraftValues): void {
  const [total, principal, interest, fee] = ['total', 'principal', 'interest', 'fee'].map((key) => (typeof values[key] === 'string' ? Math.round(Number(values[key]) * 100) : null));
  if (total === null || total === undefined || typeof principal !== 'number' || typeof interest !== 'number') return;
  const difference = total - principal - interest - (fee ?? 0);
  if (difference === 0) return;
  row.report('installment.total', { kind: 'conflicting_values', severity: Math.abs(difference) <= 2 ? 'info' : 'warning', zh: `合计与本金、利息之和差 ${yuanText(difference)} 元`, en: `The total differs from its parts by ${yuanText(difference)} yuan` });
}
