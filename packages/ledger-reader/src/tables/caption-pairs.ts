import { contentText, type CellContent, type SheetGrid } from '../decode/cell-grid.ts';
import { visibleText } from '../text/clean-text.ts';
import { tableOf, type ColumnMeaning } from './column-meaning.ts';
import { candidatesOf } from './header-candidates.ts';
import { columnWords } from './header-words.ts';
import { parseHeader } from './header-text.ts';

/** 借款人：赵甲 above a table, with the cell it stands in. Rows and columns count from 0. */
export interface CaptionPair {
  readonly key: string;
  readonly value: CellContent;
  readonly row: number;
  readonly column: number;
}

const longestCaption = 400;
const labelled = /([^\s::：,，;；]{2,10})\s*[:：]\s*(.*?)(?=(?:[\s,，;；]+[^\s::：,，;；]{2,10}\s*[:：])|$)/gs;

/** Labels with their values in the rows above a table: in one cell, several in one cell, or the value in the next cell. */
export function captionPairs(sheet: SheetGrid, from: number, until: number): CaptionPair[] {
  const pairs: CaptionPair[] = [];
  for (let row = from; row < until; row += 1) {
    const cells = sheet.rows[row] ?? [];
    cells.forEach((cell, column) => {
      if (typeof cell !== 'string' || cell.length > longestCaption) return;
      for (const [, key, text] of visibleText(cell).matchAll(labelled)) {
        const at = text === '' ? nextFilled(cells, column) : column;
        const value = text === '' ? (cells[at] ?? null) : text;
        if (key && value !== null && value !== undefined && !(text === '' && /[:：]$/.test(contentText(value)))) pairs.push({ key, value, row, column: at });
      }
    });
  }
  return pairs;
}

function nextFilled(cells: readonly CellContent[], column: number): number {
  const next = cells.findIndex((cell, index) => index > column && cell !== null);
  return next < 0 ? column : next;
}

/** Whether the rows name whose or which loan the table below is. */
export function namesLoan(pairs: readonly CaptionPair[]): boolean {
  return pairs.some((pair) => isKey(meaningOf(pair)));
}

const keyMeanings: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['customer.name', 'customer.idNumber', 'customer.customerNo', 'loan.receiptNo', 'loan.contractNo']);

function isKey(meaning: ColumnMeaning | undefined): boolean {
  return meaning !== undefined && keyMeanings.has(meaning);
}

/** What a label means for certain; undefined for one that is a helper, loose or unknown. */
export function meaningOf({ key }: CaptionPair): ColumnMeaning | undefined {
  const { meanings, isLoose } = candidatesOf(columnWords(parseHeader([key]).path), 'loan');
  const [first] = meanings;
  return !isLoose && first && tableOf(first) !== null ? first : undefined;
}
