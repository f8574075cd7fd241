import { readChineseNumber } from '../values/read-chinese-number.ts';

export type PeriodPart = 'paidOn' | 'total' | 'principal' | 'interest' | 'penalty' | 'dueOn' | 'dueTotal';

/** One column of a wide plan: 第3期 · 日期. */
export interface PeriodColumn {
  readonly column: number;
  readonly installmentNo: number;
  readonly part: PeriodPart;
}

const numbered = /^第?(\d{1,3}|[一二三四五六七八九十]{1,3})[期次](.*)$/;

/** The columns that belong to numbered instalments; `path` are a column's headings without units. */
export function periodColumn(column: number, path: readonly string[]): PeriodColumn | null {
  for (let level = 0; level < path.length; level += 1) {
    const match = numbered.exec(path[level] ?? '');
    if (!match?.[1]) continue;
    const installmentNo = /^\d+$/.test(match[1]) ? Number(match[1]) : readChineseNumber(match[1]);
    const part = partOf(path.slice(level + 1).join('') || match[2] || '');
    return installmentNo !== null && part ? { column, installmentNo, part } : null;
  }
  return null;
}

function partOf(words: string): PeriodPart | null {
  if (/应还|应收|计划/.test(words)) return /日/.test(words) ? 'dueOn' : 'dueTotal';
  if (/日期|日$|时间/.test(words)) return 'paidOn';
  if (/本金/.test(words)) return 'principal';
  if (/罚|滞纳|违约/.test(words)) return 'penalty';
  if (/利息/.test(words)) return 'interest';
  return words === '' || /金额|还款|实还|实收|合计|本息/.test(words) ? 'total' : null;
}
