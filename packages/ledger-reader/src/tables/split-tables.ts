import { denseText } from '../text/clean-text.ts';
import type { SheetGrid } from '../decode/cell-grid.ts';
import type { RawTable } from './find-tables.ts';
import { rowKind } from './row-kind.ts';

const firstHeadings = /^(序号|编号|姓名|借款人|客户名称|客户姓名|客户编号|借据号|借据编号|合同编号|合同号|日期|还款日期)$/;

/**
 * Two tables side by side under one row of headings: an empty column between them, and both sides begin anew with a
 * heading such as 序号 or 借款人. An empty column alone does not split a table.
 */
export function splitSideBySide(sheet: SheetGrid, table: RawTable): RawTable[] {
  const starts = [0];
  for (let column = 1; column < table.headings.length; column += 1) {
    const leaf = denseText(table.headings[column]?.at(-1) ?? '');
    if (isEmptyColumn(sheet, table, column - 1) && firstHeadings.test(leaf) && repeatsHeading(table, column, starts.at(-1) ?? 0)) starts.push(column);
  }
  if (starts.length === 1) return [table];
  return starts.map((start, index) => part(sheet, table, start, starts[index + 1] ?? table.headings.length));
}

function isEmptyColumn(sheet: SheetGrid, table: RawTable, column: number): boolean {
  return (table.headings[column] ?? []).length === 0 && table.recordRows.every((row) => (sheet.rows[row]?.[column] ?? null) === null);
}

/** Some heading right of the gap also stands left of it, or the right side has a beginning of its own (序号). */
function repeatsHeading(table: RawTable, from: number, since: number): boolean {
  const left = new Set(table.headings.slice(since, from).map((texts) => denseText(texts.at(-1) ?? '')).filter((text) => text !== ''));
  const right = table.headings.slice(from).map((texts) => denseText(texts.at(-1) ?? '')).filter((text) => text !== '');
  return left.size >= 2 && right.length >= 2 && right.some((text) => left.has(text));
}

function part(sheet: SheetGrid, table: RawTable, from: number, to: number): RawTable {
  const headings = table.headings.map((texts, column) => (column >= from && column < to ? texts : []));
  const width = headings.filter((texts) => texts.length > 0).length;
  const kindOf = (row: number): string => rowKind((sheet.rows[row] ?? []).map((cell, column) => (column >= from && column < to ? cell : null)), width);
  const rows = [...table.recordRows, ...table.subtotalRows, ...table.sections.keys()].sort((left, right) => left - right);
  return { ...table, headings, recordRows: rows.filter((row) => kindOf(row) === 'record'), subtotalRows: rows.filter((row) => kindOf(row) === 'subtotal') };
}
