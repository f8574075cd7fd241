import type { Fraction, Share } from '../fraction.ts';
import { timesFraction, timesFractions } from '../fraction.ts';
import type { Rounding } from '../terms.ts';

/** Amount × days that an overdue component has stood unpaid; exact, multiplied by the rate only when read. */
export type AmountDays = number | bigint;

/**
 * One installment while events are replayed. Amounts in fen, days as day numbers.
 * Mutable on purpose: replay owns its rows and hands out only finished states.
 */
export interface LedgerRow {
  readonly number: number;
  fromDay: number;
  /** Day the row's own accrual begins: the due day of the row before, which rest days may have put off. */
  accruesFromDay: number;
  dueDay: number;
  /** Day up to which the row bears interest: its due day, or the contract's where rest days bear none. */
  toDay: number;
  principalFen: number;
  interestFen: number;
  feeFen: number;
  paidPrincipalFen: number;
  paidInterestFen: number;
  paidFeeFen: number;
  paidPenaltyFen: number;
  paidCompoundFen: number;
  waivedInterestFen: number;
  waivedFeeFen: number;
  waivedPenaltyFen: number;
  waivedCompoundFen: number;
  /** Interest of the row that was settled before its due date, by an early repayment. */
  closedInterestFen: number;
  /** Day from which the interest not yet closed or kept in `earlierInterest` runs; the period's start until a change. */
  segmentFromDay: number;
  /** Interest of the running period on earlier balances or rates, exact. */
  earlierInterest: readonly Share[];
  /** Penalty and compound counted at earlier rates, exact. */
  earlierPenalty: readonly Share[];
  earlierCompound: readonly Share[];
  /** Penalty and compound that came from an old book or an old plan; negative where they left for a new plan. */
  broughtInPenaltyFen: number;
  broughtInCompoundFen: number;
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
    number, fromDay, accruesFromDay: fromDay, dueDay, toDay: dueDay, principalFen, interestFen,
    feeFen: 0, paidPrincipalFen: 0, paidInterestFen: 0, paidFeeFen: 0, paidPenaltyFen: 0, paidCompoundFen: 0,
    waivedInterestFen: 0, waivedFeeFen: 0, waivedPenaltyFen: 0, waivedCompoundFen: 0,
    closedInterestFen: 0, segmentFromDay: fromDay, earlierInterest: [], earlierPenalty: [], earlierCompound: [],
    broughtInPenaltyFen: 0, broughtInCompoundFen: 0, penaltyAmountDays: 0, compoundAmountDays: 0, accruedToDay: dueDay, lastPaidDay: null,
  };
}

/** Penalty charged so far, paid or not: rounded once for the row (rule §1.3). */
export function penaltyFenOf(row: LedgerRow, perDay: Fraction, rounding: Rounding): number {
  return row.broughtInPenaltyFen + chargedFen(row.penaltyAmountDays, row.earlierPenalty, perDay, rounding);
}

/** Compound interest charged so far, paid or not: rounded once for the row. */
export function compoundFenOf(row: LedgerRow, perDay: Fraction, rounding: Rounding): number {
  return row.broughtInCompoundFen + chargedFen(row.compoundAmountDays, row.earlierCompound, perDay, rounding);
}

function chargedFen(amountDays: AmountDays, earlier: readonly Share[], perDay: Fraction, rounding: Rounding): number {
  if (earlier.length === 0) return timesFraction(amountDays, perDay, rounding);
  return timesFractions([...earlier, { amount: amountDays, by: perDay }], rounding);
}

export function openPrincipalFen(row: LedgerRow): number {
  return row.principalFen - row.paidPrincipalFen;
}

export function openInterestFen(row: LedgerRow): number {
  return row.interestFen - row.paidInterestFen - row.waivedInterestFen;
}

export function openFeeFen(row: LedgerRow): number {
  return row.feeFen - row.paidFeeFen - row.waivedFeeFen;
}

/** True while principal, interest or fee of the row is unpaid: what days past due count. */
export function isOpen(row: LedgerRow): boolean {
  return openPrincipalFen(row) > 0 || openInterestFen(row) > 0 || openFeeFen(row) > 0;
}
