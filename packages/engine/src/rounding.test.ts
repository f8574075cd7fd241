import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addAmountDays, fraction, timesFraction, timesFractions } from './fraction.ts';
import { levelPayment, levelPaymentFen, roundExact } from './schedule/level-payment.ts';
import { divideRounded, divideRoundedBig } from './rounding.ts';
import type { Rounding } from './terms.ts';

const roundings: readonly Rounding[] = ['half_up', 'half_even', 'down'];

test.each([
  [5, 2, [3, 2, 2]], [7, 2, [4, 4, 3]], [4, 3, [1, 1, 1]], [5, 3, [2, 2, 1]], [0, 7, [0, 0, 0]], [6, 3, [2, 2, 2]],
] as const)('%i/%i rounds half up, half even and down to %j', (numerator, denominator, expected) => {
  expect(roundings.map((rounding) => divideRounded(numerator, denominator, rounding))).toEqual(expected);
  expect(roundings.map((rounding) => Number(divideRoundedBig(BigInt(numerator), BigInt(denominator), rounding)))).toEqual(expected);
});

test('the quick division is the exact one over its whole range', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 51 - 1 }), fc.integer({ min: 1, max: 2 ** 50 }), fc.constantFrom(...roundings), (numerator, denominator, rounding) => {
    expect(divideRounded(numerator, denominator, rounding)).toBe(Number(divideRoundedBig(BigInt(numerator), BigInt(denominator), rounding)));
  }), { numRuns: 2000 });
});

test('a product beyond the exact range of a double is computed exactly', () => {
  // 90 trillion yuan for 366 days at 24 %/360.
  expect(timesFraction(9_000_000_000_000_000, fraction(24_000_000 * 366, 360e8), 'half_up')).toBe(2_196_000_000_000_000);
  expect(timesFraction(10n ** 20n, fraction(1, 10 ** 6), 'down')).toBe(10 ** 14);
});

test('amounts times days stay exact beyond a double', () => {
  const total = addAmountDays(0, 9_000_000_000_000_000, 400);
  expect(total).toBe(3_600_000_000_000_000_000n);
  expect(addAmountDays(total, 1, 1)).toBe(3_600_000_000_000_000_001n);
  expect(addAmountDays(10, 3, 4)).toBe(22);
});

test('a sum of shares is rounded once', () => {
  const third = fraction(1, 3);
  expect(timesFractions([{ amount: 1, by: third }, { amount: 1, by: third }, { amount: 1, by: third }], 'down')).toBe(1);
});

test('a fraction is kept in lowest terms and never inexact', () => {
  expect(fraction(18_000_000, 36_000_000_000)).toEqual({ numerator: 1, denominator: 2000 });
  expect(() => fraction(2 ** 53, 1)).toThrow(RangeError);
  expect(() => fraction(1, 0.5)).toThrow(RangeError);
});

test('the level payment by fixed point is the exact one, in every rounding', () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 10 ** 13 }), fc.integer({ min: 1, max: 36_000_000 }), fc.integer({ min: 1, max: 480 }), fc.constantFrom(...roundings),
    (principalFen, rateAnnualE8, periods, rounding) => {
      const rate = fraction(rateAnnualE8, 12e8);
      expect(levelPaymentFen(principalFen, rate, periods, rounding)).toBe(roundExact(levelPayment(principalFen, 0, rate, periods), rounding));
    },
  ), { numRuns: 400 });
});

test('near a rounding boundary the level payment is computed exactly', () => {
  // At 100 % a row the payment is P + P/(2^n − 1): a hair above a whole fen.
  expect(levelPaymentFen(1000, fraction(1, 1), 60, 'down')).toBe(1000);
  expect(levelPaymentFen(1000, fraction(1, 1), 60, 'half_up')).toBe(1000);
});
