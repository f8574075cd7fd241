import { denseText } from '../text/clean-text.ts';
import type { CellContent, SheetGrid } from '../decode/cell-grid.ts';
import type { RawTable } from './find-tables.ts';
import { rowKind } from './row-kind.ts';

/**
 * A table whose headings are unknown to the reader, or that has none: rows of about the same width, one under another.
 * Null when the sheet holds no such rows.
 */
export function findPlainTable(sheet: SheetGrid): RawTable | null {
  const widths = sheet.rows.map((row) => row.filter((cell) => cell !== null).length);
  const width = mostCommon(widths.filter((count) => count >= 3));
  if (width === 0) return null;
  const isFull = (row: number): boolean => (widths[row] ?? 0) >= width * 0.6;
  const first = sheet.rows.findIndex((_, row) => isFull(row));
  const hasHeading = first >= 0 && isHeading(sheet.rows[first] ?? [], sheet.rows[first + 1] ?? []);
  const recordRows = sheet.rows.map((_, row) => row).filter((row) => row >= first + (hasHeading ? 1 : 0) && isFull(row) && rowKind(sheet.rows[row] ?? [], width) === 'record');
  if (recordRows.length < 3) return null;
  const columns = recordRows.reduce((most, row) => Math.max(most, sheet.rows[row]?.length ?? 0), 0);
  const headings = Array.from({ length: columns }, (_, column) => {
    const cell = hasHeading ? sheet.rows[first]?.[column] : null;
    return typeof cell === 'string' && cell.trim() !== '' ? [cell] : [];
  });
  const captions = sheet.rows.slice(0, Math.max(first, 0)).flatMap((row) => row.filter((cell) => typeof cell === 'string'));
  return { headerRows: hasHeading ? [first] : [], headings, recordRows, subtotalRows: [], sections: new Map(), captionPairs: [], captions, legends: [] };
}

/** All texts, all different, over a row that holds numbers. */
function isHeading(cells: readonly CellContent[], next: readonly CellContent[]): boolean {
  const texts = cells.filter((cell) => cell !== null);
  const isAllWords = texts.every((cell) => typeof cell === 'string' && !/^[\d.,\s]+$/.test(cell) && cell.length <= 60 && !/\d{6}/.test(cell));
  const isDistinct = new Set(texts.map((cell) => denseText(String(cell)))).size === texts.length;
  return isAllWords && isDistinct && next.some((cell) => typeof cell === 'number' || (typeof cell === 'string' && /^[\d.,\s%-]+$/.test(cell)));
}

function mostCommon(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  const best = [...tally].reduce((left, right) => (right[1] > left[1] ? right : left), [0, 0]);
  return best[1] >= 3 ? best[0] : 0;
}
