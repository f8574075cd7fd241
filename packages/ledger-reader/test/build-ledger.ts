import { writeXlsx } from 'hucre';
import { readLedger, type ReadOptions } from '../src/read-ledger.ts';
import type { LedgerReading, Problem } from '../src/ledger-reading.ts';
import { residentIdCheckDigit } from '../src/identity/resident-id.ts';

type Cell = string | number | null | Date;

export interface BuiltSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly { startRow: number; startCol: number; endRow: number; endCol: number }[];
  readonly hidden?: boolean;
  /** Rows, from 0, whose text is red. */
  readonly redRows?: readonly number[];
}

/** A workbook as Excel would save it. */
export async function workbook(sheets: readonly BuiltSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ redRows, merges, rows, ...sheet }) => ({
      ...sheet,
      rows: rows.map((row) => [...row]),
      ...(merges ? { merges: [...merges] } : {}),
      ...(redRows ? { cells: redCells(rows, redRows) } : {}),
    })),
  });
}

function redCells(rows: BuiltSheet['rows'], redRows: readonly number[]): Map<string, { value: Cell; style: { font: { color: { rgb: string } } } }> {
  const cells = new Map<string, { value: Cell; style: { font: { color: { rgb: string } } } }>();
  for (const row of redRows) (rows[row] ?? []).forEach((value, column) => cells.set(`${row},${column}`, { value, style: { font: { color: { rgb: 'FF0000' } } } }));
  return cells;
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
