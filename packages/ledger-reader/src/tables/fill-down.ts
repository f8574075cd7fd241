import type { CellContent, SheetGrid } from '../decode/cell-grid.ts';
import { denseText } from '../text/clean-text.ts';
import { tableOf, valueTypeOf, type ColumnMeaning } from './column-meaning.ts';
import type { RawTable } from './find-tables.ts';
import type { ColumnMap } from './map-columns.ts';

// A borrower has a few dozen lines; a crafted merge may span the whole sheet.
const longestMerge = 500;
const sameAsAbove = /^(同上|同前|〃|″|''|"|ditto)$/i;

/**
 * The sheet with the cells of its record rows filled that stand for the cell above: vertically merged cells about who and
 * which (never amounts, which would count twice), and 同上 in any column. A plain empty cell stays empty.
 */
export function fillDown(sheet: SheetGrid, table: RawTable, map: ColumnMap): SheetGrid {
  const records = new Set(table.recordRows);
  const changes = new Map<number, Map<number, CellContent>>();
  const set = (row: number, column: number, content: CellContent): void => {
    const changed = changes.get(row) ?? new Map<number, CellContent>();
    changed.set(column, content);
    changes.set(row, changed);
  };
  const identityColumns = new Set([...map.byMeaning].filter(([meaning]) => isIdentity(meaning)).map(([, column]) => column.index));
  for (const merge of sheet.merges) {
    if (merge.endRow === merge.startRow || !records.has(merge.startRow) || !identityColumns.has(merge.startCol)) continue;
    const top = sheet.rows[merge.startRow]?.[merge.startCol] ?? null;
    for (let row = merge.startRow + 1; row <= Math.min(merge.endRow, merge.startRow + longestMerge); row += 1) if (records.has(row)) set(row, merge.startCol, top);
  }
  let above: readonly CellContent[] = [];
  for (const row of table.recordRows) {
    const cells = (sheet.rows[row] ?? []).map((cell, column) => {
      if (typeof cell !== 'string' || cell.length > 6 || !sameAsAbove.test(denseText(cell))) return changes.get(row)?.get(column) ?? cell;
      set(row, column, above[column] ?? null);
      return above[column] ?? null;
    });
    above = cells;
  }
  return changes.size === 0 ? sheet : { ...sheet, rows: sheet.rows.map((cells, row) => filled(cells, changes.get(row))) };
}

function filled(cells: readonly CellContent[], changed: ReadonlyMap<number, CellContent> | undefined): readonly CellContent[] {
  return changed ? cells.map((cell, column) => changed.get(column) ?? cell) : cells;
}

function isIdentity(meaning: ColumnMeaning): boolean {
  return (tableOf(meaning) === 'customer' && valueTypeOf(meaning) !== 'money') || ['loan.contractNo', 'loan.receiptNo', 'loan.manager', 'loan.branch', 'loan.product'].includes(meaning);
}
