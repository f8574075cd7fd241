import { contentWidth, ink, textSize, type LedgerDocument } from './ledger-document.ts';
import { textColumns } from '../workbook.ts';

export interface TableColumn {
  readonly title: string;
  readonly isNumber: boolean;
  /** Words that may take several lines, such as a remark; it gets the width that the others leave. */
  readonly isLong?: boolean;
}

const rule = '#8c959f';
const cellPadding = 4;
const leastLongWidth = 90;
/** Below this nobody reads the figures any more. */
const leastSize = 5;

/** How a table is drawn so that no figure is broken: the columns' widths and the size of their text. */
interface Fitted {
  readonly widths: readonly number[];
  readonly size: number;
}

/**
 * A ruled table. Its header is repeated on every page; `totals` close it. Columns are as wide as their longest entry; where
 * amounts of thirteen digits need more than the page has, the text is made smaller rather than broken.
 */
export function writeTable(document: LedgerDocument, columns: readonly TableColumn[], rows: readonly (readonly string[])[], totals: readonly string[] | null = null): void {
  const titles = columns.map((column) => column.title);
  const fitted = fit(document, columns, [titles, ...rows, ...(totals ? [totals] : [])]);
  document.fontSize(fitted.size);
  writeRow(document, columns, fitted, titles, true);
  const all: readonly (readonly [cells: readonly string[], isEmphasised: boolean])[] = [...rows.map((row) => [row, false] as const), ...(totals ? [[totals, true] as const] : [])];
  for (const [cells, isEmphasised] of all) {
    if (document.y + rowHeight(document, columns, fitted, cells) > document.page.height - document.page.margins.bottom) {
      document.addPage();
      writeRow(document, columns, fitted, titles, true);
    }
    writeRow(document, columns, fitted, cells, isEmphasised);
  }
  document.fontSize(textSize);
  document.x = document.page.margins.left;
}

function fit(document: LedgerDocument, columns: readonly TableColumn[], rows: readonly (readonly string[])[]): Fitted {
  const available = contentWidth(document);
  const needed = columns.map((column, index) => (column.isLong ? leastLongWidth : widest(document, rows, index)));
  const text = needed.reduce((sum, width) => sum + width, 0);
  const padding = columns.length * 2 * cellPadding;
  const scale = Math.min(1, (available - padding) / text);
  const size = Math.max(leastSize, Math.floor(textSize * scale * 10) / 10);
  const used = needed.map((width) => width * Math.min(scale, size / textSize) + 2 * cellPadding);
  const spare = available - used.reduce((sum, width) => sum + width, 0);
  const isTaker = (column: TableColumn): boolean => !columns.some((one) => one.isLong) || column.isLong === true;
  const takers = columns.filter(isTaker).length;
  return { size, widths: used.map((width, index) => width + (columns[index] && isTaker(columns[index]) ? spare / takers : 0)) };
}

/** One point more than the text measures: a line as wide as its box is broken. Only the texts of most columns are measured. */
function widest(document: LedgerDocument, rows: readonly (readonly string[])[], index: number): number {
  const longest = rows.map((row) => row[index] ?? '').toSorted((left, right) => textColumns(right) - textColumns(left)).slice(0, 3);
  return Math.max(...longest.map((text) => document.widthOfString(text))) + 1;
}

function rowHeight(document: LedgerDocument, columns: readonly TableColumn[], fitted: Fitted, cells: readonly string[]): number {
  const line = 2 * textSize;
  return columns.reduce((height, column, index) => {
    if (!column.isLong || !cells[index]) return height;
    return Math.max(height, document.heightOfString(cells[index], { width: (fitted.widths[index] ?? 0) - 2 * cellPadding }) + 8);
  }, line);
}

function writeRow(document: LedgerDocument, columns: readonly TableColumn[], fitted: Fitted, cells: readonly string[], isEmphasised: boolean): void {
  const top = document.y;
  const height = rowHeight(document, columns, fitted, cells);
  const lineHeight = document.currentLineHeight();
  let x = document.page.margins.left;
  for (const [index, column] of columns.entries()) {
    const width = fitted.widths[index] ?? 0;
    document.lineWidth(0.5).rect(x, top, width, height);
    if (isEmphasised) document.fillAndStroke('#f0f2f4', rule);
    else document.stroke(rule);
    const isBroken = column.isLong === true && height > 2 * textSize;
    document.fillColor(ink).text(cells[index] ?? '', x + cellPadding, isBroken ? top + 4 : top + (height - lineHeight) / 2, {
      width: width - 2 * cellPadding, align: column.isNumber ? 'right' : 'left', ...(column.isLong ? {} : { lineBreak: false }),
    });
    x += width;
  }
  document.y = top + height;
}
