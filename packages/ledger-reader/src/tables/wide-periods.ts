import { readChineseNumber } from '../values/read-chinese-number.ts';
import { headingMonth, type HeadingMonth } from './month-heading.ts';

export type PeriodPart = 'paidOn' | 'total' | 'principal' | 'interest' | 'penalty' | 'dueOn' | 'dueTotal';

/** One column of a wide plan: 第3期 · 日期, or 2024-03 · 实还. */
export interface PeriodColumn {
  readonly column: number;
  /** The number of the instalment; of a calendar month, year × 12 + month (a bare 3月 is year 0). */
  readonly installmentNo: number;
  readonly part: PeriodPart;
  /** The columns are calendar months, so that the number of the instalment is not known. */
  readonly month?: HeadingMonth;
}

const numbered = /^第?(\d{1,3}|[一二三四五六七八九十]{1,3})[期次](.*)$/;

/** The columns that belong to numbered instalments; `path` are a column's headings without units. */
export function periodColumn(column: number, path: readonly string[]): PeriodColumn | null {
  for (let level = 0; level < path.length; level += 1) {
    const match = numbered.exec(path[level] ?? '');
    if (!match?.[1]) continue;
    const installmentNo = /^\d+$/.test(match[1]) ? Number(match[1]) : readChineseNumber(match[1]);
    const words = path.slice(level + 1).join('') || (match[2] ?? '');
    const group = path.slice(0, level).join('');
    const part = partOf(words === '' && /应还|应收|计划/.test(group) ? group : words);
    return installmentNo !== null && part ? { column, installmentNo, part } : null;
  }
  return null;
}

/** The period or month of a column; `title` is the sheet's name and what stands above the table. */
export function widePeriod(column: number, path: readonly string[], title: string): PeriodColumn | null {
  return periodColumn(column, path) ?? monthColumn(column, path, title);
}

const aboutReceipts = /还款|回款|收款|缴款|还息|收息|实还|实收|扣款/;

/**
 * The columns that belong to calendar months: 2024-03 under or over 应还, 实还, 日期, 金额. A month without such a word is a
 * receipt only where the sheet's name or title speaks of receipts; it may as well be a balance.
 */
function monthColumn(column: number, path: readonly string[], title: string): PeriodColumn | null {
  const level = path.findIndex((text) => headingMonth(text) !== null);
  const month = level < 0 ? null : headingMonth(path[level]);
  if (!month) return null;
  const words = path.filter((_, index) => index !== level).join('');
  const part = words === '' && !aboutReceipts.test(title) ? null : partOf(words);
  return part ? { column, installmentNo: (month.year ?? 0) * 12 + month.month, part, month } : null;
}

function partOf(words: string): PeriodPart | null {
  if (/应还|应收|计划/.test(words)) return /日/.test(words) ? 'dueOn' : 'dueTotal';
  if (/余额|结余|结欠/.test(words)) return null;
  if (/日期|日$|时间/.test(words)) return 'paidOn';
  if (/本金/.test(words)) return 'principal';
  if (/罚|滞纳|违约/.test(words)) return 'penalty';
  if (/利息/.test(words)) return 'interest';
  return words === '' || /金额|还款|实还|实收|合计|本息|回款|收款|已还|缴款/.test(words) ? 'total' : null;
}
