import { writeXlsx as writeWhole, writeXlsxStream, type Cell, type CellStyle, type CellValue, type ColumnDef } from 'hucre/xlsx';
import type { StoredValue } from '../../platform/lists/list-cells.ts';
import { daySerial, textColumns } from '../../platform/workbook.ts';
import { readableText, type ExportSheet, type SheetColumn } from './export-sheet.ts';
import { SheetSums } from './sheet-sums.ts';

type Blocks = AsyncIterable<readonly (readonly StoredValue[])[]>;

const frozenRows = 3;

/** Longer lists are read on a screen. The streaming writer knows no print setup, and keeping more rows would cost memory. */
export const mostPrintedRows = 5_000;

interface SheetRow {
  readonly kind: 'title' | 'caption' | 'header' | 'data' | 'total';
  readonly cells: CellValue[];
}

/**
 * A workbook of one sheet: lender and list, caption, frozen headers, typed cells, totals. A short list is ready to print:
 * across, as wide as the page, with its header and number on every page. Rows of a longer one flow through; nothing but the
 * styles is kept, so a hundred thousand rows take no more memory than a hundred.
 */
export async function* writeXlsx(sheet: ExportSheet, blocks: Blocks): AsyncGenerator<Uint8Array> {
  const rows = sheetRows(sheet, blocks);
  const first: SheetRow[] = [];
  while (first.length <= mostPrintedRows + frozenRows) {
    const next = await rows.next();
    if (next.done) {
      yield await printableWorkbook(sheet, first);
      return;
    }
    first.push(next.value);
  }
  const columns = columnsOf(sheet);
  yield* writeXlsxStream(styledRows(sheet, columns, first, rows), { name: sheetName(sheet.name), columns, freezePane });
}

const freezePane = { rows: frozenRows, columns: 1 } as const;

function columnsOf(sheet: ExportSheet): ColumnDef[] {
  return sheet.columns.map((column) => ({ width: columnWidth(column) }));
}

async function printableWorkbook(sheet: ExportSheet, rows: readonly SheetRow[]): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [rowIndex, { kind, cells: values }] of rows.entries()) {
    if (kind === 'data') continue;
    values.forEach((value, index) => {
      const column = sheet.columns[index];
      const style = column && styleOf(kind, column);
      if (style) cells.set(`${rowIndex},${index}`, { value, style });
    });
  }
  const columns = sheet.columns.map((column) => ({ width: columnWidth(column), ...withStyle(cellStyle(column)) }));
  const pages = sheet.language === 'zh' ? '第 &P 页 / 共 &N 页' : 'Page &P of &N';
  return writeWhole({
    sheets: [{
      name: sheetName(sheet.name), columns, rows: rows.map((row) => row.cells), cells, freezePane,
      pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `$${frozenRows}:$${frozenRows}`, horizontalCentered: true, margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 } },
      headerFooter: { oddFooter: `&L${sheet.lender.replaceAll('&', '&&')}　${sheet.name}&R${pages}` },
    }],
  });
}

function withStyle(style: CellStyle | undefined): Pick<ColumnDef, 'style'> {
  return style === undefined ? {} : { style };
}

/** The library knows styles by column only, but asks for them row by row; so they are changed before each kind of row. */
async function* styledRows(sheet: ExportSheet, columns: ColumnDef[], first: readonly SheetRow[], rest: AsyncIterable<SheetRow>): AsyncGenerator<CellValue[]> {
  let worn: SheetRow['kind'] | null = null;
  const wear = ({ kind }: SheetRow): void => {
    if (kind === worn) return;
    worn = kind;
    sheet.columns.forEach((column, index) => Object.assign(columns[index] ?? {}, { style: styleOf(kind, column) }));
  };
  for (const row of first) {
    wear(row);
    yield row.cells;
  }
  for await (const row of rest) {
    wear(row);
    yield row.cells;
  }
}

function styleOf(kind: SheetRow['kind'], column: SheetColumn): CellStyle | undefined {
  switch (kind) {
    case 'title': return titleStyle;
    case 'caption': return captionStyle;
    case 'header': return headerStyle(column);
    case 'data': return cellStyle(column);
    case 'total': return { ...cellStyle(column), font: boldFont, border: { top: { style: 'thin' } } };
    default: return kind satisfies never;
  }
}

async function* sheetRows(sheet: ExportSheet, blocks: Blocks): AsyncGenerator<SheetRow, undefined> {
  yield { kind: 'title', cells: [`${sheet.lender}　${sheet.name}`] };
  yield { kind: 'caption', cells: [sheet.caption] };
  yield { kind: 'header', cells: sheet.columns.map(({ header }) => header) };
  const sums = new SheetSums(sheet);
  for await (const block of blocks) {
    for (const row of block) {
      yield { kind: 'data', cells: sheet.columns.map((column, index) => xlsxCell(sheet, column, row[index] ?? null)) };
      sums.add(row);
    }
  }
  if (sheet.columns.some(({ field }) => field.isSummed)) yield { kind: 'total', cells: totals(sheet, sums) };
}

function totals(sheet: ExportSheet, sums: SheetSums): CellValue[] {
  const labelIndex = sheet.columns.findIndex(({ field }) => !field.isSummed);
  return sheet.columns.map(({ field }, index) => (field.isSummed ? yuanNumber(sums.at(index)) : index === labelIndex ? sheet.totalLabel : null));
}

function xlsxCell(sheet: ExportSheet, { field, column }: SheetColumn, value: StoredValue): CellValue {
  if (value === null) return null;
  if (typeof value === 'number') {
    if (field.type === 'money') return yuanNumber(value);
    return field.type === 'percent' ? value / (column.percentUnit === 'multiplier_e4' ? 1e4 : 1e6) : value;
  }
  const serial = field.type === 'date' && typeof value === 'string' ? daySerial(value) : null;
  return serial ?? readableText(field, value, sheet.language);
}

/** A spreadsheet has no exact decimals; two decimals of a double are right up to 90 trillion yuan. */
function yuanNumber(amountFen: number): number {
  return amountFen / 100;
}

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
  const headerWidth = textColumns(header) + 2;
  return Math.max(Math.round((field.width ?? 100) / 7), headerWidth);
}

/** Sheet names may not hold []:*?/\ and end at 31 characters. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}
