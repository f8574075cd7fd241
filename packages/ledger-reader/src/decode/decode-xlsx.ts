import { readXlsx, type Cell, type Sheet, type Workbook } from 'hucre';
import { markKey, type CellContent, type CellMarks, type SheetGrid } from './cell-grid.ts';
import { guardZip } from './zip-guard.ts';

// Styles triple the memory of a read. A book that large comes from a system, where colour carries no meaning.
const stylesUpToBytes = 12_000_000;

/** Reads every sheet of an .xlsx: cached values only, formulas are never evaluated. */
export async function decodeXlsx(name: string, bytes: Uint8Array): Promise<SheetGrid[]> {
  guardZip(name, bytes);
  const workbook = await readXlsx(bytes, { readStyles: bytes.byteLength <= stylesUpToBytes });
  return workbookGrids(workbook);
}

/** The sheets of a workbook that hucre has read, in our own shape. */
export function workbookGrids(workbook: Workbook): SheetGrid[] {
  const is1904 = workbook.dateSystem === '1904';
  return workbook.sheets.map((sheet) => ({ ...sheetGrid(sheet), ...(is1904 ? { isDate1904: true as const } : {}) }));
}

function sheetGrid(sheet: Sheet): SheetGrid {
  const marks = new Map<number, CellMarks>();
  const errors = new Set<number>();
  for (const [key, cell] of sheet.cells ?? []) {
    const comma = key.indexOf(',');
    const at = markKey(Number(key.slice(0, comma)), Number(key.slice(comma + 1)));
    if (cell.type === 'error') errors.add(at);
    const found = cellMarks(cell);
    if (found) marks.set(at, found);
  }
  const rows: CellContent[][] = [];
  for (let row = 0; row < sheet.rows.length; row += 1) {
    // Sparse: the .xls reader leaves empty rows undefined although its type says otherwise.
    const source = sheet.rows[row] ?? [];
    rows.push(Array.from(source, (value, column) => cellContent(value ?? null, errors.has(markKey(row, column)))));
  }
  const hiddenColumns = new Set<number>();
  (sheet.columns ?? []).forEach((column, index) => {
    if (column?.hidden) hiddenColumns.add(index);
  });
  return {
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    merges: sheet.merges ?? [],
    hiddenColumns,
    marks,
  };
}

const errorPattern = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;

function cellContent(value: string | number | boolean | Date | null, isError: boolean): CellContent {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) };
  if (typeof value === 'string') {
    if (isError || errorPattern.test(value)) return { error: value };
    return value === '' ? null : value;
  }
  return value;
}

function cellMarks(cell: Cell): CellMarks | null {
  const font = cell.style?.font;
  const fill = cell.style?.fill;
  const fillRgb = fill?.type === 'pattern' && fill.pattern === 'solid' ? rgb6(fill.fgColor?.rgb) : undefined;
  const marks: CellMarks = {
    ...(isRedRgb(rgb6(font?.color?.rgb)) ? { isRed: true } : {}),
    ...(font?.strikethrough ? { isStruck: true } : {}),
    ...(cell.style?.numFmt?.includes('%') ? { isPercent: true } : {}),
    ...(fillRgb && fillRgb !== 'FFFFFF' ? { fillRgb } : {}),
    ...(cell.comment ? { comment: cell.comment.text } : {}),
  };
  return Object.keys(marks).length > 0 ? marks : null;
}

function rgb6(rgb: string | undefined): string | undefined {
  return rgb ? rgb.slice(-6).toUpperCase() : undefined;
}

/** Red as people pick it: FF0000 and its dark and light neighbours, not orange, not pink. */
export function isRedRgb(rgb: string | undefined): boolean {
  if (!rgb) return false;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  return (red ?? 0) >= 0xb0 && (green ?? 255) <= 0x50 && (blue ?? 255) <= 0x50;
}
