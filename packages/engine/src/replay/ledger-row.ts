import type { Fraction } from '../fraction.ts';
import { timesFraction } from '../fraction.ts';
import type { Rounding } from '../terms.ts';

/** Amount × days that an overdue component has stood unpaid; exact, multiplied by the rate only when read. */
export type AmountDays = number | bigint;

/**
 * One installment while events are replayed. Amounts in fen, days as day numbers.
 * Mutable on purpose: replay owns its rows and hands out only finished states.
 */
export interface LedgerRow {
  readonly number: number;
  readonly fromDay: number;
  dueDay: number;
  principalFen: number;
  interestFen: number;
  feeFen: number;
  paidPrincipalFen: number;
  paidInterestFen: number;
  paidFeeFen: number;
  paidPenaltyFen: number;
  paidCompoundFen: number;
  /** Penalty that an opening brought in from the old book. */
  broughtInPenaltyFen: number;
  penaltyAmountDays: AmountDays;
  compoundAmountDays: AmountDays;
  /** Day up to which penalty and compound are counted. */
  accruedToDay: number;
  lastPaidDay: number | null;
}

export function newLedgerRow(
  number: number, fromDay: number, dueDay: number, principalFen: number, interestFen: number,
): LedgerRow {
  return {
    number, fromDay, dueDay, principalFen, interestFen,
    feeFen: 0, paidPrincipalFen: 0, paidInterestFen: 0, paidFeeFen: 0, paidPenaltyFen: 0, paidCompoundFen: 0,
    broughtInPenaltyFen: 0, penaltyAmountDays: 0, compoundAmountDays: 0, accruedToDay: dueDay, lastPaidDay: null,
  };
}

/** Penalty charged so far, paid or not: rounded once for the row (rule §1.3). */
export function penaltyFenOf(row: LedgerRow, perDay: Fraction, rounding: Rounding): number {
  return row.broughtInPenaltyFen + timesFraction(row.penaltyAmountDays, perDay, rounding);
}

/** Compound interest charged so far, paid or not: rounded once for the row. */
export function compoundFenOf(row: LedgerRow, perDay: Fraction, rounding: Rounding): number {
  return timesFraction(row.compoundAmountDays, perDay, rounding);
}

export function openPrincipalFen(row: LedgerRow): number {
  return row.principalFen - row.paidPrincipalFen;
}

export function openInterestFen(row: LedgerRow): number {
  return row.interestFen - row.paidInterestFen;
}

export function openFeeFen(row: LedgerRow): number {
  return row.feeFen - row.paidFeeFen;
}

/** True while principal, interest or fee of the row is unpaid: what days past due count. */
export function isOpen(row: LedgerRow): boolean {
  return openPrincipalFen(row) > 0 || openInterestFen(row) > 0 || openFeeFen(row) > 0;
}
