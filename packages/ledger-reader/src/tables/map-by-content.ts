import { contentText, isDateCell, type CellContent } from '../decode/cell-grid.ts';
import { readIdNumber } from '../identity/read-id-number.ts';
import { readPhone } from '../identity/phone.ts';
import { hasHan } from '../text/clean-text.ts';
import { isBusinessName, readName } from '../values/read-name.ts';
import { readAmount } from '../values/read-amount.ts';
import { matchChoice, type ChoiceRule } from '../values/read-choice.ts';
import { classRules, guaranteeRules, methodRules, statusRules } from '../values/loan-choices.ts';
import { channelRules } from '../values/person-choices.ts';
import { readRate } from '../values/read-rate.ts';
import { readDate } from '../values/read-date.ts';
import type { ColumnMeaning } from './column-meaning.ts';

/** A column as its cells show it; `cells` are parallel across columns, row by row. */
export interface ContentColumn {
  readonly index: number;
  readonly cells: readonly (CellContent | undefined)[];
}

type Sort = 'id' | 'phone' | 'date' | 'name' | 'address' | 'code' | 'serial' | 'number' | 'rate' | 'method' | 'guarantee' | 'class' | 'status' | 'channel' | 'other';

/**
 * What the columns of a table without headings hold, as far as their cells prove it: IDs, phones and words of known lists
 * by themselves, days by their order, amounts by the sums they fit. What is not proved stays unmapped.
 */
export function mapByContent(columns: readonly ContentColumn[]): ReadonlyMap<number, ColumnMeaning> {
  const sorted = columns.map((column) => ({ ...column, sort: sortOf(column) }));
  const found = new Map<number, ColumnMeaning>();
  const take = (sort: Sort, meanings: readonly ColumnMeaning[]): void => {
    sorted.filter((column) => column.sort === sort).forEach((column, nth) => {
      const meaning = meanings[nth];
      if (meaning) found.set(column.index, meaning);
    });
  };
  take('id', ['customer.idNumber']);
  take('phone', ['customer.mobile']);
  take('address', ['customer.address']);
  take('rate', ['loan.annualRatePct']);
  take('method', ['loan.method']);
  take('guarantee', ['loan.guarantee']);
  take('class', ['loan.class']);
  take('status', ['loan.status']);
  take('channel', ['repayment.channel']);
  take('serial', ['row.serial']);
  const names = sorted.filter((column) => column.sort === 'name').sort((left, right) => distinct(right) - distinct(left));
  if (names[0]) found.set(names[0].index, 'customer.name');
  if (names[1] && distinct(names[1]) <= 12 && distinct(names[1]) < distinct(names[0] ?? names[1])) found.set(names[1].index, 'loan.manager');
  const codes = sorted.filter((column) => column.sort === 'code');
  const contract = codes.find((column) => texts(column).some((text) => /[字第号]|^HT/i.test(text)));
  if (contract) found.set(contract.index, 'loan.contractNo');
  const receipt = codes.find((column) => column !== contract);
  if (receipt) found.set(receipt.index, 'loan.receiptNo');
  const days = sorted.filter((column) => column.sort === 'date');
  mapDays(days, found);
  mapAmounts(sorted.filter((column) => column.sort === 'number'), days, found);
  return found;
}

const choiceSorts: readonly (readonly [Sort, readonly ChoiceRule<string>[]])[] = [['method', methodRules], ['guarantee', guaranteeRules], ['class', classRules], ['channel', channelRules], ['status', statusRules]];

function sortOf(column: ContentColumn): Sort {
  const cells = column.cells.filter((cell) => cell !== null && cell !== undefined && contentText(cell).trim() !== '');
  if (cells.length === 0) return 'other';
  const share = (is: (cell: CellContent) => boolean): number => cells.filter((cell) => cell !== undefined && is(cell)).length / cells.length;
  if (share((cell) => /^\D*[\dX]{15,18}\D*$/i.test(contentText(cell).replace(/\s/g, '')) && ['valid', 'invalid', 'lost'].includes(readIdNumber(cell).kind)) >= 0.6) return 'id';
  if (share((cell) => readPhone(contentText(cell)).kind === 'mobile') >= 0.6) return 'phone';
  if (share((cell) => isDateCell(cell) || (!/^\d{1,5}(\.\d+)?$/.test(contentText(cell)) && readDate(cell).kind === 'date')) >= 0.7) return 'date';
  if (isSerial(cells)) return 'serial';
  if (share((cell) => typeof cell === 'string' && /[%‰分厘]/.test(cell) && readRate(cell, { period: 'year', scale: 'percent' }).kind === 'rate') >= 0.7) return 'rate';
  if (share((cell) => typeof cell !== 'object' && readAmount(cell).kind === 'amount' && !/^0\d/.test(String(cell))) >= 0.8) return 'number';
  for (const [sort, rules] of choiceSorts) if (share((cell) => typeof cell === 'string' && cell.length <= 14 && matchChoice(cell.replace(/\s/g, ''), rules) !== undefined) >= 0.8) return sort;
  if (share((cell) => typeof cell === 'string' && /[县镇乡村路街区号组]/.test(cell) && cell.length >= 6 && !isBusinessName(cell)) >= 0.6) return 'address';
  if (share((cell) => typeof cell === 'string' && isNameLike(cell)) >= 0.7) return 'name';
  return share((cell) => typeof cell === 'string' && /\d{3}/.test(cell) && cell.length <= 30) >= 0.8 && new Set(cells.map((cell) => contentText(cell))).size >= cells.length * 0.5 ? 'code' : 'other';
}

function isNameLike(text: string): boolean {
  const name = readName(text)?.name ?? '';
  return hasHan(name) && !/\d/.test(name) && (name.length <= 4 || isBusinessName(name) || name.includes('·'));
}

function isSerial(cells: readonly (CellContent | undefined)[]): boolean {
  const numbers = cells.map((cell) => Number(contentText(cell)));
  return numbers.every((value, index) => Number.isInteger(value) && (index === 0 ? value <= 1 : value === (numbers[index - 1] ?? 0) + 1));
}

function texts(column: ContentColumn): string[] {
  return column.cells.map((cell) => contentText(cell)).filter((text) => text !== '');
}

function distinct(column: ContentColumn): number {
  return new Set(texts(column)).size;
}

/** Two columns of days, the second always later: first and last day of a loan. One: the day of a payment or of the loan. */
function mapDays(days: readonly ContentColumn[], found: Map<number, ColumnMeaning>): void {
  const [first, second] = days;
  if (!first) return;
  if (!second) {
    found.set(first.index, 'loan.disbursedOn');
    return;
  }
  const later = first.cells.filter((cell, row) => {
    const [from, until] = [readDate(cell), readDate(second.cells[row])];
    return from.kind === 'date' && until.kind === 'date' && until.date > from.date;
  }).length;
  if (later >= first.cells.length * 0.8) [[first, 'loan.disbursedOn'], [second, 'loan.maturesOn']].forEach(([column, meaning]) => found.set((column as ContentColumn).index, meaning as ColumnMeaning)); // pairs of a column and a meaning
}

/** The largest amounts are what was lent; a second column that never exceeds them is the balance; the months between the two days are the term. */
function mapAmounts(numbers: readonly ContentColumn[], days: readonly ContentColumn[], found: Map<number, ColumnMeaning>): void {
  const figures = numbers.map((column) => ({ index: column.index, values: column.cells.map((cell) => amountOf(cell)) }));
  const amounts = figures.filter(({ values }) => Math.max(...values.filter((value) => value !== null)) >= 1000_00);
  const lent = amounts.toSorted((left, right) => sum(right.values) - sum(left.values))[0];
  if (!lent) return;
  found.set(lent.index, 'loan.principal');
  const below = amounts.filter((other) => other !== lent && other.values.every((value, row) => value === null || lent.values[row] === null || value <= (lent.values[row] ?? 0)));
  const pair = below.length === 2 && below.every((other) => other.values.length > 0);
  const [left, right] = below;
  if (pair && left && right && lent.values.filter((value, row) => Math.abs((value ?? 0) - (left.values[row] ?? 0) - (right.values[row] ?? 0)) <= 100).length >= lent.values.length * 0.8) {
    found.set(left.index, 'loan.repaidPrincipal');
    found.set(right.index, 'loan.outstandingPrincipal');
  } else if (below.length === 1 && left) found.set(left.index, 'loan.outstandingPrincipal');
  const small = figures.filter((figure) => !amounts.includes(figure));
  const terms = small.find(({ values }) => values.every((value, row) => value === null || monthsOf(days, row) === null || value === (monthsOf(days, row) ?? 0) * 100));
  if (terms && days.length === 2) found.set(terms.index, 'loan.termMonths');
}

/** Whole months between the two days of a row; null when a day is missing. */
function monthsOf(days: readonly ContentColumn[], row: number): number | null {
  const [from, until] = [readDate(days[0]?.cells[row]), readDate(days[1]?.cells[row])];
  if (from.kind !== 'date' || until.kind !== 'date') return null;
  return (Number(until.date.slice(0, 4)) - Number(from.date.slice(0, 4))) * 12 + Number(until.date.slice(5, 7)) - Number(from.date.slice(5, 7));
}

function amountOf(cell: CellContent | undefined): number | null {
  const reading = readAmount(cell);
  return reading.kind === 'amount' ? reading.fen : null;
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
