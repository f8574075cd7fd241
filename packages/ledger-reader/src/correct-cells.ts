import { cellPlace, type CellContent, type DecodedFile, type SheetGrid } from './decode/cell-grid.ts';
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
    const place = cellPlace(address);
    const row = place === null ? undefined : rows[place.row];
    if (place === null || row === undefined) continue;
    const corrected = Array.from({ length: Math.max(row.length, place.column + 1) }, (_, column) => row[column] ?? null);
    corrected[place.column] = text === '' ? null : text;
    rows[place.row] = corrected;
  }
  return { ...sheet, rows };
}
