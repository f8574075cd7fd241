import { divideRoundedBig } from './rounding.ts';
import type { Share } from './fraction.ts';
import type { Rounding } from './terms.ts';

/**
 * An amount that grows by the day before rounding: (numerator + perDay × days) / denominator fen, all exact.
 * Two overdue 101.00 at 18 %/360 after ten days: numerator 101 000 each over 2000, rounded to 0.51 and 0.51.
 */
export interface StraightLine {
  readonly numerator: bigint;
  readonly perDay: bigint;
  readonly denominator: bigint;
}

/** What stands so far and what a further day adds, brought to one denominator. */
export function straightLine(soFar: readonly Share[], daily: readonly Share[]): StraightLine {
  const denominator = [...soFar, ...daily].reduce((product, share) => leastCommonMultiple(product, BigInt(share.by.denominator)), 1n);
  return { numerator: sumOver(soFar, denominator), perDay: sumOver(daily, denominator), denominator };
}

/** The line's value after some days, rounded once. */
export function valueAfter(line: StraightLine, days: number, rounding: Rounding): number {
  return Number(divideRoundedBig(line.numerator + line.perDay * BigInt(days), line.denominator, rounding));
}

function sumOver(shares: readonly Share[], denominator: bigint): bigint {
  return shares.reduce(
    (sum, { amount, by }) => sum + BigInt(amount) * BigInt(by.numerator) * (denominator / BigInt(by.denominator)), 0n,
  );
}

function leastCommonMultiple(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return (left / larger) * right;
}
