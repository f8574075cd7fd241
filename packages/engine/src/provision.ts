import type { FiveTierClass } from './classification.ts';
import { fen } from './money.ts';
import type { Fen } from './money.ts';
import { divideRoundedBig } from './rounding.ts';

/** What is set aside for a balance, in 1e-4 of it (2 % is 200): `general` for every loan, `special` on top by its class. */
export interface ProvisionRates {
  readonly generalE4: number;
  readonly specialE4: Readonly<Record<FiveTierClass, number>>;
}

/** 贷款损失准备计提指引 (银发〔2002〕98号), rule §1.2. */
export const guideProvisionRates: ProvisionRates = {
  generalE4: 100,
  specialE4: { normal: 0, special_mention: 200, substandard: 2_500, doubtful: 5_000, loss: 10_000 },
};

/** Standard risk factors of 财金〔2012〕20号, rule §1.2: one factor by class, nothing besides. */
export const standardRiskRates: ProvisionRates = {
  generalE4: 0,
  specialE4: { normal: 150, special_mention: 300, substandard: 3_000, doubtful: 6_000, loss: 10_000 },
};

/** 一般准备: 1 740 000.00 → 17 400.00. */
export function generalProvisionFen(balanceFen: Fen, rates: ProvisionRates = guideProvisionRates): Fen {
  return shareFen(balanceFen, rates.generalE4);
}

/** 专项准备: 410 000.00 substandard → 102 500.00. */
export function specialProvisionFen(fiveTierClass: FiveTierClass, balanceFen: Fen, rates: ProvisionRates = guideProvisionRates): Fen {
  return shareFen(balanceFen, rates.specialE4[fiveTierClass]);
}

/** What a loan's balance needs in all; each part rounded half-up, so that sums of parts are sums of loans. */
export function provisionFen(fiveTierClass: FiveTierClass, balanceFen: Fen, rates: ProvisionRates = guideProvisionRates): Fen {
  return fen(generalProvisionFen(balanceFen, rates) + specialProvisionFen(fiveTierClass, balanceFen, rates));
}

function shareFen(balanceFen: Fen, shareE4: number): Fen {
  return fen(Number(divideRoundedBig(BigInt(balanceFen) * BigInt(shareE4), 10_000n, 'half_up')));
}
