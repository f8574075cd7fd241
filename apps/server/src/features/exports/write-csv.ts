import { listCell, type StoredValue } from '../../platform/lists/list-cells.ts';
import { readableText, type ExportSheet, type SheetColumn } from './export-sheet.ts';

type Blocks = AsyncIterable<readonly (readonly StoredValue[])[]>;

/** CSV as Excel and WPS open it: UTF-8 with byte order mark, CRLF (RFC 4180), headers in the first line, money with a point. */
export async function* writeCsv(sheet: ExportSheet, blocks: Blocks): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(sheet.columns.map(({ header }) => guarded(header)))}`;
  for await (const block of blocks) {
    yield block.map((row) => csvLine(sheet.columns.map((column, index) => csvCell(sheet, column, row[index] ?? null)))).join('');
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

function csvCell(sheet: ExportSheet, { field, column }: SheetColumn, value: StoredValue): string {
  if (value === null) return '';
  // Numbers and days cannot be formulas, so that a negative amount stays a number.
  if (typeof value === 'number') return String(listCell(field, column, value));
  return guarded(readableText(field, value, sheet.language));
}

/** A text that a spreadsheet would run as a formula gets an apostrophe (OWASP, CSV injection). */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
