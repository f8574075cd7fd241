import { contentText, type CellContent, type SheetGrid } from '../decode/cell-grid.ts';
import { readAmount } from '../values/read-amount.ts';
import { keyOf, valueTypeOf, type ColumnMeaning } from './column-meaning.ts';
import type { RawTable } from './find-tables.ts';
import type { ColumnMap } from './map-columns.ts';

/** A line that holds several loans, taken apart. Rows count from 0. */
export interface SplitRow {
  readonly row: number;
  /** The rows that stand for it, behind the last row of the sheet. */
  readonly parts: readonly number[];
  /** Columns with one amount for all of them, which cannot be divided. */
  readonly undivided: readonly number[];
}

export interface SplitRows {
  readonly sheet: SheetGrid;
  readonly table: RawTable;
  readonly splits: readonly SplitRow[];
}

const most = 12;

/**
 * Takes lines apart that hold several loans in one cell each (合同号 A01/A02, 金额 5万+3万, or Alt+Enter): only where the
 * loan's number and its amount fall into equally many parts, so that nothing is guessed. Null when there is no such line.
 */
export function splitRows(sheet: SheetGrid, table: RawTable, map: ColumnMap): SplitRows | null {
  const numbers = (['loan.contractNo', 'loan.receiptNo'] as const).flatMap((meaning) => map.byMeaning.get(meaning)?.index ?? []);
  const amount = map.byMeaning.get('loan.principal')?.index;
  if (numbers.length === 0 || amount === undefined || map.periods.length > 0) return null;
  const rows = [...sheet.rows];
  const splits: SplitRow[] = [];
  const recordRows = table.recordRows.flatMap((row) => {
    const cells = sheet.rows[row] ?? [];
    const amounts = partsOf(cells[amount], /[\n/、+和;；]/);
    const isSplit = amounts.length > 1 && amounts.every((part) => readAmount(part).kind === 'amount') && numbers.every((column) => (cells[column] ?? null) === null || partsOf(cells[column], /[\n/、;；]/).length === amounts.length) && numbers.some((column) => (cells[column] ?? null) !== null);
    if (!isSplit) return [row];
    const undivided: number[] = [];
    const parts = amounts.map((_, index) => rows.push(cells.map((cell, column) => partOf(cell, meaningAt(map, column), index, amounts.length, () => undivided.push(column)))) - 1);
    splits.push({ row, parts, undivided: [...new Set(undivided)] });
    return parts;
  });
  return splits.length === 0 ? null : { sheet: { ...sheet, rows }, table: { ...table, recordRows }, splits };
}

function partsOf(cell: CellContent | undefined, separators: RegExp): string[] {
  if (typeof cell !== 'string' || cell.length > 200) return [];
  return cell.split(separators).map((part) => part.trim()).filter((part) => part !== '').slice(0, most + 1);
}

function meaningAt(map: ColumnMap, column: number): ColumnMeaning | null {
  return map.columns.find(({ index }) => index === column)?.meaning ?? null;
}

/** What one part says in a column: its own piece, the whole cell, or nothing where one amount stands for all. */
function partOf(cell: CellContent, meaning: ColumnMeaning | null, index: number, count: number, onUndivided: () => void): CellContent {
  const lines = partsOf(cell, /\n/);
  const isOwn = meaning !== null && ['money', 'date', 'code', 'rate', 'term'].includes(valueTypeOf(meaning));
  const pieces = lines.length === count ? lines : isOwn && keyOf(meaning) !== 'archiveNo' ? partsOf(cell, /[\n/、+;；]/) : [];
  if (pieces.length === count) return pieces[index] ?? null;
  if (meaning === null || valueTypeOf(meaning) !== 'money' || contentText(cell) === '') return cell;
  onUndivided();
  return null;
}
