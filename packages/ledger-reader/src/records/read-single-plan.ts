import { contentText, type CellContent } from '../decode/cell-grid.ts';
import { denseText } from '../text/clean-text.ts';
import { daysBetween } from '../values/civil-days.ts';
import { readAmount } from '../values/read-amount.ts';
import { readTermMonths } from '../values/read-count.ts';
import { readDate } from '../values/read-date.ts';
import { readRate } from '../values/read-rate.ts';
import { fenOf, percentText, yuanText, type DraftValues } from './draft-values.ts';
import type { LoanDraft } from './loan-draft.ts';
import type { PreparedTable } from './prepared-table.ts';
import { readInstallmentValues } from './read-installments.ts';
import type { LoanReaders } from './read-loans.ts';
import type { InstallmentDraft } from './repayment-draft.ts';
import { TableRow } from './table-row.ts';

/** Reads a sheet that is the plan of one loan: its terms stand in labelled cells above, its instalments below. */
export function readSinglePlan(table: PreparedTable, readers: LoanReaders): InstallmentDraft[] {
  const first = table.raw.recordRows[0];
  if (first === undefined) return [];
  const row = new TableRow(table, first, readers.problems);
  const loan = readers.loans.create(row, { receiptNo: undefined, contractNo: undefined });
  Object.assign(loan.values, labelledTerms(table));
  const installments = table.raw.recordRows.flatMap((index): InstallmentDraft[] => {
    const values = readInstallmentValues(new TableRow(table, index, readers.problems));
    return values ? [{ source: { file: table.file, sheet: table.sheet.name, row: index + 1 }, values, loan }] : [];
  });
  checkPlan(table, loan, installments, readers);
  return installments;
}

const labels: readonly (readonly [RegExp, (content: CellContent) => DraftValues])[] = [
  [/^(principal|loan_?amount|贷款金额|借款金额|本金|贷款本金)$/i, (content) => amountValue('principal', content)],
  [/^(annual_?(interest_?)?rate|interest_?rate|年利率|贷款利率|利率)$/i, (content) => rateValue(content)],
  [/^(number_?of_?payments|no\.?_?of_?payments|periods|期数|总期数|还款期数|贷款期限\(月\)|期限\(月\))$/i, (content) => termValue(content)],
  [/^(start_?date|initial_?date|loan_?date|disbursement_?date|放款日期?|起息日|贷款日期|借款日期)$/i, (content) => dayValue(content)],
];

/** Terms written as a label and, in the next filled cell to its right, a value. */
function labelledTerms(table: PreparedTable): DraftValues {
  const values: DraftValues = {};
  for (const cells of table.sheet.rows.slice(0, table.raw.headerRows[0] ?? 0)) {
    cells.forEach((cell, column) => {
      if (typeof cell !== 'string') return;
      const rule = labels.find(([pattern]) => pattern.test(denseText(cell).replace(/[::]$/, '')));
      const value = cells.slice(column + 1).find((other) => other !== null);
      if (rule && value !== undefined && value !== null) Object.assign(values, rule[1](value));
    });
  }
  return values;
}

function amountValue(key: string, content: CellContent): DraftValues {
  const reading = readAmount(content);
  return reading.kind === 'amount' ? { [key]: yuanText(reading.fen) } : {};
}

function rateValue(content: CellContent): DraftValues {
  const reading = readRate(content, { period: 'year', scale: 'percent' });
  return reading.kind === 'rate' ? { annualRatePct: percentText(reading.annualE8) } : {};
}

function termValue(content: CellContent): DraftValues {
  const months = readTermMonths(content);
  return typeof months === 'number' ? { termMonths: months } : {};
}

function dayValue(content: CellContent): DraftValues {
  const reading = readDate(content);
  return reading.kind === 'date' ? { disbursedOn: reading.date } : {};
}

/** A monthly plan whose days are not months apart, that starts on the first day, or that breaks off, is not accepted silently. */
function checkPlan(table: PreparedTable, loan: LoanDraft, installments: readonly InstallmentDraft[], { problems }: LoanReaders): void {
  const column = table.map.byMeaning.get('installment.dueOn')?.index ?? 0;
  const at = (index: number): { file: string; sheet: string; row: number; column: number } => ({ file: table.file, sheet: table.sheet.name, row: (installments[index]?.source.row ?? 1) - 1, column });
  const days = installments.map(({ values }) => (typeof values.dueOn === 'string' ? values.dueOn : null));
  const gaps = days.slice(1).map((day, index) => (day && days[index] ? daysBetween(days[index], day) : null)).filter((gap) => gap !== null);
  const short = gaps.filter((gap) => gap < 25).length;
  if (gaps.length > 0 && short > gaps.length / 2 && isInterestMonthly(loan, installments)) {
    problems.add(at(1), { kind: 'conflicting_values', value: days[1] ?? '', zh: `各期日期只相差 ${gaps[0]} 天，而利息按月计算，日期有误`, en: `The instalments are ${gaps[0]} day(s) apart though interest is for a month; the dates are wrong` });
  }
  if (days[0] && days[0] === loan.values.disbursedOn) problems.add(at(0), { kind: 'conflicting_values', value: days[0], zh: '第一期的日期就是放款日', en: 'The first instalment falls on the day of the loan' });
  const { termMonths } = loan.values;
  if (typeof termMonths === 'number' && installments.length < termMonths) {
    problems.add(at(installments.length - 1), { kind: 'missing_value', value: contentText(installments.length), zh: `计划只有 ${installments.length} 期，应为 ${termMonths} 期`, en: `The plan has ${installments.length} of ${termMonths} instalments` });
  }
}

/** The first interest is a twelfth of a year's on the whole principal. */
function isInterestMonthly(loan: LoanDraft, installments: readonly InstallmentDraft[]): boolean {
  const [principal, interest] = [fenOf(loan.values.principal), fenOf(installments[0]?.values.interest)];
  if (principal === null || interest === null || typeof loan.values.annualRatePct !== 'string') return true;
  return Math.abs((principal * Number(loan.values.annualRatePct)) / 1200 - interest) <= 100;
}
