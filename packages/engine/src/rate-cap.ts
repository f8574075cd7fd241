import { nominalAnnualPct } from './irr.ts';
import { rateE8 } from './rate.ts';
import type { RateE8 } from './rate.ts';
import { buildSchedule } from './schedule/build-schedule.ts';
import type { LoanTerms } from './terms.ts';

/** Noise of rounding to fen that a cap ignores: 0.01 percentage point (loan-engine.md). */
export const capToleranceE8 = 10_000;

/** Four times the one-year LPR, the cap of private lending (rule §1.5): 3.00 % → 12.00 %. */
export function fourTimesLpr(lprOneYearE8: RateE8): RateE8 {
  return rateE8(lprOneYearE8 * 4);
}

/** Is a disclosed nominal rate ("24.0002" percent) above the cap beyond the tolerance? 24.0002 against 24 % is not. */
export function isAboveCap(nominalAnnualPct: string, capAnnualE8: RateE8): boolean {
  return percentTextE8(nominalAnnualPct) > capAnnualE8 + capToleranceE8;
}

/**
 * What a plan would cost a year, as a nominal equivalent, had it been agreed at another rate: what a cap is held against
 * when a rate changes, since a stated 12 % of 等本等息 costs 21.46 %. `plan` are the terms last agreed: the contract's, or a
 * restructuring's.
 * @throws EngineRefusal when the terms make no plan
 */
export function nominalPctAtRate(plan: LoanTerms, rateAnnualE8: RateE8): string {
  const changed = { ...plan, rateAnnualE8 };
  return nominalAnnualPct(changed, buildSchedule(changed));
}

/** "42.4326" → 42 432 600; negative rates are below any cap. */
function percentTextE8(text: string): number {
  if (text.startsWith('-')) return 0;
  const [whole = '', decimals = ''] = text.split('.');
  return Number(whole) * 1_000_000 + Number(decimals.padEnd(6, '0'));
}
