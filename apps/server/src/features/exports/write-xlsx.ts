import { dayNumber, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { writeXlsxStream, type CellStyle, type CellValue, type ColumnDef } from 'hucre/xlsx';
import type { StoredValue } from '../../platform/lists/list-cells.ts';
import { readableText, type ExportSheet, type SheetColumn } from './export-sheet.ts';

type Blocks = AsyncIterable<readonly (readonly StoredValue[])[]>;

const frozenRows = 3;

/**
 * A workbook of one sheet: lender and list, caption, frozen headers, typed cells, totals. Rows flow through; nothing
 * but the styles is kept, so a hundred thousand rows take no more memory than a hundred.
 */
export function writeXlsx(sheet: ExportSheet, blocks: Blocks): ReadableStream<Uint8Array> {
  const columns: ColumnDef[] = sheet.columns.map((column) => ({ width: columnWidth(column) }));
  return writeXlsxStream(sheetRows(sheet, blocks, columns), { name: sheetName(sheet.name), columns, freezePane: { rows: frozenRows, columns: 1 } });
}

/** The library knows styles by column only, but asks for them row by row; so they are changed before each kind of row. */
async function* sheetRows(sheet: ExportSheet, blocks: Blocks, columns: ColumnDef[]): AsyncGenerator<CellValue[]> {
  const wear = (styleOf: (column: SheetColumn) => CellStyle | undefined): void => sheet.columns.forEach((column, index) => Object.assign(columns[index] ?? {}, { style: styleOf(column) }));
  wear(() => titleStyle);
  yield [`${sheet.lender}　${sheet.name}`];
  wear(() => captionStyle);
  yield [sheet.caption];
  wear(headerStyle);
  yield sheet.columns.map(({ header }) => header);
  wear(cellStyle);
  const sums = sheet.columns.map(() => 0n);
  const addends = addendIndexes(sheet);
  for await (const block of blocks) {
    for (const row of block) {
      yield sheet.columns.map((column, index) => xlsxCell(sheet, column, row[index] ?? null));
      sheet.columns.forEach(({ field }, index) => addTo(sums, index, field.isSummed ? row[addends[index] ?? index] : null));
    }
  }
  if (!sheet.columns.some(({ field }) => field.isSummed)) return;
  wear((column) => ({ ...cellStyle(column), font: boldFont, border: { top: { style: 'thin' } } }));
  yield totals(sheet, sums);
}

/** Where in a row stands what each column adds to its sum: its own cell, or the `sumValue` behind the cells. */
function addendIndexes(sheet: ExportSheet): number[] {
  let behind = sheet.columns.length;
  return sheet.columns.map(({ column }, index) => (column.sumValue === undefined ? index : behind++));
}

function addTo(sums: bigint[], index: number, value: StoredValue | undefined): void {
  if (typeof value === 'number') sums[index] = (sums[index] ?? 0n) + BigInt(value);
}

function totals(sheet: ExportSheet, sums: readonly bigint[]): CellValue[] {
  const labelIndex = sheet.columns.findIndex(({ field }) => !field.isSummed);
  return sheet.columns.map(({ field }, index) => (field.isSummed ? yuanNumber(Number(sums[index] ?? 0n)) : index === labelIndex ? sheet.totalLabel : null));
}

function xlsxCell(sheet: ExportSheet, { field, column }: SheetColumn, value: StoredValue): CellValue {
  if (value === null) return null;
  if (typeof value === 'number') {
    if (field.type === 'money') return yuanNumber(value);
    return field.type === 'percent' ? value / (column.percentUnit === 'multiplier_e4' ? 1e4 : 1e6) : value;
  }
  const day = field.type === 'date' && typeof value === 'string' ? parseCivilDate(value) : null;
  return day === null ? readableText(field, value, sheet.language) : dayNumber(day) + serialOfEpoch;
}

/** A spreadsheet has no exact decimals; two decimals of a double are right up to 90 trillion yuan. */
function yuanNumber(amountFen: number): number {
  return amountFen / 100;
}

// A spreadsheet counts days from 1899-12-30, so 1970-01-01 is its day 25 569.
const serialOfEpoch = 25_569;

// A font without name and size is another font in every program.
const font = { name: 'Calibri', size: 11 } as const;
const boldFont = { ...font, bold: true } as const;
const titleStyle: CellStyle = { font: { ...boldFont, size: 14 } };
const captionStyle: CellStyle = { font: { ...font, color: { rgb: '666666' } } };

function headerStyle({ field }: SheetColumn): CellStyle {
  return {
    font: boldFont,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } },
    border: { bottom: { style: 'thin' } },
    alignment: { horizontal: isNumber(field.type) ? 'right' : 'left', vertical: 'center', wrapText: true },
  };
}

/** Texts wear none: the library looks a style up for every cell, which is what a large file spends its time on. */
function cellStyle({ field }: SheetColumn): CellStyle | undefined {
  switch (field.type) {
    case 'money': return { numFmt: '#,##0.00' };
    case 'percent': return { numFmt: '0.0000' };
    case 'integer': return { numFmt: '0' };
    case 'date': return { numFmt: 'yyyy-mm-dd', alignment: { horizontal: 'left' } };
    case 'text': case 'code': case 'date_time': case 'choice': case 'boolean': case 'tags': return undefined;
    default: return field.type satisfies never;
  }
}

function isNumber(type: SheetColumn['field']['type']): boolean {
  return type === 'money' || type === 'percent' || type === 'integer';
}

/** The grid's pixels as characters of the sheet, wide enough for the header; a Chinese character takes two. */
function columnWidth({ field, header }: SheetColumn): number {
  const headerWidth = [...header].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 2 : 1), 2);
  return Math.max(Math.round((field.width ?? 100) / 7), headerWidth);
}

/** Sheet names may not hold []:*?/\ and end at 31 characters. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}
