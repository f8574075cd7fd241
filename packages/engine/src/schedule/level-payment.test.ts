import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction } from '../fraction.ts';
import { propertyRuns } from '../testing/property-runs.ts';
import { levelPayment, levelPaymentFen, roundExact } from './level-payment.ts';

test('a payment of exactly half a fen more is rounded as the contract says, also where it is computed the fast way', () => {
  // 200 % a period over 26 rows on (3^26 − 1)/4 fen: 3^26/2 = 1 270 932 914 164.5.
  const paymentFen = (rounding: 'half_up' | 'half_even' | 'down'): number => levelPaymentFen((3 ** 26 - 1) / 4, fraction(2, 1), 26, rounding);
  expect([paymentFen('half_up'), paymentFen('half_even'), paymentFen('down')]).toEqual([1_270_932_914_165, 1_270_932_914_164, 1_270_932_914_164]);
});

test('the fast way gives the exact figure', () => {
  const inputs = fc.tuple(fc.integer({ min: 1, max: 100_000_000_000 }), fc.integer({ min: 1, max: 36_000 }), fc.integer({ min: 20, max: 400 }), fc.constantFrom('half_up', 'half_even', 'down'));
  fc.assert(fc.property(inputs, ([principalFen, rate, periods, rounding]) => {
    const perPeriod = fraction(rate * 1000, 12e8);
    expect(levelPaymentFen(principalFen, perPeriod, periods, rounding)).toBe(roundExact(levelPayment(principalFen, 0, perPeriod, periods), rounding));
  }), propertyRuns(500));
});
