import type { CellContent } from '../decode/cell-grid.ts';
import { denseText, longestCell } from '../text/clean-text.ts';
import { readDate, type DateReading } from './read-date.ts';

/** First and last day written in one cell: 2024.1.5-2025.1.5, 2024年1月5日至2025年1月5日. Null when it is not two days. */
export function readPeriod(content: CellContent | undefined): readonly [DateReading, DateReading] | null {
  if (typeof content !== 'string' || content.length > longestCell) return null;
  const match = /^(\d{4}.+?\d[日号]?)(?:至|到|~|～|——|—|--|-)(\d{4}.+)$/.exec(denseText(content));
  if (!match?.[1] || !match[2]) return null;
  const days = [readDate(match[1]), readDate(match[2])] as const;
  return days.every((day) => day.kind === 'date' || day.kind === 'impossible') ? days : null;
}
