import { formatPercent, rateE8 } from '@loanbook/engine/rate.ts';
import type { StoredValue } from '../../platform/lists/list-cells.ts';
import { contentWidth, faintInk, ink, printPapers, type LedgerDocument } from '../../platform/paper/ledger-document.ts';
import { moneyText, type Printing } from '../../platform/paper/printing.ts';
import { readableText, type ExportSheet, type SheetColumn } from './export-sheet.ts';
import { SheetSums } from './sheet-sums.ts';

const rule = '#8c959f';
const padding = 3;
const rowHeight = 17;
const headerHeight = 30;
const usualSize = 9;
/** Below this nobody reads the figures any more: some thirty columns. */
const leastSize = 4.5;
const widestTextColumn = 130;
const leastWidth = 20;

interface ListTable {
  readonly sheet: ExportSheet;
  readonly widths: readonly number[];
  readonly size: number;
}

/**
 * A list on paper as a ledger looks: A4 across, its header on every page, what the page comes to at its foot and what all
 * comes to at the end. The rows are all in memory; the caller bounds their number.
 */
export function writeListPdf(sheet: ExportSheet, rows: readonly (readonly StoredValue[])[], printing: Printing): Promise<Buffer> {
  const paper = { size: 'A4', isLandscape: true, margin: 30, footnote: `${sheet.lender}　${sheet.name}　${sheet.caption}`, title: sheet.name } as const;
  return printPapers(paper, printing, [rows], (document) => drawList(document, sheet, rows));
}

function drawList(document: LedgerDocument, sheet: ExportSheet, rows: readonly (readonly StoredValue[])[]): void {
  const texts = rows.map((row) => sheet.columns.map((column, index) => paperText(sheet, column, row[index] ?? null)));
  const [page, whole] = [new SheetSums(sheet), new SheetSums(sheet)];
  for (const row of rows) whole.add(row);
  const table = fitTable(document, sheet, texts, whole);
  const isSummed = sheet.columns.some(({ field }) => field.isSummed);
  drawHeading(document, sheet);
  drawHeader(document, table);
  rows.forEach((row, index) => {
    // Each page keeps room for its own sum, the last one for the whole as well.
    if (!hasRoomFor(document, index === rows.length - 1 ? 3 : 2)) {
      if (isSummed) drawSums(document, table, page, sheet.language === 'zh' ? '本页小计' : 'This page');
      page.clear();
      document.addPage();
      drawHeader(document, table);
    }
    page.add(row);
    drawRow(document, table, texts[index] ?? [], false);
  });
  if (!isSummed) return;
  drawSums(document, table, page, sheet.language === 'zh' ? '本页小计' : 'This page');
  drawSums(document, table, whole, sheet.totalLabel);
}

function hasRoomFor(document: LedgerDocument, lines: number): boolean {
  return document.y + lines * rowHeight <= document.page.height - document.page.margins.bottom;
}

function drawHeading(document: LedgerDocument, sheet: ExportSheet): void {
  document.fontSize(15).text(`${sheet.lender}　${sheet.name}`, { align: 'center' });
  document.moveDown(0.2).fontSize(usualSize).fillColor(faintInk).text(sheet.caption, { align: 'center' }).fillColor(ink).moveDown(0.6);
}

function drawHeader(document: LedgerDocument, table: ListTable): void {
  const top = document.y;
  drawCells(document, table, table.sheet.columns.map(() => ''), headerHeight, '#e8eef0');
  let x = document.page.margins.left;
  for (const [index, column] of table.sheet.columns.entries()) {
    const width = (table.widths[index] ?? 0) - 2 * padding;
    const height = Math.min(document.heightOfString(column.header, { width }), headerHeight - 2);
    document.text(column.header, x + padding, top + (headerHeight - height) / 2, { width, height, align: isFigure(column) ? 'right' : 'left', ellipsis: true });
    x += width + 2 * padding;
  }
  document.x = document.page.margins.left;
  document.y = top + headerHeight;
}

function drawRow(document: LedgerDocument, table: ListTable, texts: readonly string[], isEmphasised: boolean): void {
  drawCells(document, table, texts, rowHeight, isEmphasised ? '#f3f5f6' : null);
}

function drawSums(document: LedgerDocument, table: ListTable, sums: SheetSums, label: string): void {
  const { columns } = table.sheet;
  const labelIndex = columns.findIndex(({ field }) => !field.isSummed);
  drawRow(document, table, columns.map(({ field }, index) => (field.isSummed ? moneyText(sums.at(index)) : index === labelIndex ? label : '')), true);
}

function drawCells(document: LedgerDocument, { sheet, widths, size }: ListTable, texts: readonly string[], height: number, fill: string | null): void {
  const top = document.y;
  let x = document.page.margins.left;
  document.fontSize(size);
  for (const [index, column] of sheet.columns.entries()) {
    const width = widths[index] ?? 0;
    document.lineWidth(0.5).rect(x, top, width, height);
    if (fill === null) document.stroke(rule);
    else document.fillAndStroke(fill, rule);
    document.fillColor(ink).text(shortened(document, texts[index] ?? '', width - 2 * padding), x + padding, top + (height - document.currentLineHeight()) / 2, { width: width - 2 * padding, align: isFigure(column) ? 'right' : 'left', lineBreak: false });
    x += width;
  }
  document.x = document.page.margins.left;
  document.y = top + height;
}

/** Cut where it would run into the next cell. */
function shortened(document: LedgerDocument, text: string, width: number): string {
  if (document.widthOfString(text) <= width + 0.5) return text;
  const characters = [...text];
  while (characters.length > 1 && document.widthOfString(`${characters.join('')}…`) > width) characters.pop();
  return `${characters.join('')}…`;
}

/** Columns as wide as their longest entries; smaller text where they do not fit, and spare room shared among them. */
function fitTable(document: LedgerDocument, sheet: ExportSheet, texts: readonly (readonly string[])[], sums: SheetSums): ListTable {
  document.fontSize(usualSize);
  const needed = sheet.columns.map((column, index) => {
    const longest = longestTexts([...texts.map((row) => row[index] ?? ''), ...(column.field.isSummed ? [moneyText(sums.at(index))] : [])]);
    const width = Math.max(leastWidth, headerWidth(document, column.header), ...longest.map((text) => document.widthOfString(text))) + 1;
    return isFigure(column) ? width : Math.min(width, widestTextColumn);
  });
  const room = contentWidth(document) - needed.length * 2 * padding;
  const scale = room / needed.reduce((sum, width) => sum + width, 0);
  const size = Math.max(leastSize, Math.min(usualSize, Math.floor(usualSize * scale * 10) / 10));
  return { sheet, size, widths: needed.map((width) => width * scale + 2 * padding) };
}

/** A title may take two lines, broken between characters in Chinese and between words in English. */
function headerWidth(document: LedgerDocument, header: string): number {
  const words = header.split(' ').map((word) => document.widthOfString(word));
  const half = document.widthOfString(header) / 2 + usualSize;
  return words.length === 1 && /[^\u0020-\u007e]/.test(header) ? half : Math.max(half, ...words);
}

/** Measuring every cell would take longer than drawing them. */
function longestTexts(texts: readonly string[]): readonly string[] {
  return texts.toSorted((left, right) => Buffer.byteLength(right) - Buffer.byteLength(left)).slice(0, 4);
}

function isFigure({ field }: SheetColumn): boolean {
  return field.type === 'money' || field.type === 'percent' || field.type === 'integer';
}

function paperText(sheet: ExportSheet, { field, column }: SheetColumn, value: StoredValue): string {
  if (value === null) return '';
  if (typeof value !== 'number') return readableText(field, value, sheet.language);
  if (field.type === 'money') return moneyText(value);
  if (field.type === 'percent') return formatPercent(rateE8(column.percentUnit === 'multiplier_e4' ? value * 100 : value)).replace(/(\.\d\d\d*?)0{1,2}$/, '$1');
  return String(value);
}
