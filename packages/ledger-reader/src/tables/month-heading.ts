import { isDateCell, type CellContent } from '../decode/cell-grid.ts';
import { denseText } from '../text/clean-text.ts';

/** A month that a heading names; the year is absent in a bare 3月. */
export interface HeadingMonth {
  readonly year?: number;
  readonly month: number;
}

const dated = /^(20\d{2})(?:年|[-./])(0?[1-9]|1[0-2])月?(?:份)?$/;
const bare = /^(0?[1-9]|1[0-2])月(?:份)?$/;
const fewest = 3;

/** 1月, 3月份, 2024-01, 2024年1月 and a day that Excel shows as its month; null for anything else. */
export function headingMonth(content: CellContent | undefined): HeadingMonth | null {
  if (content === null || content === undefined || typeof content === 'boolean' || typeof content === 'number') return null;
  if (isDateCell(content)) return content.date.endsWith('-01') ? { year: Number(content.date.slice(0, 4)), month: Number(content.date.slice(5, 7)) } : null;
  if (typeof content !== 'string' || content.length > 12) return null;
  const text = denseText(content);
  const full = dated.exec(text);
  if (full) return { year: Number(full[1]), month: Number(full[2]) };
  const month = bare.exec(text)?.[1];
  return month === undefined ? null : { month: Number(month) };
}

export function isMonthHeading(content: CellContent | undefined): boolean {
  return headingMonth(content) !== null;
}

/** How many cells of a row name months, when at least three follow one another; else 0: a single 3月 is no heading. */
export function monthRun(cells: readonly CellContent[]): number {
  let [count, inOrder] = [0, 0];
  let previous: number | null = null;
  for (const cell of cells) {
    const month = headingMonth(cell);
    if (!month) continue;
    count += 1;
    const index = (month.year ?? 0) * 12 + month.month;
    if (previous !== null && index === previous + 1) inOrder += 1;
    previous = index;
  }
  return inOrder >= fewest - 1 ? count : 0;
}
