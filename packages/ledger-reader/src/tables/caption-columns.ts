import type { SheetGrid } from '../decode/cell-grid.ts';
import { meaningOf, namesLoan } from './caption-pairs.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import type { RawTable } from './find-tables.ts';
import type { ColumnMap } from './map-columns.ts';

/** A table whose captions say for all its rows what it has no columns for. */
export interface CaptionColumns {
  readonly sheet: SheetGrid;
  readonly table: RawTable;
  /** The meaning of each column added, by its index. */
  readonly meanings: ReadonlyMap<number, ColumnMeaning>;
  /** Where what an added column says is written. */
  readonly origins: ReadonlyMap<number, { readonly row: number; readonly column: number }>;
}

/** Adds a column for each caption about the loan or its borrower that the table lacks; null when none names whose it is. */
export function withCaptionColumns(sheet: SheetGrid, table: RawTable, map: ColumnMap): CaptionColumns | null {
  if (!namesLoan(table.captionPairs)) return null;
  const width = table.headings.length;
  const taken = new Set<ColumnMeaning>(map.byMeaning.keys());
  const added = table.captionPairs.flatMap((pair) => {
    const meaning = meaningOf(pair);
    if (!meaning || taken.has(meaning)) return [];
    taken.add(meaning);
    return [{ pair, meaning }];
  });
  const records = new Set(table.recordRows);
  const values = added.map(({ pair }) => pair.value);
  const rows = sheet.rows.map((cells, row) => (records.has(row) ? [...Array.from({ length: width }, (_, column) => cells[column] ?? null), ...values] : cells));
  return {
    sheet: { ...sheet, rows },
    table: { ...table, headings: [...table.headings, ...added.map(({ pair }) => [pair.key])] },
    meanings: new Map(added.map(({ meaning }, index) => [width + index, meaning])),
    origins: new Map(added.map(({ pair }, index) => [width + index, { row: pair.row, column: pair.column }])),
  };
}
