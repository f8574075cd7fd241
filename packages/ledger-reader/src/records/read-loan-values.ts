import type { LoanFlag } from '../ledger-reading.ts';
import type { ColumnMeaning } from '../tables/column-meaning.ts';
import { classRules, guaranteeRules, methodRules, rateTypeRules, statusRules, type LoanStatus, type StatusWord } from '../values/loan-choices.ts';
import { readDays, readDueDay, readTermMonths } from '../values/read-count.ts';
import { choiceText, matchChoice } from '../values/read-choice.ts';
import { readRate } from '../values/read-rate.ts';
import { percentText, yuanText, type DraftValues } from './draft-values.ts';
import { isAmountWritten } from './read-identity.ts';
import { presentKeys } from './present-keys.ts';
import { readLoanDates } from './loan-dates.ts';
import { correctUnitSlips, type LoanAmounts } from './unit-slip.ts';
import type { TableRow } from './table-row.ts';

export interface LoanRowValues {
  readonly values: DraftValues;
  readonly flags: readonly LoanFlag[];
  /** Keys whose cells say something that could not be read. */
  readonly unread: readonly string[];
}

// 24 % is the most that small lenders may charge in all (金发〔2024〕26号); above it the unit is the likelier mistake.
const highestRateE8 = 24_000_000;
const textKeys = ['product', 'guarantors', 'collateral', 'purpose', 'industry', 'currency', 'branch', 'note'] as const;
const codeKeys = ['contractNo', 'receiptNo', 'previousReceiptNo', 'archiveNo'] as const;
const amountKeys = ['principal', 'contractAmount', 'outstandingPrincipal', 'repaidPrincipal', 'repaidInterest', 'overduePrincipal', 'overdueInterest'] as const;

/** Everything a row says about a loan. `once` groups lines that repeat one loan, so that a problem is said once. */
export function readLoanValues(row: TableRow, once?: string): LoanRowValues {
  const values: DraftValues = {};
  const defaults = row.defaults();
  for (const [key, meaning] of presentKeys(row.table.map, 'loan', textKeys)) setPresent(values, key, row.text(meaning));
  for (const [key, meaning] of presentKeys(row.table.map, 'loan', codeKeys)) setPresent(values, key, row.code(meaning));
  setPresent(values, 'manager', row.name('loan.manager')?.name ?? (row.has('loan.manager') ? undefined : defaults.manager));
  if (!row.has('loan.product')) setPresent(values, 'product', defaults.product);
  const unread = readAmounts(row, values, once);
  readRateInto(row, values, once);
  const term = row.column('loan.termMonths');
  setPresent(values, 'termMonths', row.count('loan.termMonths', (content) => readTermMonths(content, term?.termUnit === 'year' ? 'year' : 'month')));
  setPresent(values, 'dueDay', row.count('loan.dueDay', readDueDay));
  setPresent(values, 'overdueDays', row.count('loan.overdueDays', readDays));
  setPresent(values, 'method', row.choice('loan.method', methodRules) ?? (row.has('loan.method') ? undefined : defaults.method));
  const guarantee = row.choice('loan.guarantee', guaranteeRules) ?? (row.has('loan.guarantee') ? undefined : defaults.guarantee);
  if (guarantee !== 'combined') setPresent(values, 'guarantee', guarantee);
  setPresent(values, 'class', row.choice('loan.class', classRules));
  setPresent(values, 'rateType', row.choice('loan.rateType', rateTypeRules));
  readLoanDates(row, values, once);
  return { values, flags: readStatus(row, values), unread };
}

function setPresent(values: DraftValues, key: string, value: string | number | undefined): void {
  if (value !== undefined) values[key] = value;
}

function readAmounts(row: TableRow, values: DraftValues, once: string | undefined): string[] {
  const amounts: LoanAmounts = {};
  const present = presentKeys(row.table.map, 'loan', amountKeys);
  for (const [key, meaning] of present) amounts[key] = key === 'outstandingPrincipal' && isSettledWord(row) ? { kind: 'amount', fen: 0, hasUnit: true } : row.amount(meaning, once);
  correctUnitSlips(row, amounts);
  const unread: string[] = [];
  for (const [key, meaning] of present) {
    const amount = amounts[key];
    if (amount) values[key] = yuanText(amount.fen);
    else if (isAmountWritten(row, meaning)) unread.push(key);
  }
  return unread;
}

/** 已结清 in the column of balances. */
function isSettledWord(row: TableRow): boolean {
  const text = choiceText(row.cell('loan.outstandingPrincipal'));
  return text !== null && text.length <= 8 && !/\d/.test(text) && matchChoice(text, statusRules) === 'settled';
}

function readRateInto(row: TableRow, values: DraftValues, once: string | undefined): void {
  const meaning: ColumnMeaning = 'loan.annualRatePct';
  const column = row.column(meaning);
  if (!column?.rateUnit) return;
  const reading = readRate(row.cell(meaning), column.rateUnit, row.marks(column.index)?.isPercent === true);
  const key = once ? { once: `${once}|rate|${row.text(meaning) ?? ''}` } : {};
  if (reading.kind === 'rate') {
    values.annualRatePct = percentText(reading.annualE8);
    if (reading.annualE8 > highestRateE8) row.report(meaning, { kind: 'rate_over_cap', severity: 'warning', zh: `年利率 ${percentText(reading.annualE8)}% 超过 24%，请核对`, en: `${percentText(reading.annualE8)} % a year is above 24 %; please check`, ...key });
  } else if (reading.kind === 'lpr') {
    values.rateType = 'lpr';
    const base = reading.baseE8 ?? row.table.captions.lprE8;
    if (base !== undefined) values.annualRatePct = percentText(Math.round(base * (reading.factor ?? 1)) + reading.spreadBp * 10_000);
  } else if (reading.kind === 'unreadable') row.report(meaning, { kind: 'unreadable_amount', zh: '看不懂的利率', en: 'The rate cannot be read', ...key });
  else if (reading.kind === 'broken') row.report(meaning, { kind: 'broken_formula', zh: `公式出错（${reading.error}）`, en: `The formula is broken (${reading.error})`, ...key });
}

/** 是否结清 and 是否逾期 are answered by yes or no; a no leaves the status to the figures. */
function answerOf(row: TableRow): StatusWord | undefined {
  const question = /是否(结清|逾期)/.exec(row.column('loan.status')?.header ?? '')?.[1];
  const answer = choiceText(row.cell('loan.status'));
  if (question === undefined || answer === null || !/^(是|Y|YES|√|1|已.*)$/i.test(answer)) return undefined;
  return question === '结清' ? 'settled' : 'overdue';
}

function readStatus(row: TableRow, values: DraftValues): readonly LoanFlag[] {
  const word: StatusWord | undefined = answerOf(row) ?? row.choice('loan.status', statusRules) ?? (row.has('loan.status') ? undefined : row.defaults().status);
  switch (word) {
    case undefined:
      return [];
    case 'extended':
    case 'restructured':
    case 'in_litigation':
    case 'compensated':
      return [word];
    case 'pending': case 'active': case 'overdue': case 'defaulted': case 'settled': case 'written_off': case 'void':
      values.status = word satisfies LoanStatus;
      return [];
    default:
      return word satisfies never;
  }
}
