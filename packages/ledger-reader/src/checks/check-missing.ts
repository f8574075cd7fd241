import type { ColumnMeaning } from '../tables/column-meaning.ts';
import { contentText } from '../decode/cell-grid.ts';
import { isEmptyWord } from '../text/clean-text.ts';
import type { TableRow } from '../records/table-row.ts';

const needed: readonly (readonly [ColumnMeaning, string, string, 'warning' | 'info'])[] = [
  ['customer.name', '姓名', 'name', 'warning'],
  ['loan.principal', '贷款金额', 'amount', 'warning'],
  ['loan.disbursedOn', '放款日期', 'first day', 'warning'],
  ['loan.maturesOn', '到期日期', 'last day', 'info'],
  ['loan.annualRatePct', '利率', 'rate', 'info'],
];

/** A loan's line must say who, how much and from when to when, where the ledger has columns for it. */
export function checkMissingTerms(row: TableRow): void {
  for (const [meaning, zh, en, severity] of needed) {
    if (!row.has(meaning) || !isEmptyWord(contentText(row.cell(meaning)))) continue;
    row.report(meaning, { kind: 'missing_value', severity, zh: `${zh}空白`, en: `The ${en} is missing` });
  }
  if (row.has('loan.receiptNo') && !row.code('loan.receiptNo')) row.report('loan.receiptNo', { kind: 'missing_value', severity: 'warning', zh: '借据号空白', en: 'The 借据 number is missing' });
}

/** A receipt must say when and how much. */
export function checkMissingPayment(row: TableRow): void {
  if (row.has('repayment.paidOn') && isEmptyWord(contentText(row.cell('repayment.paidOn')))) row.report('repayment.paidOn', { kind: 'missing_value', severity: 'warning', zh: '还款日期空白', en: 'The day of payment is missing' });
}
