import { divideRounded, divideRoundedBig } from './rounding.ts';
import type { Rounding } from './terms.ts';

/** A non-negative rational in lowest terms; both parts are safe integers. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Products below this stay exact in a double, with room for the doubling that half-up rounding needs. */
const exactLimit = 2 ** 51;

function greatestCommonDivisor(left: number, right: number): number {
  let [larger, smaller] = [left, right];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/**
 * Lowest terms keep nearly every product inside the exact range of a double:
 * 18 % a year over 360 days is 1/2000 a day rather than 18 000 000/36 000 000 000.
 * @throws RangeError when a part is not a safe integer
 */
export function fraction(numerator: number, denominator: number): Fraction {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) {
    throw new RangeError(`not an exact fraction: ${numerator}/${denominator}`);
  }
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** amount × fraction, rounded once. 12 345 × 1/2000 → 6.17 → 6. */
export function timesFraction(amount: number | bigint, by: Fraction, rounding: Rounding): number {
  if (typeof amount === 'number') {
    const product = amount * by.numerator;
    if (product < exactLimit && by.denominator < exactLimit) return divideRounded(product, by.denominator, rounding);
  }
  return Number(divideRoundedBig(BigInt(amount) * BigInt(by.numerator), BigInt(by.denominator), rounding));
}

/** One term of an exact sum: an amount that bears a share. */
export interface Share {
  readonly amount: number | bigint;
  readonly by: Fraction;
}

/** Σ amount × share, rounded once over the whole sum: a period cut into segments, a penalty over a rate change. */
export function timesFractions(shares: readonly Share[], rounding: Rounding): number {
  let numerator = 0n;
  let denominator = 1n;
  for (const { amount, by } of shares) {
    const base = BigInt(by.denominator);
    numerator = numerator * base + BigInt(amount) * BigInt(by.numerator) * denominator;
    denominator *= base;
  }
  return Number(divideRoundedBig(numerator, denominator, rounding));
}

/** total + amount × days; a double while that is exact, a bigint beyond. */
export function addAmountDays(total: number | bigint, amount: number, days: number): number | bigint {
  if (typeof total === 'number') {
    const sum = total + amount * days;
    if (sum < exactLimit) return sum;
  }
  return BigInt(total) + BigInt(amount) * BigInt(days);
}
