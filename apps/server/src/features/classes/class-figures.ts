import { fen, formatYuan } from '@loanbook/engine/money.ts';

export function yuan(amountFen: number): string {
  return formatYuan(fen(amountFen));
}

/** Percent with two decimals, half-up; null of nothing. 12.345 % of a balance is "12.35". */
export function sharePct(partFen: number, wholeFen: number): string | null {
  if (wholeFen <= 0) return null;
  const hundredths = (BigInt(partFen) * 20_000n + BigInt(wholeFen)) / (2n * BigInt(wholeFen));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

/** 不良: substandard, doubtful and loss. */
export function isNonPerforming(fiveTierClass: string): boolean {
  return fiveTierClass === 'substandard' || fiveTierClass === 'doubtful' || fiveTierClass === 'loss';
}
