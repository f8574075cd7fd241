/** Integer 1e-8 of a year's fraction: 4.9 % a year is 4 900 000. */
export type RateE8 = number & { readonly __unit: 'rateE8' };

/** @throws RangeError when the number is not a non-negative safe integer */
export function rateE8(value: number): RateE8 {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a rate in 1e-8: ${value}`);
  return value as RateE8; // the one place where a number becomes RateE8
}

const percentPattern = /^(\d{1,4})(?:\.(\d{1,6}))?$/;

/** "12.5" percent a year → 12 500 000; null when the text is not a plain percentage with at most six decimals. */
export function parsePercent(text: string): RateE8 | null {
  const match = percentPattern.exec(text);
  if (!match) return null;
  const [, whole = '', decimals = ''] = match;
  return rateE8(Number(whole) * 1_000_000 + Number(decimals.padEnd(6, '0')));
}

/** 12 500 000 → "12.5000": four decimals, or six where four would lose a digit. */
export function formatPercent(annual: RateE8): string {
  const digits = String(annual).padStart(7, '0');
  const decimals = digits.slice(-6);
  return `${digits.slice(0, -6)}.${decimals.endsWith('00') ? decimals.slice(0, 4) : decimals}`;
}
