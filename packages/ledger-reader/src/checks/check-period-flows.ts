import { contentText } from '../decode/cell-grid.ts';
import type { PreparedTable } from '../records/prepared-table.ts';
import type { ProblemList } from '../records/problem-list.ts';
import { yuanText } from '../records/draft-values.ts';
import { TableRow } from '../records/table-row.ts';
import type { ColumnMeaning } from '../tables/column-meaning.ts';
import { readAmount } from '../values/read-amount.ts';

const toleranceFen = 100;

/**
 * A sheet for a month says what was owed before, what was lent and what came back in it: together they must make the
 * balance. Believed where most rows fit, since 本月归还 may hold the interest too.
 */
export function checkPeriodFlows(table: PreparedTable, problems: ProblemList): void {
  const has = (meaning: ColumnMeaning): boolean => table.map.byMeaning.has(meaning);
  if (!has('row.openingBalance') || !has('loan.outstandingPrincipal') || !(has('row.repaidInPeriod') || has('row.lentInPeriod'))) return;
  if (periodOf(table, 'row.openingBalance') !== periodOf(table, has('row.repaidInPeriod') ? 'row.repaidInPeriod' : 'row.lentInPeriod')) return;
  const rows = table.raw.recordRows.map((index) => new TableRow(table, index, problems));
  const judged = rows.flatMap((row) => judge(row) ?? []);
  const wrong = judged.filter(({ balanceFen, expectedFen }) => Math.abs(balanceFen - expectedFen) >= toleranceFen);
  if (judged.length < 3 || wrong.length > judged.length * 0.4) return;
  for (const { row, expectedFen } of wrong) {
    row.report('loan.outstandingPrincipal', { kind: 'inconsistent_balance', severity: 'warning', zh: `余额与期初余额加发放减收回不符（应为 ${yuanText(expectedFen)}）`, en: `The balance is not the opening balance plus what was lent less what came back (${yuanText(expectedFen)})` });
  }
}

function periodOf({ map }: PreparedTable, meaning: ColumnMeaning): string {
  const header = map.byMeaning.get(meaning)?.header ?? '';
  return /年/.test(header) ? 'year' : /月/.test(header) ? 'month' : 'period';
}

interface Judged {
  readonly row: TableRow;
  readonly balanceFen: number;
  readonly expectedFen: number;
}

/** What the balance of a row is and should be; null where an amount of it cannot be read or the balance is blank. */
function judge(row: TableRow): Judged | null {
  const [opening, lent, repaid, balance] = (['row.openingBalance', 'row.lentInPeriod', 'row.repaidInPeriod', 'loan.outstandingPrincipal'] as const).map((meaning) => fenOf(row, meaning));
  if (opening === undefined || lent === undefined || repaid === undefined || balance === undefined) return null;
  if (contentText(row.cell('loan.outstandingPrincipal')).trim() === '') return null;
  return { row, balanceFen: balance, expectedFen: opening + lent - repaid };
}

/** A blank is nothing; what cannot be read is undefined. */
function fenOf(row: TableRow, meaning: ColumnMeaning): number | undefined {
  const column = row.column(meaning);
  const reading = column ? readAmount(row.cellAt(column.index), column.moneyUnit) : null;
  if (reading === null || reading.kind === 'blank') return 0;
  return reading.kind === 'amount' ? reading.fen : undefined;
}
