import { divideRoundedBig } from '../rounding.ts';
import type { Fraction } from '../fraction.ts';
import type { Rounding } from '../terms.ts';

/** An exact amount of money before rounding. */
export interface ExactAmount {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function roundExact(amount: ExactAmount, rounding: Rounding): number {
  return Number(divideRoundedBig(amount.numerator, amount.denominator, rounding));
}

/**
 * The installment that repays `principalFen` down to `residualFen` in `periods` equal payments at `rate` a period:
 * A = r (P (1+r)^n − R) / ((1+r)^n − 1), or (P − R)/n without interest. Rule §1.9.
 * 50 000.00, 1.5 % a month, 24 rows → 2 496.21.
 */
export function levelPayment(principalFen: number, residualFen: number, rate: Fraction, periods: number): ExactAmount {
  const principal = BigInt(principalFen);
  const residual = BigInt(residualFen);
  if (rate.numerator === 0) return { numerator: principal - residual, denominator: BigInt(periods) };
  const base = BigInt(rate.denominator);
  const grown = (base + BigInt(rate.numerator)) ** BigInt(periods);
  const flat = base ** BigInt(periods);
  return {
    numerator: BigInt(rate.numerator) * (principal * grown - residual * flat),
    denominator: base * (grown - flat),
  };
}

/**
 * The payment unit X for which rows of weight w_k and fixed extra e_k repay the principal when row k discounts by its
 * own rate: Σ (w_k X + e_k) / Π(1 + r_i) = P. Level plans by actual days have w = 1 and e = 0.
 * 100 000.00 at 7.2 %/365 over the real days of 2024-01-10 … 2025-01-10 → 8 662.10.
 */
export function weightedPayment(
  principalFen: number,
  rows: readonly { readonly rate: Fraction; readonly weight: bigint; readonly extraFen: number }[],
): ExactAmount {
  let growth = 1n;
  let scale = 1n;
  let weights = 0n;
  let extras = 0n;
  for (const row of rows) {
    const base = BigInt(row.rate.denominator);
    const factor = base + BigInt(row.rate.numerator);
    growth *= factor;
    scale *= base;
    weights = weights * factor + row.weight * scale;
    extras = extras * factor + BigInt(row.extraFen) * scale;
  }
  return { numerator: BigInt(principalFen) * growth - extras, denominator: weights };
}
