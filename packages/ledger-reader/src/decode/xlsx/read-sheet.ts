import { serialToDate } from 'hucre';
import type { CellContent, DateCell, MergedRange } from '../cell-grid.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { attribute, decodedText, XmlScanner, type XmlHandler } from '../xml/xml-scanner.ts';
import { detached, unescaped } from './read-shared-strings.ts';
import type { CellFormat } from './read-styles.ts';
import { SheetMarks } from './sheet-marks.ts';

/** What the workbook says for all its sheets. */
export interface WorkbookParts {
  readonly fileName: string;
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly isDate1904: boolean;
  /** How many cells the sheets yet to be read may hold together. */
  readonly budget: { cells: number };
}

export interface SheetContent {
  readonly rows: readonly (readonly CellContent[])[];
  readonly merges: readonly MergedRange[];
  readonly hiddenColumns: ReadonlySet<number>;
  readonly marks: SheetMarks;
}

const mostRows = 1_048_576;
const mostColumns = 16_384;
/** More cells than this are no ledger: a million lines of twenty columns. */
export const mostCells = 20_000_000;
const mostMerges = 100_000;
const mostInterned = 200_000;
// 9999-12-31; a larger number in a date format is 20240305 typed as a figure.
const lastSerialDay = 2_958_465;
const empty: readonly CellContent[] = [];

/**
 * Reads a worksheet as it streams in. Texts and days are shared between cells, so that a cell costs eight bytes; formulas
 * are never looked at, only their cached results.
 * @throws UnreadableFile when the sheet has more cells than a person's ledger can have
 */
export async function readSheet(pieces: AsyncIterable<string>, parts: WorkbookParts): Promise<SheetContent> {
  const reader = new SheetReader(parts);
  const scanner = new XmlScanner(reader);
  for await (const piece of pieces) scanner.push(piece);
  return reader.content();
}

class SheetReader implements XmlHandler {
  readonly #parts: WorkbookParts;
  readonly #rows: (readonly CellContent[])[] = [];
  readonly #merges: MergedRange[] = [];
  readonly #hiddenColumns = new Set<number>();
  readonly #marks: SheetMarks;
  readonly #days = new Map<number, DateCell>();
  readonly #interned = new Map<string, string>();
  #cells: CellContent[] = [];
  #row = -1;
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #isValue = false;
  #isInline = false;
  #isPhonetic = false;

  constructor(parts: WorkbookParts) {
    this.#parts = parts;
    this.#marks = new SheetMarks(parts.formats.map(({ marks }) => marks));
  }

  content(): SheetContent {
    return { rows: this.#rows, merges: this.#merges, hiddenColumns: this.#hiddenColumns, marks: this.#marks };
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'c':
        this.#openCell(attributes);
        return;
      case 'v':
        this.#isValue = true;
        return;
      case 't':
        this.#isValue = this.#isInline && !this.#isPhonetic;
        return;
      case 'is':
        this.#isInline = true;
        return;
      case 'rPh':
        this.#isPhonetic = true;
        return;
      case 'row':
        this.#openRow(attribute(attributes, 'r'));
        return;
      case 'col':
        this.#noteColumn(attributes);
        return;
      case 'mergeCell':
        this.#noteMerge(attribute(attributes, 'ref') ?? '');
        return;
      default: // everything else of a worksheet says nothing about its cells
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'is') this.#isInline = false;
    else if (name === 'rPh') this.#isPhonetic = false;
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
  }

  #openRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= mostRows) throw tooLarge(this.#parts.fileName);
    this.#row = row;
    this.#column = -1;
    this.#cells = [];
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#parts.budget.cells -= this.#cells.length;
    if (this.#parts.budget.cells < 0) throw tooLarge(this.#parts.fileName);
    while (this.#rows.length < this.#row) this.#rows.push(empty);
    this.#rows[this.#row] = this.#cells;
    this.#cells = [];
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    if (this.#column < 0 || this.#column >= mostColumns) throw tooLarge(this.#parts.fileName);
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number(attribute(attributes, 's') ?? 0);
    this.#value = '';
  }

  #closeCell(): void {
    if (this.#value === '') return;
    const content = this.#content();
    if (content === null) return;
    for (let column = this.#cells.length; column < this.#column; column += 1) this.#cells.push(null);
    this.#cells[this.#column] = content;
    this.#marks.note(this.#row, this.#column, this.#style);
  }

  #content(): CellContent {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return textContent(this.#parts.strings[Number(value)] ?? '');
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        return { error: value };
      case 'str':
      case 'inlineStr':
        return textContent(this.#shared(unescaped(decodedText(value))));
      case 'd':
        return { date: value.slice(0, 10) };
      default:
        return this.#number(value);
    }
  }

  #number(value: string): CellContent {
    const number = Number(value);
    if (Number.isNaN(number)) return textContent(decodedText(value));
    if (number < 0 || number > lastSerialDay || !this.#parts.formats[this.#style]?.isDate) return number;
    const known = this.#days.get(number);
    if (known) return known;
    const day = serialToDate(number, this.#parts.isDate1904);
    if (Number.isNaN(day.getTime())) return number;
    const cell = { date: day.toISOString().slice(0, 10) };
    if (this.#days.size < mostInterned) this.#days.set(number, cell);
    return cell;
  }

  #shared(text: string): string {
    const known = this.#interned.get(text);
    if (known !== undefined) return known;
    const own = detached(text);
    if (this.#interned.size < mostInterned) this.#interned.set(own, own);
    return own;
  }

  #noteColumn(attributes: string): void {
    const hidden = attribute(attributes, 'hidden');
    if (hidden !== '1' && hidden !== 'true') return;
    const last = Math.min(Number(attribute(attributes, 'max')), mostColumns);
    for (let column = Math.max(Number(attribute(attributes, 'min')), 1); column <= last; column += 1) this.#hiddenColumns.add(column - 1);
  }

  #noteMerge(reference: string): void {
    const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference);
    if (!match?.[1] || !match[2] || this.#merges.length >= mostMerges) return;
    this.#merges.push({ startRow: Number(match[2]) - 1, startCol: columnOf(match[1]), endRow: Number(match[4] ?? match[2]) - 1, endCol: columnOf(match[3] ?? match[1]) });
  }
}

const errorText = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;

function textContent(text: string): CellContent {
  if (text === '') return null;
  return text.charCodeAt(0) === 35 && errorText.test(text) ? { error: text } : text;
}

/** AB12 → 27; -1 where there are no letters. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const letter = reference.charCodeAt(index) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > mostColumns) return mostColumns;
  }
  return column - 1;
}

function tooLarge(name: string): UnreadableFile {
  return new UnreadableFile(name, '工作表的行、列或单元格太多，没有打开。请只留下台账所在的部分再试。', 'A sheet has more rows, columns or cells than a ledger can have and was not opened. Keep only the ledger and try again.');
}
