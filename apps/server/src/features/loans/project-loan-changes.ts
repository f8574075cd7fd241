import type { InstallmentRow, LoanProjection, LoanStateRow, ProjectedRows, ReceiptRow } from './project-loan.ts';

/** What must be written so that the rows of a loan become those of its projection. */
export interface LoanChanges {
  readonly state: LoanStateRow;
  readonly installments: readonly InstallmentRow[];
  /** Numbers of rows that the plan no longer has. */
  readonly removedNumbers: readonly number[];
  readonly receipts: readonly ReceiptRow[];
}

/** `before`: the rows that stand in the database. The state is always part of it: it is one row, and nearly every reason to project again changes it. */
export function projectLoanChanges(before: ProjectedRows, after: LoanProjection): LoanChanges {
  const rows = new Map(before.installments.map((row) => [row.number, row]));
  const receipts = new Map(before.receipts.map((row) => [row.event_id, row]));
  const kept = new Set(after.installments.map((row) => row.number));
  return {
    state: after.state,
    installments: after.installments.filter((row) => !isSameRow(installmentColumns, rows.get(row.number), row)),
    removedNumbers: before.installments.map((row) => row.number).filter((number) => !kept.has(number)),
    receipts: after.receipts.filter((row) => !isSameRow(receiptColumns, receipts.get(row.event_id), row)),
  };
}

function isSameRow<Row extends object>(columns: readonly (keyof Row)[], before: Row | undefined, after: Row): boolean {
  if (before === undefined) return false;
  return columns.every((column) => before[column] === after[column]);
}

// Named by the row types, so that a column added there without a place here does not compile.
export const installmentColumns = Object.keys({
  due_on: 0, principal_fen: 0, interest_fen: 0, fee_fen: 0, paid_principal_fen: 0, paid_interest_fen: 0, paid_fee_fen: 0, settled_on: 0, penalty_numerator: 0, compound_numerator: 0,
  penalty_settled_fen: 0, compound_settled_fen: 0, accrual_from_on: 0, accrual_numerator: 0, accrual_per_day: 0, accrual_offset_fen: 0,
} satisfies Record<Exclude<keyof InstallmentRow, 'number'>, 0>) as (keyof InstallmentRow)[]; // as: keys of a literal of this type

export const receiptColumns = Object.keys({
  principal_fen: 0, interest_fen: 0, penalty_fen: 0, compound_fen: 0, fee_fen: 0, credit_fen: 0, is_reversed: 0,
} satisfies Record<Exclude<keyof ReceiptRow, 'event_id'>, 0>) as (keyof ReceiptRow)[]; // as: keys of a literal of this type
