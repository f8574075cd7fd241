import { contentText } from '../decode/cell-grid.ts';
import type { ColumnMeaning } from '../tables/column-meaning.ts';
import { moneyPartOf } from '../values/money-part.ts';
import { choiceText } from '../values/read-choice.ts';
import { readInstallmentNo } from '../values/read-count.ts';
import { channelRules } from '../values/person-choices.ts';
import { checkMissingPayment } from '../checks/check-missing.ts';
import { compacted, yuanText, type DraftValues } from './draft-values.ts';
import { findLoan, type FoundLoan } from './find-loan.ts';
import type { PreparedTable } from './prepared-table.ts';
import { presentKeys } from './present-keys.ts';
import { isRowRed, type LoanReaders } from './read-loans.ts';
import type { LoanDraft } from './loan-draft.ts';
import { readAmount } from '../values/read-amount.ts';
import { RepaymentDuplicates } from './repayment-duplicates.ts';
import { netPrincipalFen, type RepaymentDraft } from './repayment-draft.ts';
import { TableRow } from './table-row.ts';

const amountKeys = ['principal', 'interest', 'penalty', 'compound', 'fee', 'total'] as const;

/** Reads a ledger of receipts. A receipt entered twice is taken once; red ink is a reversal of its own. */
export function readRepayments(table: PreparedTable, readers: LoanReaders, duplicates: RepaymentDuplicates): RepaymentDraft[] {
  const repayments: RepaymentDraft[] = [];
  for (const index of table.raw.recordRows) {
    const row = new TableRow(table, index, readers.problems);
    const values = readValues(row);
    if (!values) continue;
    const found = linkLoan(row, values, readers);
    const loan = found.kind === 'found' ? found.loan : null;
    const repayment: RepaymentDraft = { source: { file: table.file, sheet: table.sheet.name, row: row.sourceRow + 1 }, values: compacted(values), loan, paidOnAt: row.at('repayment.paidOn') };
    if (duplicates.isRepeat(row, repayment)) continue;
    checkMissingPayment(row);
    checkTotal(row, values);
    if (loan) noteBalance(row, loan, values);
    repayments.push(repayment);
  }
  return repayments;
}

/** Null when the line holds no payment at all: no amount, and no day either. */
function readValues(row: TableRow): DraftValues | null {
  const values: DraftValues = {};
  for (const [key, meaning] of presentKeys(row.table.map, 'repayment', amountKeys)) {
    const amount = row.amount(meaning);
    if (amount) values[key] = yuanText(amount.fen);
  }
  takePart(row, values);
  const paidOn = row.date('repayment.paidOn');
  const hasAmount = amountKeys.some((key) => values[key] !== undefined);
  if (!hasAmount && paidOn.kind === 'blank') return null;
  row.reportDate('repayment.paidOn', paidOn);
  if (paidOn.kind === 'date') values.paidOn = paidOn.date;
  const dueOn = row.date('repayment.dueOn');
  if (dueOn.kind === 'date') values.dueOn = dueOn.date;
  setText(values, 'receiptNo', row.code('loan.receiptNo'));
  setText(values, 'contractNo', row.code('loan.contractNo'));
  setText(values, 'customerName', row.name('customer.name')?.name);
  setText(values, 'channel', row.choice('repayment.channel', channelRules));
  setText(values, 'externalRef', row.code('repayment.externalRef'));
  setText(values, 'payerName', row.text('repayment.payerName'));
  setText(values, 'note', row.text('repayment.note') ?? row.text('row.moneyPart'));
  const installmentNo = row.count('repayment.installmentNo', readInstallmentNo);
  if (installmentNo !== undefined) values.installmentNo = installmentNo;
  if (isReversed(row, values)) values.reversed = true;
  return values;
}

/** A line for 本金 and another for 利息: its one amount is what the 摘要 says. */
function takePart(row: TableRow, values: DraftValues): void {
  const part = moneyPartOf(contentText(row.cell('row.moneyPart')));
  const written = amountKeys.filter((key) => values[key] !== undefined);
  const [only] = written;
  if (part === null || written.length !== 1 || only === undefined || (only !== 'total' && only !== 'principal')) return;
  const amount = values[only];
  if (amount === undefined) return;
  delete values[only];
  values[part] = amount;
  values.total = amount;
}

function setText(values: DraftValues, key: string, text: string | undefined): void {
  if (text !== undefined) values[key] = text;
}

function isReversed(row: TableRow, values: DraftValues): boolean {
  const flag = choiceText(row.cell('repayment.reversed'));
  if (flag && /^(Y|YES|是|1|T|TRUE|已?冲正|已?冲销|红冲|撤销|√)/i.test(flag)) return true;
  if (amountKeys.some((key) => typeof values[key] === 'string' && String(values[key]).startsWith('-'))) return true;
  const isStruck = row.table.map.columns.filter((column) => row.marks(column.index)?.isStruck).length >= 3;
  return isStruck || (isRowRed(row) && /冲销|冲正|红字/.test(row.text('repayment.note') ?? '') && !/重记|重新/.test(row.text('repayment.note') ?? ''));
}

function linkLoan(row: TableRow, values: DraftValues, readers: LoanReaders): FoundLoan {
  const numbers = { receiptNo: row.code('loan.receiptNo'), contractNo: row.code('loan.contractNo') };
  const id = row.id('customer.idNumber');
  const paidOn = typeof values.paidOn === 'string' ? values.paidOn : undefined;
  const principal = row.has('loan.principal') ? readAmount(row.cell('loan.principal'), row.column('loan.principal')?.moneyUnit) : null;
  const disbursedOn = row.date('loan.disbursedOn');
  const found = findLoan(readers, numbers, {
    name: row.name('customer.name')?.name,
    idNumber: id.kind === 'valid' ? id.number : undefined,
    paidOn,
    principal: principal?.kind === 'amount' ? yuanText(principal.fen) : undefined,
    disbursedOn: disbursedOn.kind === 'date' ? disbursedOn.date : undefined,
  });
  reportLink(row, numbers.receiptNo ?? numbers.contractNo, found);
  return found;
}

function reportLink(row: TableRow, number: string | undefined, found: FoundLoan): void {
  const meaning: ColumnMeaning = row.has('loan.receiptNo') ? 'loan.receiptNo' : row.has('loan.contractNo') ? 'loan.contractNo' : 'customer.name';
  const hasNumberColumn = meaning !== 'customer.name';
  if (found.kind === 'found') {
    if (found.how === 'person' && hasNumberColumn && !number) row.report(meaning, { kind: 'missing_value', severity: 'warning', zh: '编号空白，此人只有这一笔贷款，按姓名确定', en: 'No number; the person has just one loan, which is taken' });
    return;
  }
  if (found.kind === 'unclear') row.report(meaning, { kind: 'missing_value', zh: `此人有 ${found.count} 笔贷款，无法确定还的是哪一笔`, en: `The person has ${found.count} loans; which one was paid is not clear` });
  else row.report(meaning, { kind: 'unknown_loan', zh: number ? `${number} 不在贷款台账里` : '贷款台账里没有此人的贷款', en: number ? `${number} is not in the loan ledger` : 'No loan of this person in the loan ledger' });
}

/** The balance after this receipt, where the line states it. */
function noteBalance(row: TableRow, loan: LoanDraft, values: DraftValues): void {
  const column = row.column('loan.outstandingPrincipal');
  const balance = column ? readAmount(row.cellAt(column.index), column.moneyUnit) : null;
  if (!column || balance?.kind !== 'amount' || !row.has('repayment.principal')) return;
  loan.balanceLines = [...loan.balanceLines, { at: row.position(column.index), balanceFen: balance.fen, principalFen: netPrincipalFen(values) }];
}

/** The total must be the sum of its parts; more is money paid over, less is a contradiction. */
function checkTotal(row: TableRow, values: DraftValues): void {
  const total = fen(values.total);
  const parts = (['principal', 'interest', 'penalty', 'compound', 'fee'] as const).map((key) => fen(values[key])).filter((part) => part !== null);
  if (total === null || parts.length === 0 || values.principal === undefined && values.interest === undefined) return;
  const sum = parts.reduce((left, right) => left + right, 0);
  const difference = total - sum;
  if (difference === 0) return;
  const written = contentText(row.cell('repayment.total'));
  if (Math.abs(difference) <= 2) {
    row.report('repayment.total', { kind: 'conflicting_values', severity: 'info', zh: `合计与分项之和差 ${yuanText(difference)} 元`, en: `The total differs from its parts by ${yuanText(difference)} yuan`, value: written });
  } else if (difference > 0 && total > 0) {
    row.report('repayment.total', { kind: 'overpayment', severity: 'warning', zh: `合计比本金、利息、罚息之和多 ${yuanText(difference)} 元`, en: `The total is ${yuanText(difference)} yuan more than its parts`, value: written });
  } else {
    row.report('repayment.total', { kind: 'conflicting_values', severity: 'warning', zh: `合计与本金、利息、罚息之和差 ${yuanText(difference)} 元`, en: `The total differs from its parts by ${yuanText(difference)} yuan`, value: written });
  }
}

function fen(value: DraftValues[string] | undefined): number | null {
  return typeof value === 'string' ? Math.round(Number(value) * 100) : null;
}

