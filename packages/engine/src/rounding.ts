import type { Rounding } from './terms.ts';

/**
 * Quotient of two non-negative whole numbers below 2^51, rounded to a whole number.
 * Math.floor of the quotient is exact there: a quotient of whole numbers below 2^53 that is not whole lies further from
 * the next whole number than half the spacing of the doubles around it.
 * Rule §1.8: amounts round to fen half-up; half-even and truncation are product options. 5/2 → 3, 2, 2.
 */
export function divideRounded(numerator: number, denominator: number, rounding: Rounding): number {
  if (rounding === 'half_up') return Math.floor((2 * numerator + denominator) / (2 * denominator));
  const quotient = Math.floor(numerator / denominator);
  const twiceRest = 2 * (numerator - quotient * denominator);
  if (rounding === 'down' || twiceRest < denominator) return quotient;
  return twiceRest > denominator || quotient % 2 === 1 ? quotient + 1 : quotient;
}

/** The same for whole numbers of any size. */
export function divideRoundedBig(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const quotient = numerator / denominator;
  const twiceRest = 2n * (numerator - quotient * denominator);
  if (rounding === 'half_up') return twiceRest >= denominator ? quotient + 1n : quotient;
  if (rounding === 'down' || twiceRest < denominator) return quotient;
  return twiceRest > denominator || quotient % 2n === 1n ? quotient + 1n : quotient;
}
