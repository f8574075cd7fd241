import type { Fraction, Share } from './fraction.ts';
import { divideRoundedBig } from './rounding.ts';
import type { Rounding } from './terms.ts';

/*
 * An amount that grows by the day before rounding: (numerator + perDay × days) / denominator fen, all exact whole numbers.
 * Two overdue 101.00 at 18 %/360 over 2000: each day adds 10 100, ten days are 101 000, rounded to 0.51 and 0.51.
 */

/** The smallest denominator over which all the shares are whole. */
export function commonDenominator(shares: readonly Fraction[]): bigint {
  return shares.reduce((product, share) => leastCommonMultiple(product, BigInt(share.denominator)), 1n);
}

/** amount × share over `denominator`, which the share's own must divide. */
export function numeratorOf({ amount, by }: Share, denominator: bigint): bigint {
  return BigInt(amount) * BigInt(by.numerator) * (denominator / BigInt(by.denominator));
}

export function sumOfNumerators(shares: readonly Share[], denominator: bigint): bigint {
  return shares.reduce((sum, share) => sum + numeratorOf(share, denominator), 0n);
}

/** A line's value in fen, rounded once. */
export function roundedFen(numerator: bigint, denominator: bigint, rounding: Rounding): number {
  return Number(divideRoundedBig(numerator, denominator, rounding));
}

function leastCommonMultiple(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return (left / larger) * right;
}
