import { contentText } from '../decode/cell-grid.ts';
import type { PreparedTable } from '../records/prepared-table.ts';
import type { ProblemList } from '../records/problem-list.ts';
import { yuanText } from '../records/draft-values.ts';
import { valueTypeOf } from '../tables/column-meaning.ts';
import type { MappedColumn } from '../tables/map-columns.ts';
import { readAmount } from '../values/read-amount.ts';

const toleranceFen = 100;

/**
 * Compares rows of sums with the rows they can mean: those since the last sum, all so far, or the sums so far. Excel adds
 * numbers only, so a sum that leaves out amounts written as text is the workbook's habit and not reported.
 */
export function checkTotals(table: PreparedTable, problems: ProblemList): void {
  if (table.raw.subtotalRows.length === 0) return;
  for (const column of table.map.columns) {
    if (column.meaning && valueTypeOf(column.meaning) === 'money') checkColumn(table, column, problems);
  }
}

interface Sums {
  readonly read: number;
  readonly numbers: number;
  /** By the parts of each row (本金 + 利息 + 罚息), for the column of row totals: a wrong row total is reported in its row. */
  readonly parts: number;
}

function checkColumn(table: PreparedTable, column: MappedColumn, problems: ProblemList): void {
  const subtotals = new Set(table.raw.subtotalRows);
  const rows = [...table.raw.recordRows, ...table.raw.subtotalRows].sort((left, right) => left - right);
  let since: Sums = { read: 0, numbers: 0, parts: 0 };
  let all: Sums = { read: 0, numbers: 0, parts: 0 };
  let allSubtotals = 0;
  for (const row of rows) {
    const cell = table.sheet.rows[row]?.[column.index];
    const reading = readAmount(cell, column.moneyUnit);
    if (!subtotals.has(row)) {
      if (reading.kind !== 'amount') continue;
      const numbers = typeof cell === 'number' ? reading.fen : 0;
      const parts = column.meaning === 'repayment.total' ? partsOf(table, row) : reading.fen;
      since = { read: since.read + reading.fen, numbers: since.numbers + numbers, parts: since.parts + parts };
      all = { read: all.read + reading.fen, numbers: all.numbers + numbers, parts: all.parts + parts };
      continue;
    }
    if (reading.kind === 'amount') {
      const { fen } = reading;
      const candidates = [since.read, since.numbers, since.parts, all.read, all.numbers, all.parts, allSubtotals];
      if (!candidates.some((candidate) => Math.abs(candidate - fen) <= toleranceFen)) {
        problems.add({ file: table.file, sheet: table.sheet.name, row, column: column.index }, {
          kind: 'total_mismatch', value: contentText(cell), severity: 'warning',
          zh: `合计 ${yuanText(fen)} 与明细之和 ${yuanText(since.read === 0 ? all.read : since.read)} 不符`,
          en: `The total ${yuanText(fen)} is not the sum of its rows, ${yuanText(since.read === 0 ? all.read : since.read)}`,
        });
      }
      allSubtotals += fen;
    }
    since = { read: 0, numbers: 0, parts: 0 };
  }
}

function partsOf(table: PreparedTable, row: number): number {
  let sum = 0;
  for (const key of ['principal', 'interest', 'penalty', 'compound', 'fee'] as const) {
    const column = table.map.byMeaning.get(`repayment.${key}`);
    const reading = column ? readAmount(table.sheet.rows[row]?.[column.index], column.moneyUnit) : null;
    if (reading?.kind === 'amount') sum += reading.fen;
  }
  return sum;
}
