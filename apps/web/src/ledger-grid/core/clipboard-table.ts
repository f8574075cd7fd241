import { isSingleCell, rangeOf, type CellSelection } from './cell-selection.ts';
import type { GridColumn } from './grid-column.ts';

/** A copied range in the two shapes that Excel and WPS read. */
export interface ClipboardTable {
  readonly plainText: string;
  readonly html: string;
  readonly rowCount: number;
}

interface CopiedCell {
  readonly text: string;
  readonly isText: boolean;
}

/**
 * A range is copied with its column titles; a single cell is copied bare, since it is mostly pasted into a search box.
 * Rows that have not been loaded cannot be selected, hence every row of the range is present.
 */
export function clipboardTable<Row>(selection: CellSelection, rows: readonly Row[], columns: readonly GridColumn<Row>[]): ClipboardTable {
  const range = rangeOf(selection);
  const chosenColumns = columns.slice(range.firstColumn, range.lastColumn + 1);
  const chosenRows = rows.slice(range.firstRow, range.lastRow + 1);
  const body = chosenRows.map((row) => chosenColumns.map((column): CopiedCell => ({ text: column.copiedText(row), isText: column.isTextInSpreadsheet })));
  const titles = chosenColumns.map((column): CopiedCell => ({ text: column.title, isText: true }));
  const table = isSingleCell(selection) ? body : [titles, ...body];
  return { plainText: isSingleCell(selection) ? (body[0]?.[0]?.text ?? '') : tabSeparated(table), html: htmlTable(table), rowCount: body.length };
}

function tabSeparated(table: readonly (readonly CopiedCell[])[]): string {
  return table.map((row) => row.map(({ text }) => quotedIfNeeded(text)).join('\t')).join('\r\n');
}

function quotedIfNeeded(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function htmlTable(table: readonly (readonly CopiedCell[])[]): string {
  const rows = table.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`);
  return `<table>${rows.join('')}</table>`;
}

// Excel and WPS read this number format as "text": 18 digits of an ID number stay 18 digits.
const textFormat = ` style="mso-number-format:'\\@'"`;

function htmlCell({ text, isText }: CopiedCell): string {
  return `<td${isText ? textFormat : ''}>${escapedHtml(text).replaceAll('\n', '<br>')}</td>`;
}

function escapedHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
