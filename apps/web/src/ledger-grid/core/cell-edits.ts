import { addDays, daysBetween, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import type { CellRange, GridSize } from './cell-selection.ts';

/** A new text for a cell by place. What the text means is the column's. */
export interface PlacedEdit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface PastedEdits {
  readonly edits: readonly PlacedEdit[];
  /** Columns and rows of the block that have no place in the table. */
  readonly columnsBeyond: number;
  readonly rowsBeyond: number;
}

/** A block from the clipboard put at the range's upper left corner; one value alone fills the range. */
export function pasteEdits(table: readonly (readonly string[])[], range: CellRange, size: GridSize): PastedEdits {
  const [single] = table[0] ?? [];
  if (single !== undefined && table.length === 1 && table[0]?.length === 1) return { edits: rangeEdits(range, single), columnsBeyond: 0, rowsBeyond: 0 };
  const edits = table.flatMap((cells, rowIndex) => cells.map((text, columnIndex) => ({ row: range.firstRow + rowIndex, column: range.firstColumn + columnIndex, text })));
  const widest = Math.max(0, ...table.map((cells) => cells.length));
  return {
    edits: edits.filter(({ row, column }) => row < size.rows && column < size.columns),
    columnsBeyond: Math.max(0, range.firstColumn + widest - size.columns),
    rowsBeyond: Math.max(0, range.firstRow + table.length - size.rows),
  };
}

/** The same text for every cell of the range; '' empties them. */
export function rangeEdits(range: CellRange, text: string): PlacedEdit[] {
  return placesOf(range).map((place) => ({ ...place, text }));
}

type TextAt = (row: number, column: number) => string;

/** Ctrl+D: the range's first row goes down over the others; a single row takes the one above it. */
export function fillDownEdits(range: CellRange, textAt: TextAt): PlacedEdit[] {
  const sourceRow = range.firstRow === range.lastRow ? range.firstRow - 1 : range.firstRow;
  if (sourceRow < 0) return [];
  return placesOf({ ...range, firstRow: sourceRow + 1 }).map((place) => ({ ...place, text: textAt(sourceRow, place.column) }));
}

/** The fill handle pulled down to `lastRow`: each column goes on as its cells began (a series of dates or numbers), or repeats them. */
export function fillSeriesEdits(range: CellRange, lastRow: number, textAt: TextAt): PlacedEdit[] {
  const edits: PlacedEdit[] = [];
  for (let column = range.firstColumn; column <= range.lastColumn; column += 1) {
    const texts = Array.from({ length: range.lastRow - range.firstRow + 1 }, (_, index) => textAt(range.firstRow + index, column));
    const next = seriesOf(texts);
    for (let row = range.lastRow + 1; row <= lastRow; row += 1) edits.push({ row, column, text: next(row - range.firstRow) });
  }
  return edits;
}

/** What stands at an index of the series that these texts begin. One text alone is copied. */
function seriesOf(texts: readonly string[]): (index: number) => string {
  const repeated = (index: number): string => texts[index % texts.length] ?? '';
  if (texts.length < 2) return repeated;
  return dateSeries(texts) ?? numberSeries(texts) ?? repeated;
}

function dateSeries(texts: readonly string[]): ((index: number) => string) | null {
  const days = texts.flatMap((text) => parseCivilDate(text) ?? []);
  const [first, second] = days;
  if (first === undefined || second === undefined || days.length !== texts.length) return null;
  const stepDays = daysBetween(first, second);
  if (days.some((day, index) => index > 0 && daysBetween(first, day) !== stepDays * index)) return null;
  return (index) => addDays(first, stepDays * index);
}

/** Whole numbers and amounts, counted in hundredths so that no fen is lost; numbers too long for that are codes and are copied. */
function numberSeries(texts: readonly string[]): ((index: number) => string) | null {
  if (texts.some((text) => !/^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/.test(text))) return null;
  const hundredths = texts.map((text) => Math.round(Number(text) * 100));
  const [first = 0, second = 0] = hundredths;
  const step = second - first;
  if (hundredths.some((value, index) => value !== first + step * index)) return null;
  const decimals = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  return (index) => ((first + step * index) / 100).toFixed(decimals);
}

function placesOf(range: CellRange): { readonly row: number; readonly column: number }[] {
  const columns = Array.from({ length: range.lastColumn - range.firstColumn + 1 }, (_, index) => range.firstColumn + index);
  return Array.from({ length: range.lastRow - range.firstRow + 1 }, (_, index) => range.firstRow + index).flatMap((row) => columns.map((column) => ({ row, column })));
}
