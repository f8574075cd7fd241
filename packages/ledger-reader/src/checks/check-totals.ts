import { contentText, markKey } from '../decode/cell-grid.ts';
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
  /** With slips of the unit put right and doubled rows taken once. */
  readonly meant: number;
  /** Whether a cell was filled but could not be read: then a larger total may be right. */
  readonly hasUnread: boolean;
}

const nothing: Sums = { read: 0, numbers: 0, parts: 0, meant: 0, hasUnread: false };

function checkColumn(table: PreparedTable, column: MappedColumn, problems: ProblemList): void {
  const subtotals = new Set(table.raw.subtotalRows);
  if (table.splits.some(({ undivided }) => undivided.includes(column.index))) return;
  const placeOf = (row: number): number => table.origins?.rows.get(row) ?? row;
  const rows = [...table.raw.recordRows, ...table.raw.subtotalRows].sort((left, right) => placeOf(left) - placeOf(right));
  let since = nothing;
  let all = nothing;
  let allSubtotals = 0;
  // 承前页 stands above the first record: no sum of rows here, but part of the sums that follow.
  let carriedFen = 0;
  let hasRecords = false;
  for (const row of rows) {
    if (!subtotals.has(row)) {
      hasRecords = true;
      const addend = sumsOf(table, column, row);
      [since, all] = [plus(since, addend), plus(all, addend)];
      continue;
    }
    const cell = table.sheet.rows[row]?.[column.index];
    const reading = readAmount(cell, column.moneyUnit);
    if (reading.kind === 'amount' && !hasRecords) carriedFen = reading.fen;
    else if (reading.kind === 'amount') {
      const { fen } = reading;
      const sums = [since, all].flatMap(({ read, numbers, parts, meant }) => [read, numbers, parts, meant]);
      const candidates = [...sums, ...sums.map((sum) => sum + carriedFen)];
      if (![...candidates, allSubtotals].some((candidate) => Math.abs(candidate - fen) <= toleranceFen)) {
        problems.add({ file: table.file, sheet: table.sheet.name, row, column: column.index }, {
          kind: 'total_mismatch', value: contentText(cell), severity: all.hasUnread && fen > Math.min(since.meant, all.meant) ? 'info' : 'warning',
          zh: `合计 ${yuanText(fen)} 与明细之和 ${yuanText(since.read === 0 ? all.read : since.read)} 不符`,
          en: `The total ${yuanText(fen)} is not the sum of its rows, ${yuanText(since.read === 0 ? all.read : since.read)}`,
        });
      }
      allSubtotals += fen;
    }
    since = nothing;
  }
}

/** What one row adds to its column. */
function sumsOf(table: PreparedTable, column: MappedColumn, row: number): Sums {
  const cell = table.sheet.rows[row]?.[column.index];
  const reading = readAmount(cell, column.moneyUnit);
  if (reading.kind === 'blank') return nothing;
  if (reading.kind !== 'amount') return { ...nothing, hasUnread: true };
  const { correctedFen, repeatedRows } = table.findings;
  return {
    read: reading.fen,
    numbers: typeof cell === 'number' ? reading.fen : 0,
    parts: column.meaning === 'repayment.total' ? partsOf(table, row) : reading.fen,
    meant: repeatedRows.has(row) ? 0 : (correctedFen.get(markKey(row, column.index)) ?? reading.fen),
    hasUnread: false,
  };
}

function plus(left: Sums, right: Sums): Sums {
  return {
    read: left.read + right.read,
    numbers: left.numbers + right.numbers,
    parts: left.parts + right.parts,
    meant: left.meant + right.meant,
    hasUnread: left.hasUnread || right.hasUnread,
  };
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
