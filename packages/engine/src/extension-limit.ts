import { addDays, addMonths, civilParts, daysBetween } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { monthsAndDays } from './day-count.ts';

/**
 * Months by which a loan may be extended in all (贷款通则 12): a short loan by its own term, a loan of one to five years
 * by half of it, a longer one by three years. 13 months → 6.5.
 */
export function extensionLimitHalfMonths(originalMonths: number): number {
  if (originalMonths <= 12) return originalMonths * 2;
  return originalMonths <= 60 ? originalMonths : 72;
}

/** Latest maturity an extension may set. Odd days of the original term count like the term they belong to. */
export function extensionLimit(startsOn: CivilDate, maturesOn: CivilDate): CivilDate {
  const { wholeMonths, oddDays } = monthsAndDays(startsOn, maturesOn);
  const isShort = wholeMonths < 12 || (wholeMonths === 12 && oddDays === 0);
  const halfMonths = extensionLimitHalfMonths(wholeMonths);
  const shareOfDays = isShort ? oddDays : wholeMonths < 60 ? Math.floor(oddDays / 2) : 0;
  const whole = addMonths(maturesOn, Math.floor(halfMonths / 2), civilParts(maturesOn).day);
  const half = halfMonths % 2 === 0 ? 0 : Math.floor(daysBetween(whole, addMonths(whole, 1)) / 2);
  return addDays(whole, half + shareOfDays);
}
