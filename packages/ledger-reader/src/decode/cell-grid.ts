/** A cell that the workbook itself marks as a date; the time of day is dropped. */
export interface DateCell {
  readonly date: string;
}
/** A formula whose cached result is an error such as #REF!. */
export interface ErrorCell {
  readonly error: string;
}
export type CellContent = string | number | boolean | DateCell | ErrorCell | null;

/** What a cell says beside its content; absent when it is plain. */
export interface CellMarks {
  readonly isRed?: true;
  readonly isStruck?: true;
  readonly isPercent?: true;
  readonly fillRgb?: string;
}

export interface MergedRange {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** One sheet as it stands in the file. Rows and columns count from 0. */
export interface SheetGrid {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly (readonly CellContent[])[];
  readonly merges: readonly MergedRange[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** By markKey of the cell. */
  readonly marks: { readonly size: number; get(key: number): CellMarks | undefined };
  /** The workbook counts days from 1904; its date cells are right, bare numbers are four years short. */
  readonly isDate1904?: true;
}

export type FileFormat = 'xlsx' | 'xls' | 'csv' | 'html';

export interface DecodedFile {
  readonly name: string;
  readonly format: FileFormat;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheets: readonly SheetGrid[];
}

/** A key for SheetGrid.marks; a number, because a sheet may have a million of them. */
export function markKey(row: number, column: number): number {
  return row * 16384 + column;
}

export function isDateCell(content: CellContent | undefined): content is DateCell {
  return typeof content === 'object' && content !== null && 'date' in content;
}

export function isErrorCell(content: CellContent | undefined): content is ErrorCell {
  return typeof content === 'object' && content !== null && 'error' in content;
}

/** 0 → "A", 26 → "AA". */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** (0, 0) → "A1". */
export function cellAddress(row: number, column: number): string {
  return `${columnLetter(column)}${row + 1}`;
}

/** "H10" → row 9, column 7; null for what is no address of a spreadsheet. */
export function cellPlace(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (!match) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < 16_384 ? { row: Number(match[2]) - 1, column } : null;
}

/** The content as a person would retype it, for messages and samples. */
export function contentText(content: CellContent | undefined): string {
  if (content === null || content === undefined) return '';
  if (isDateCell(content)) return content.date;
  if (isErrorCell(content)) return content.error;
  return String(content);
}
