import { isDateCell, type CellContent, type SheetGrid } from '../decode/cell-grid.ts';
import { denseText } from '../text/clean-text.ts';
import { rowWords } from './header-words.ts';
import { captionPairs, namesLoan, type CaptionPair } from './caption-pairs.ts';
import { isMonthHeading } from './month-heading.ts';
import { rowKind } from './row-kind.ts';

/** A rectangle of records under one heading. Rows and columns count from 0. */
export interface RawTable {
  readonly headerRows: readonly number[];
  /** Heading texts of each column, outermost first; empty for a column without heading. */
  readonly headings: readonly (readonly string[])[];
  readonly recordRows: readonly number[];
  /** Rows of sums, for checking them. */
  readonly subtotalRows: readonly number[];
  /** Section captions (row → text) such as a branch or a manager. */
  readonly sections: ReadonlyMap<number, string>;
  /** Labels with values above the heading: 借款人：赵甲. */
  readonly captionPairs: readonly CaptionPair[];
  /** Texts above the heading and below the last record. */
  readonly captions: readonly string[];
  readonly legends: readonly string[];
}

// A heading has a few dozen merged cells; a crafted file may have a million.
const mostHeadingMerges = 2000;

interface HeaderBand {
  readonly first: number;
  readonly last: number;
}

/** The sheet's name and the words above the table. */
export function titleOf(sheet: SheetGrid, table: RawTable): string {
  return `${sheet.name} ${table.captions.join(' ').slice(0, 400)}`;
}

/** Every table of a sheet: one for each heading that differs from the one before it; a repeated heading continues its table. */
export function findTables(sheet: SheetGrid): RawTable[] {
  const bands = findBands(sheet);
  const groups: HeaderBand[][] = [];
  for (const band of bands) {
    const open = groups.at(-1);
    const before = open?.[0];
    if (open && before && bandSignature(sheet, before) === bandSignature(sheet, band) && !startsAnew(sheet, band)) open.push(band);
    else groups.push([band]);
  }
  return groups.map((group, index) => {
    const start = index === 0 ? 0 : (groups[index - 1]?.at(-1)?.last ?? 0) + 1;
    const end = groups[index + 1]?.[0]?.first ?? sheet.rows.length;
    return buildTable(sheet, group, index === 0 ? start : captionStart(sheet, group[0]?.first ?? 0), end);
  });
}

/** An account card: the lines above the repeated heading name another loan. */
function startsAnew(sheet: SheetGrid, band: HeaderBand): boolean {
  return namesLoan(captionPairs(sheet, captionStart(sheet, band.first), band.first));
}

function findBands(sheet: SheetGrid): HeaderBand[] {
  const bands: HeaderBand[] = [];
  for (let row = 0; row < sheet.rows.length; row += 1) {
    if (!isHeaderRow(sheet.rows[row] ?? [])) continue;
    let last = row;
    while (last - row < 3 && isSubHeader(sheet, last + 1)) last += 1;
    let first = row;
    while (row - first < 3 && isGroupRow(sheet, first - 1, bands.at(-1)?.last ?? -1)) first -= 1;
    bands.push({ first, last });
    row = last;
  }
  return bands;
}

function isHeaderRow(cells: readonly CellContent[]): boolean {
  const { filled, labels, values } = rowWords(cells);
  if (values > filled * 0.2) return false;
  return (labels >= 3 && labels >= filled * 0.5) || (labels >= 5 && labels >= filled * 0.35) || (filled === 2 && labels === 2);
}

function isSubHeader(sheet: SheetGrid, row: number): boolean {
  const { filled, labels, values } = rowWords(sheet.rows[row] ?? []);
  return filled >= 2 && values === 0 && labels >= filled * 0.6;
}

/** A row of group headings above the heading proper: short words over merged or following empty cells. */
function isGroupRow(sheet: SheetGrid, row: number, usedUpTo: number): boolean {
  if (row <= usedUpTo || row < 0) return false;
  const cells = sheet.rows[row] ?? [];
  const texts = cells.filter((cell) => cell !== null);
  if (texts.length < 2 || texts.some((cell) => typeof cell !== 'string' || cell.length > 16 || /[::]|\d{4}/.test(cell))) return false;
  return sheet.merges.some((merge) => merge.startRow <= row && merge.endRow >= row && merge.endCol > merge.startCol && merge.endCol - merge.startCol < cells.length * 0.8);
}

function bandSignature(sheet: SheetGrid, band: HeaderBand): string {
  const words: string[] = [];
  for (let row = band.first; row <= band.last; row += 1) {
    (sheet.rows[row] ?? []).forEach((cell, column) => {
      if (typeof cell === 'string' && cell.trim() !== '') words.push(`${column}:${denseText(cell)}`);
    });
  }
  return words.join('|');
}

/** Captions of a later table: the texts directly above its heading, up to the last row that looks like a record. */
function captionStart(sheet: SheetGrid, headerRow: number): number {
  let row = headerRow - 1;
  while (row >= 0 && headerRow - row <= 5 && (sheet.rows[row] ?? []).filter((cell) => cell !== null).length <= 4) row -= 1;
  return row + 1;
}

function buildTable(sheet: SheetGrid, bands: readonly HeaderBand[], captionFrom: number, end: number): RawTable {
  const head = bands[0] ?? { first: 0, last: 0 };
  const headerRowSet = new Set<number>();
  for (const band of bands) for (let row = band.first; row <= band.last; row += 1) headerRowSet.add(row);
  const columnHeadings = headings(sheet, head);
  const width = columnHeadings.filter((texts) => texts.length > 0).length;
  const recordRows: number[] = [];
  const subtotalRows: number[] = [];
  const sections = new Map<number, string>();
  const legends: string[] = [];
  for (let row = head.last + 1; row < end; row += 1) {
    if (headerRowSet.has(row)) continue;
    const cells = sheet.rows[row] ?? [];
    const kind = rowKind(cells, width);
    if (kind === 'record') recordRows.push(row);
    else if (kind === 'subtotal') subtotalRows.push(row);
    else if (kind === 'section') sections.set(row, firstText(cells));
    else if (kind === 'footer') for (const text of textsOf(cells)) legends.push(text);
  }
  const captions: string[] = [];
  for (let row = captionFrom; row < head.first; row += 1) for (const text of captionsOf(sheet.rows[row] ?? [])) captions.push(text);
  return { headerRows: [...headerRowSet].filter((row) => row <= head.last), headings: columnHeadings, recordRows, subtotalRows, sections, captionPairs: captionPairs(sheet, captionFrom, head.first), captions, legends };
}

/** Texts of a caption row; a label whose value is the date in the next cell reads as one. */
function captionsOf(cells: readonly CellContent[]): string[] {
  const filled = cells.filter((cell) => cell !== null);
  return filled.flatMap((cell, index) => {
    const next = filled[index + 1];
    return typeof cell === 'string' ? [isDateCell(next) ? `${cell} ${next.date}` : cell] : [];
  });
}

function textsOf(cells: readonly CellContent[]): string[] {
  return cells.filter((cell) => typeof cell === 'string');
}

function firstText(cells: readonly CellContent[]): string {
  return textsOf(cells)[0] ?? '';
}

function headings(sheet: SheetGrid, band: HeaderBand): string[][] {
  let width = 0;
  for (let row = band.first; row <= Math.min(sheet.rows.length - 1, band.last + 50); row += 1) width = Math.max(width, sheet.rows[row]?.length ?? 0);
  const merges = sheet.merges.filter((merge) => merge.startRow <= band.last && merge.endRow >= band.first).slice(0, mostHeadingMerges);
  return Array.from({ length: width }, (_, column) => {
    const texts: string[] = [];
    for (let row = band.first; row <= band.last; row += 1) texts.push(headingAt(sheet, band, row, column, merges));
    return texts.filter((text) => text !== '');
  });
}

function headingAt(sheet: SheetGrid, band: HeaderBand, row: number, column: number, merges: SheetGrid['merges']): string {
  const merge = merges.find((range) => row >= range.startRow && row <= range.endRow && column >= range.startCol && column <= range.endCol);
  if (merge) return textAt(sheet, merge.startRow, merge.startCol);
  const own = textAt(sheet, row, column);
  if (own !== '' || merges.length > 0 || row === band.last || textAt(sheet, band.last, column) === '') return own;
  // Without merges a group heading stands over its first column only: it reaches right until the next text.
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = textAt(sheet, row, left);
    if (text !== '') return textAt(sheet, band.last, left) === '' ? '' : text;
  }
  return '';
}

function textAt(sheet: SheetGrid, row: number, column: number): string {
  const cell = sheet.rows[row]?.[column];
  if (isDateCell(cell)) return isMonthHeading(cell) ? cell.date.slice(0, 7) : '';
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}
