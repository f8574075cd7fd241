/** Integer number of fen (分, 1/100 yuan). Sums are exact up to 90 trillion yuan. */
export type Fen = number & { readonly __unit: 'fen' };

/** @throws RangeError when the number is not a safe integer */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of fen: ${value}`);
  return value as Fen; // the one place where a number becomes Fen
}

const yuanPattern = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/** "1234.5" → 123450 fen; null when the text is not a plain yuan amount with at most two decimals. */
export function parseYuan(text: string): Fen | null {
  const match = yuanPattern.exec(text);
  if (!match) return null;
  const [, sign, whole = '', decimals = ''] = match;
  const magnitude = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return fen(sign === '-' && magnitude !== 0 ? -magnitude : magnitude);
}

/** 123450 fen → "1234.50". */
export function formatYuan(amountFen: Fen): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
