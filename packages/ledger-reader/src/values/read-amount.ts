import { isErrorCell, isDateCell, type CellContent } from '../decode/cell-grid.ts';
import { denseText, isEmptyWord, longestCell, plainText } from '../text/clean-text.ts';
import { readCapitalAmountFen, readChineseNumber } from './read-chinese-number.ts';

export type MoneyUnit = 'yuan' | 'wan';

/** What an amount cell says. `hasUnit`: the cell names its own unit, so the column's does not apply. */
export type AmountReading =
  | { readonly kind: 'amount'; readonly fen: number; readonly hasUnit: boolean; readonly note?: string; readonly isApproximate?: true }
  | { readonly kind: 'blank' }
  | { readonly kind: 'broken'; readonly error: string }
  | { readonly kind: 'multiple'; readonly fens: readonly number[] }
  | { readonly kind: 'ambiguous'; readonly fens: readonly number[] }
  | { readonly kind: 'unreadable'; readonly why: 'words' | 'range' | 'letters' | 'separators' };

const unreadable = (why: 'words' | 'range' | 'letters' | 'separators'): AmountReading => ({ kind: 'unreadable', why });

/**
 * An amount in fen from a ledger cell: numbers, 1,234.50, 1,234.50-, (500), ￥, 10万, 10.5万元, 3千, 伍万元整, 89(欠88.60).
 * `unit` applies to a bare number only. Never guesses: ranges, 10万+ and 1.000,00 are unreadable.
 */
export function readAmount(content: CellContent | undefined, unit: MoneyUnit = 'yuan'): AmountReading {
  if (content === null || content === undefined || typeof content === 'boolean') return { kind: 'blank' };
  if (isErrorCell(content)) return { kind: 'broken', error: content.error };
  if (isDateCell(content)) return unreadable('words');
  if (typeof content === 'number') return numberAmount(content, unit);
  if (isEmptyWord(content)) return { kind: 'blank' };
  if (content.length > longestCell) return unreadable('words');
  return textAmount(content, unit);
}

function numberAmount(value: number, unit: MoneyUnit): AmountReading {
  const fen = Math.round(value * (unit === 'wan' ? 1_000_000 : 100));
  return Number.isSafeInteger(fen) ? { kind: 'amount', fen: fen === 0 ? 0 : fen, hasUnit: false } : unreadable('words');
}

function textAmount(text: string, unit: MoneyUnit): AmountReading {
  // Most amounts of an export are plain figures.
  if (/^\d{1,10}(?:\.\d{1,2})?$/.test(text)) return { kind: 'amount', fen: decimalTimes(text, unit === 'yuan' ? 100 : 1_000_000) ?? 0, hasUnit: false };
  const noted = /^([^()]+?)\s*\(([^()]*\D[^()]*)\)$/.exec(plainText(text));
  if (noted?.[1] && noted[2] && /[\d一-龥]/.test(noted[1])) {
    const inner = textAmount(noted[1], unit);
    if (inner.kind === 'amount') return { ...inner, note: noted[2] };
  }
  const twice = /^([^()]+)\(([\d,.]+)\)$/.exec(denseText(text));
  if (twice?.[1] && twice[2]) return sameAmount(twice[1], twice[2], unit);
  const dense = denseText(text).replace(/。(?=\d)/g, '.').replace(/。$/, '');
  const approximate = /^(?:约|大约|大概)(.+)$|^(.+)(?:左右|上下)$/.exec(dense);
  const about = approximate?.[1] ?? approximate?.[2];
  if (about) {
    const inner = textAmount(about, unit);
    return inner.kind === 'amount' ? { ...inner, isApproximate: true } : inner;
  }
  if (/^\d[\d,.]*[万千元]?[-~至到]\d[\d,.]*[万千元w]?元?$/i.test(dense)) return unreadable('range');
  const several = dense.split(/[/、;]/);
  if (several.length > 1) return severalAmounts(several, unit);
  return singleAmount(dense, unit);
}

/** 壹拾万元整(100000): the figure twice; two different ones are none. */
function sameAmount(words: string, digits: string, unit: MoneyUnit): AmountReading {
  const [left, right] = [singleAmount(words, unit), singleAmount(digits, 'yuan')];
  return left.kind === 'amount' && right.kind === 'amount' && left.fen === right.fen ? left : unreadable('words');
}

function severalAmounts(parts: readonly string[], unit: MoneyUnit): AmountReading {
  const fens: number[] = [];
  for (const part of parts) {
    const reading = singleAmount(part, unit);
    if (reading.kind !== 'amount') return unreadable('words');
    fens.push(reading.fen);
  }
  return { kind: 'multiple', fens };
}

const currency = /^(?:¥|￥|RMB|CNY|人民币|\$)[::]?/i;
const scales: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, w: 10_000, 千: 1_000, 仟: 1_000, k: 1_000, 百: 100, 佰: 100, 亿: 100_000_000 };

function singleAmount(dense: string, unit: MoneyUnit): AmountReading {
  const capital = readCapitalAmountFen(dense);
  if (capital !== null) return { kind: 'amount', fen: capital, hasUnit: true };
  let body = dense.replace(currency, '').replace(/(?:人民币|RMB|CNY)$/i, '').replace(/[整正]$/, '');
  let isNegative = false;
  if (/^\(.*\)$/.test(body)) [isNegative, body] = [true, body.slice(1, -1)];
  if (/^.+-$/.test(body)) [isNegative, body] = [true, body.slice(0, -1)];
  if (/^[-−–－+△▲]/.test(body)) [isNegative, body] = [body[0] !== '+', body.slice(1)];
  const mixed = mixedAmountFen(body);
  if (mixed !== null) return { kind: 'amount', fen: isNegative ? -mixed : mixed, hasUnit: true };
  const match = /^([\d.,]+(?:e[+-]?\d+)?)(万|萬|w|千|仟|k|百|佰|亿)?(元|圆|块)?$/i.exec(body.replace(currency, ''));
  if (!match?.[1]) return /^[\dOolI,.]+$/.test(body) && /\d/.test(body) ? unreadable('letters') : hanAmount(body, isNegative);
  const scale = match[2]?.toLowerCase();
  // 100.000 in a 元 column: a hundred with three decimals, or a hundred thousand with a point for a comma.
  if (!scale && unit === 'yuan' && /^[1-9]\d{0,2}\.\d{3}$/.test(match[1])) return { kind: 'ambiguous', fens: [Math.round(Number(match[1]) * 100), Number(match[1].replace('.', '')) * 100] };
  const scaleFen = scale ? (scales[scale] ?? 1) * 100 : match[3] || unit === 'yuan' ? 100 : 1_000_000;
  const fen = decimalTimes(match[1], scaleFen);
  if (fen === null) return unreadable('separators');
  return { kind: 'amount', fen: isNegative && fen !== 0 ? -fen : fen, hasUnit: Boolean(scale ?? match[3]) };
}

/** 10万5千 and, as people say it, 10万5: 105 000 yuan. */
function mixedAmountFen(body: string): number | null {
  const match = /^(\d{1,4})万(\d)(千|仟)?(?:元|圆|块)?$/.exec(body);
  return match ? (Number(match[1]) * 10_000 + Number(match[2]) * 1000) * 100 : null;
}

/** 十万, 两千元, 五百块 */
function hanAmount(body: string, isNegative: boolean): AmountReading {
  const whole = /^(.+?)(元|圆|块)?$/.exec(body);
  const value = whole?.[1] && /[十百千万亿]/.test(whole[1]) ? readChineseNumber(whole[1]) : null;
  if (value === null) return unreadable('words');
  return { kind: 'amount', fen: value * 100 * (isNegative ? -1 : 1), hasUnit: true };
}

/** Digits of a decimal times a whole factor, rounded half up, without passing through binary fractions. */
function decimalTimes(text: string, factor: number): number | null {
  if (/e/i.test(text)) {
    const value = Number(text.replace(/,/g, ''));
    return Number.isFinite(value) ? Math.round(value * factor) : null;
  }
  if (text.includes(',') && !/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) && !/^\d{1,4}(,\d{4})+(\.\d*)?$/.test(text)) return null;
  const match = /^(\d*)(?:\.(\d*))?$/.exec(text.replace(/,/g, ''));
  if (!match || (!match[1] && !match[2])) return null;
  const whole = Number(match[1] || '0');
  const decimals = match[2] ?? '';
  const fraction = decimals === '' ? 0 : Math.round((Number(decimals.slice(0, 12)) * factor) / 10 ** Math.min(decimals.length, 12));
  const result = whole * factor + fraction;
  return Number.isSafeInteger(result) ? result : null;
}
