import type { Sheet, Workbook } from 'hucre';
import type { CellContent, SheetGrid } from './cell-grid.ts';

/** The sheets of a workbook that hucre has read (.xls, HTML), in our own shape; it tells no colours of them. */
export function workbookGrids(workbook: Workbook): SheetGrid[] {
  const is1904 = workbook.dateSystem === '1904';
  return workbook.sheets.map((sheet) => ({ ...sheetGrid(sheet), ...(is1904 ? { isDate1904: true as const } : {}) }));
}

function sheetGrid(sheet: Sheet): SheetGrid {
  const rows: CellContent[][] = [];
  for (let row = 0; row < sheet.rows.length; row += 1) {
    // Sparse: the .xls reader leaves empty rows undefined although its type says otherwise.
    rows.push(Array.from(sheet.rows[row] ?? [], (value) => cellContent(value ?? null)));
  }
  return { name: sheet.name, isHidden: sheet.hidden === true || sheet.veryHidden === true, rows, merges: sheet.merges ?? [], hiddenColumns: new Set(), marks: new Map() };
}

const errorPattern = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;

function cellContent(value: string | number | boolean | Date | null): CellContent {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) };
  if (typeof value !== 'string') return value;
  return errorPattern.test(value) ? { error: value } : value === '' ? null : value;
}
