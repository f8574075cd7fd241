import { contentText, isDateCell, isErrorCell, type CellContent } from '../decode/cell-grid.ts';
import { denseText, isEmptyWord } from '../text/clean-text.ts';
import { readIdNumber } from '../identity/read-id-number.ts';
import { readAmount } from '../values/read-amount.ts';
import { matchChoice, type ChoiceRule } from '../values/read-choice.ts';
import { readDays, readDueDay, readInstallmentNo, readTermMonths } from '../values/read-count.ts';
import { readDate } from '../values/read-date.ts';
import { classRules, guaranteeRules, rateTypeRules, methodRules, statusRules } from '../values/loan-choices.ts';
import { channelRules, genderRules, kindRules } from '../values/person-choices.ts';
import { moneyPartOf } from '../values/money-part.ts';
import { readPeriod } from '../values/read-period.ts';
import { readRate } from '../values/read-rate.ts';
import { valueTypeOf, type ColumnMeaning, type ValueType } from './column-meaning.ts';

/** The cells of a column that say something, up to a limit: enough to judge what it holds. */
export function columnSample(rows: readonly (readonly CellContent[])[], recordRows: readonly number[], column: number, limit = 120): CellContent[] {
  const sample: CellContent[] = [];
  const step = Math.max(1, Math.floor(recordRows.length / (limit * 2)));
  for (let index = 0; index < recordRows.length && sample.length < limit; index += step) {
    const cell = rows[recordRows[index] ?? -1]?.[column];
    if (cell === undefined || cell === null || isErrorCell(cell) || (typeof cell === 'string' && isEmptyWord(cell))) continue;
    sample.push(cell);
  }
  return sample;
}

/** The share of the sample (0 to 1) that reads as the meaning's type; 1 for an empty column, which contradicts nothing. */
export function agreement(meaning: ColumnMeaning, sample: readonly CellContent[]): number {
  if (sample.length === 0) return 1;
  const type = valueTypeOf(meaning);
  return sample.filter((cell) => readsAs(type, cell)).length / sample.length;
}

const wordLists: Readonly<Record<string, readonly ChoiceRule<string>[]>> = {
  'loan.guarantee': guaranteeRules, 'loan.class': classRules, 'loan.rateType': rateTypeRules, 'loan.status': statusRules, 'customer.gender': genderRules, 'customer.kind': kindRules,
};

/** As agreement, but words of a list must be in it and an empty column proves nothing. */
export function looseAgreement(meaning: ColumnMeaning, sample: readonly CellContent[]): number {
  if (sample.length === 0) return 0;
  const rules = wordLists[meaning];
  if (!rules) return agreement(meaning, sample);
  return sample.filter((cell) => matchChoice(denseText(contentText(cell)), rules) !== undefined).length / sample.length;
}

function readsAs(type: ValueType, cell: CellContent): boolean {
  switch (type) {
    case 'date':
      return isDateCell(cell) || !['unreadable', 'blank'].includes(readDate(cell).kind) && !(typeof cell === 'number' && cell < 3000);
    case 'money':
      return !isDateCell(cell) && ['amount', 'multiple', 'ambiguous'].includes(readAmount(cell).kind);
    case 'rate':
      return ['rate', 'lpr'].includes(readRate(cell, { period: 'year', scale: 'percent' }).kind);
    case 'days':
      return typeof readDays(cell) === 'number';
    case 'dueDay':
      return typeof readDueDay(cell) === 'number';
    case 'term':
      return typeof readTermMonths(cell) === 'number';
    case 'installmentNo':
    case 'count':
      return typeof readInstallmentNo(cell) === 'number';
    case 'id':
      return !isDateCell(cell) && ['valid', 'invalid', 'lost', 'masked', 'multiple'].includes(readIdNumber(cell).kind) && /\d/.test(contentText(cell));
    case 'phone':
      return /\d{5}/.test(contentText(cell).normalize('NFKC').replace(/[\s-]/g, ''));
    case 'method':
      return matchChoice(contentText(cell), methodRules) !== undefined;
    case 'channel':
      return matchChoice(contentText(cell), channelRules) !== undefined;
    case 'name':
      return typeof cell === 'string' && !/^\d+$/.test(cell);
    case 'code':
      return !isDateCell(cell) && /[\dA-Za-z]/.test(contentText(cell));
    case 'serial':
      return /^\d{1,5}(\.0)?$/.test(contentText(cell).trim());
    case 'moneyPart':
      return moneyPartOf(contentText(cell)) !== null;
    case 'period':
      return readPeriod(cell) !== null;
    case 'choice':
    case 'text':
      return true;
    default:
      return type satisfies never;
  }
}
