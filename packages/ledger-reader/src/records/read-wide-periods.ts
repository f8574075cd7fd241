import { contentText } from '../decode/cell-grid.ts';
import { denseText } from '../text/clean-text.ts';
import type { HeadingMonth } from '../tables/month-heading.ts';
import type { PeriodColumn } from '../tables/wide-periods.ts';
import { civilDay, dayNumber } from '../values/civil-days.ts';
import { readAmount } from '../values/read-amount.ts';
import { readDate, type DateReading } from '../values/read-date.ts';
import { yuanText, type DraftValues } from './draft-values.ts';
import type { LoanDraft } from './loan-draft.ts';
import type { RepaymentDraft } from './repayment-draft.ts';
import type { TableRow } from './table-row.ts';

const notPaid = /未还|未付|未缴|未扣|没还|没交|欠|失败|逾期|拒付|不成功|余额不足|^[×✕✗xX]$/;

/** Reads 第1期 … 第N期 of one line into receipts; 未还, 代扣失败 and the like mark the loan as unpaid. */
export function readWidePeriods(row: TableRow, loan: LoanDraft): RepaymentDraft[] {
  const repayments: RepaymentDraft[] = [];
  let previous = typeof loan.values.disbursedOn === 'string' ? loan.values.disbursedOn : null;
  for (const [installmentNo, columns] of periodsOf(row.table.map.periods)) {
    const money = columns.filter((period) => period.part !== 'paidOn' && period.part !== 'dueOn' && period.part !== 'dueTotal');
    const values: DraftValues = {};
    for (const period of money) readMoney(row, period, values, loan);
    const dateColumn = columns.find((period) => period.part === 'paidOn')?.column;
    if (isUnpaidWord(dateColumn === undefined ? '' : contentText(row.cellAt(dateColumn)))) loan.hasUnpaidMark = true;
    if (!['total', 'principal', 'interest'].some((key) => values[key] !== undefined)) continue;
    if (dateColumn !== undefined) {
      const reading = withYear(readDate(row.cellAt(dateColumn)), previous);
      row.reportDateAt(dateColumn, reading);
      if (reading.kind === 'date') {
        values.paidOn = reading.date;
        if (!previous || reading.date > previous) previous = Number(reading.date.slice(0, 4)) - Number((previous ?? reading.date).slice(0, 4)) > 3 ? previous : reading.date;
      }
    }
    const month = columns[0]?.month;
    if (month) noteMonth(row, columns[0]?.column ?? 0, month, values);
    else values.installmentNo = installmentNo;
    const at = row.position(dateColumn ?? columns[0]?.column ?? 0);
    repayments.push({ source: { file: row.table.file, sheet: row.table.sheet.name, row: row.sourceRow + 1 }, values, loan, paidOnAt: at });
  }
  return repayments;
}

function periodsOf(periods: readonly PeriodColumn[]): [number, PeriodColumn[]][] {
  const groups = new Map<number, PeriodColumn[]>();
  for (const period of periods) groups.set(period.installmentNo, [...(groups.get(period.installmentNo) ?? []), period]);
  return [...groups].sort((left, right) => left[0] - right[0]);
}

/** A column for a month says when money came in only as far as the month; the day stays empty, which is said once. */
function noteMonth(row: TableRow, column: number, { year = row.table.year, month }: HeadingMonth, values: DraftValues): void {
  values.note = year === undefined ? `${month}月` : `${year}年${month}月`;
  if (values.paidOn !== undefined) return;
  row.reportAt(column, { kind: 'ambiguous_date', severity: 'info', zh: '按月登记的还款只有月份，没有日期', en: 'Receipts in a column for a month have no day', once: `${row.table.id}|months` });
}

function isUnpaidWord(text: string): boolean {
  return text.length <= 8 && notPaid.test(denseText(text));
}

function readMoney(row: TableRow, period: PeriodColumn, values: DraftValues, loan: LoanDraft): void {
  const text = contentText(row.cellAt(period.column));
  if (isUnpaidWord(text) && !/\d/.test(text)) {
    loan.hasUnpaidMark = true;
    return;
  }
  const column = row.table.map.columns[period.column];
  const reading = row.amountAt(period.column, column?.moneyUnit ?? 'yuan');
  if (!reading) return;
  values[period.part] = yuanText(reading.fen);
  // 1122.24(含滞纳金2.24): the penalty inside the amount.
  const penalty = /含(?:滞纳金|罚息|违约金)([\d.]+)/.exec(reading.note ?? '')?.[1];
  const inner = penalty ? readAmount(penalty) : null;
  if (inner?.kind === 'amount') values.penalty = yuanText(inner.fen);
}

/** A day without a year is the first such day after the instalment before it. */
function withYear(reading: DateReading, previous: string | null): DateReading {
  if (reading.kind !== 'no_year' || !previous) return reading;
  const year = Number(previous.slice(0, 4));
  const days = [year, year + 1].map((candidate) => civilDay(candidate, reading.month, reading.day)).filter((day) => day !== null);
  const next = days.find((day) => dayNumber(day) > dayNumber(previous) - 10);
  return next ? { kind: 'date', date: next } : reading;
}
