import type { CellContent, DecodedFile, SheetGrid } from './decode/cell-grid.ts';
import type { MappingCorrections } from './ledger-reading.ts';

type CorrectedCells = NonNullable<MappingCorrections['cells']>;

/** The file as a person corrected it: each cell they retyped holds their text, the rest stays. A cell outside the sheet is left alone. */
export function correctCells(file: DecodedFile, corrections: MappingCorrections | undefined): DecodedFile {
  const cells = corrections?.cells;
  if (cells === undefined || Object.keys(cells).length === 0) return file;
  return { ...file, sheets: file.sheets.map((sheet) => correctedSheet(sheet, cells[`${file.name}#${sheet.name}`])) };
}

function correctedSheet(sheet: SheetGrid, cells: CorrectedCells[string] | undefined): SheetGrid {
  if (cells === undefined) return sheet;
  const rows: (readonly CellContent[])[] = [...sheet.rows];
  for (const [address, text] of Object.entries(cells)) {
    const place = placeOf(address);
    const row = place === null ? undefined : rows[place.row];
    if (place === null || row === undefined) continue;
    const corrected = Array.from({ length: Math.max(row.length, place.column + 1) }, (_, column) => row[column] ?? null);
    corrected[place.column] = text === '' ? null : text;
    rows[place.row] = corrected;
  }
  return { ...sheet, rows };
}

/** "H10" → row 9, column 7, from 0; null for what is no address of a spreadsheet. */
function placeOf(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (!match) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < 16_384 ? { row: Number(match[2]) - 1, column } : null;
}
