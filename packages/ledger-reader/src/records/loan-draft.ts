import type { LoanFlag, RecordSource } from '../ledger-reading.ts';
import type { CustomerDraft } from './customer-registry.ts';
import type { DraftValues } from './draft-values.ts';
import type { StatusWord } from '../values/loan-choices.ts';
import type { CellAt } from './problem-list.ts';
import type { TableRow } from './table-row.ts';

/** A running balance as one line of the ledger states it. */
export interface BalanceLine {
  readonly at: CellAt;
  readonly balanceFen: number;
  readonly principalFen: number;
}

/** A loan while it is being put together from every row that speaks of it. */
export interface LoanDraft {
  readonly ref: string;
  readonly source: RecordSource;
  values: DraftValues;
  customer: CustomerDraft | null;
  /** These lists are replaced, not changed: nearly all of them stay empty, and the empty one is shared. */
  flags: readonly LoanFlag[];
  /** The latest row of each table that spoke of the loan, for problems found later. */
  rows: readonly TableRow[];
  /** Keys whose cells say something that could not be read. */
  unread: readonly string[];
  balanceLines: readonly BalanceLine[];
  /** What the colour of its latest row says. */
  markedStatus: StatusWord | undefined;
  hasUnpaidMark: boolean;
  /** The balance is ours, from principal and receipts; the ledger has none or never kept it. */
  isBalanceComputed: boolean;
  paidPeriods: number | null;
  /** The day its latest row stands for; later rows win. */
  asOf: string | undefined;
}

/** The cell in which a value of the loan stands, in the table that spoke of it first. */
export function loanCell(loan: LoanDraft, key: string): CellAt | undefined {
  for (const row of loan.rows) if (row.has(`loan.${key}`)) return row.at(`loan.${key}`);
  return undefined;
}
