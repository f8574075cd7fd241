import { writeXlsx, type CellStyle } from 'hucre';
import { readLedger, type LedgerFile, type ReadOptions } from '../src/read-ledger.ts';
import type { LedgerReading, Problem } from '../src/ledger-reading.ts';
import { residentIdCheckDigit } from '../src/identity/resident-id.ts';

export type Cell = string | number | null | Date;

/** Rows (from 0) in a style: all their cells, or those of some columns. */
export interface StyledRows {
  readonly rows: readonly number[];
  readonly columns?: readonly number[];
  readonly style: CellStyle;
}

export interface BuiltSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly { startRow: number; startCol: number; endRow: number; endCol: number }[];
  readonly hidden?: boolean;
  /** Rows, from 0, whose text is red. */
  readonly redRows?: readonly number[];
  readonly styled?: readonly StyledRows[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

/** A workbook as Excel would save it. */
export async function workbook(sheets: readonly BuiltSheet[], dateSystem: '1900' | '1904' = '1900'): Promise<Uint8Array> {
  return writeXlsx({
    dateSystem,
    sheets: sheets.map(({ redRows = [], styled = [], hiddenRows = [], hiddenColumns = [], merges, rows, ...sheet }) => ({
      ...sheet,
      rows: rows.map((row) => [...row]),
      ...(merges ? { merges: [...merges] } : {}),
      ...(hiddenRows.length > 0 ? { rowDefs: new Map(hiddenRows.map((row) => [row, { hidden: true }])) } : {}),
      ...(hiddenColumns.length > 0 ? { columns: Array.from({ length: Math.max(...hiddenColumns) + 1 }, (_, column) => ({ width: 10, hidden: hiddenColumns.includes(column) })) } : {}),
      ...(redRows.length + styled.length > 0 ? { cells: styledCells(rows, [...styled, { rows: redRows, style: { font: { color: { rgb: 'FF0000' } } } }]) } : {}),
    })),
  });
}

function styledCells(rows: BuiltSheet['rows'], styled: readonly StyledRows[]): Map<string, { value: Cell; style: CellStyle }> {
  const cells = new Map<string, { value: Cell; style: CellStyle }>();
  for (const { rows: marked, columns, style } of styled) {
    for (const row of marked) {
      (rows[row] ?? []).forEach((value, column) => {
        if (!columns || columns.includes(column)) cells.set(`${row},${column}`, { value, style: { ...cells.get(`${row},${column}`)?.style, ...style } });
      });
    }
  }
  return cells;
}

/** Merged ranges written as [first row, first column, last row, last column]. */
export function merged(...ranges: readonly (readonly [number, number, number, number])[]): { startRow: number; startCol: number; endRow: number; endCol: number }[] {
  return ranges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol }));
}

/** One workbook made of these sheets, as a file. */
export async function bookFile(sheets: readonly BuiltSheet[], dateSystem?: '1900' | '1904'): Promise<LedgerFile> {
  return { name: 'book.xlsx', bytes: await workbook(sheets, dateSystem) };
}

/** Reads one workbook made of these sheets. */
export async function readSheets(sheets: readonly BuiltSheet[], options?: ReadOptions): Promise<LedgerReading> {
  return readLedger([{ name: 'book.xlsx', bytes: await workbook(sheets) }], options);
}

/** Reads one text file. */
export async function readText(text: string, name = 'export.csv'): Promise<LedgerReading> {
  return readLedger([{ name, bytes: new TextEncoder().encode(text) }]);
}

/** A valid resident ID of nobody: region 421122, born 1980-01-01. */
export function inventedId(sequence: number): string {
  const digits17 = `42112219800101${String(sequence).padStart(3, '0')}`;
  return digits17 + residentIdCheckDigit(digits17);
}

/** "H10 conflicting_values" for each problem that is more than information. */
export function problemCells(reading: LedgerReading, severities: readonly Problem['severity'][] = ['error', 'warning']): string[] {
  return reading.problems.filter((problem) => severities.includes(problem.severity)).map((problem) => `${problem.cell} ${problem.kind}`);
}
