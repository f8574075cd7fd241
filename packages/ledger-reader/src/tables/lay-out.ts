import type { CellContent, SheetGrid } from '../decode/cell-grid.ts';
import { withCaptionColumns } from './caption-columns.ts';
import { valueTypeOf, type ColumnMeaning } from './column-meaning.ts';
import type { RawTable } from './find-tables.ts';
import { mapColumns, type ColumnMap, type MapColumnsInput } from './map-columns.ts';
import { hasKeyColumns } from './sheet-role.ts';
import { splitRows, type SplitRow } from './split-rows.ts';

/** Where a cell of a table is written when it is not where it seems. Rows and columns count from 0. */
export interface CellOrigins {
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, { readonly row: number; readonly column: number }>;
}

/** A table as it is read: with the columns its captions stand for, and with one row for each loan. */
export interface LaidOutTable {
  readonly sheet: SheetGrid;
  readonly table: RawTable;
  readonly map: ColumnMap;
  readonly origins?: CellOrigins;
  /** The meanings of the columns that are captions. */
  readonly meanings?: ReadonlyMap<number, ColumnMeaning>;
  readonly splits: readonly SplitRow[];
}

/** Maps a table's columns and brings it into one line for each record. */
export function layOut(input: MapColumnsInput): LaidOutTable {
  const map = mapColumns(input);
  const captions = input.context === 'installment' || hasKeyColumns(map) ? null : withCaptionColumns(input.sheet, input.table, map);
  const whole = captions ? { ...captions, map: mapColumns({ ...input, ...captions, byContent: new Map([...(input.byContent ?? []), ...captions.meanings]) }) } : { sheet: input.sheet, table: input.table, map };
  const dated = input.sheet.isDate1904 ? { ...whole, sheet: daysSince1900(whole.sheet, whole.table, whole.map) } : whole;
  const split = splitRows(dated.sheet, dated.table, dated.map);
  const rows = new Map((split?.splits ?? []).flatMap(({ row, parts }) => parts.map((part) => [part, row] as const)));
  return {
    ...(split ?? { sheet: dated.sheet, table: dated.table, splits: [] }),
    map: dated.map,
    ...(captions || split ? { origins: { rows, columns: captions?.origins ?? new Map() } } : {}),
    ...(captions ? { meanings: captions.meanings } : {}),
  };
}

const daysBefore1904 = 1462;

/** Bare numbers in columns of days, in a workbook that counts them from 1904. */
function daysSince1900(sheet: SheetGrid, table: RawTable, map: ColumnMap): SheetGrid {
  const columns = map.columns.filter(({ meaning }) => meaning !== null && valueTypeOf(meaning) === 'date').map(({ index }) => index);
  const records = new Set(table.recordRows);
  const shifted = (cell: CellContent, column: number): CellContent => (typeof cell === 'number' && cell > 10_000 && cell < 73_000 && columns.includes(column) ? cell + daysBefore1904 : cell);
  return { ...sheet, rows: sheet.rows.map((cells, row) => (records.has(row) ? cells.map(shifted) : cells)) };
}
