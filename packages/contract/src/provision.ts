import type { FiveTierClass } from '@loanbook/engine/classification.ts';
import { fen, type Fen } from '@loanbook/engine/money.ts';
import { divideRoundedBig } from '@loanbook/engine/rounding.ts';

/**
 * Share of the balance to be provided for, in 1e-4: 1 % in general, 2 / 25 / 50 / 100 % for the four lower classes
 * (rule §1.2, 银发〔2002〕98号; a lender checks the text that applies to it).
 */
export const provisionRatesE4: Readonly<Record<FiveTierClass, number>> = { normal: 100, special_mention: 200, substandard: 2_500, doubtful: 5_000, loss: 10_000 };

/** 10 000.00 of a substandard loan → 2 500.00. Rounded half-up to the fen. */
export function provisionFen(fiveTierClass: FiveTierClass, balanceFen: number): Fen {
  return fen(Number(divideRoundedBig(BigInt(balanceFen) * BigInt(provisionRatesE4[fiveTierClass]), 10_000n, 'half_up')));
}
