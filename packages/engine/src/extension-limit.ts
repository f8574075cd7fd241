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

/**
 * Latest maturity of a personal loan (个人贷款管理办法): up to a year, extended by at most its own term; beyond, the whole
 * term within the longest one of the product.
 */
export function personalExtensionLimit(startsOn: CivilDate, maturesOn: CivilDate, mostTermMonths: number): CivilDate {
  return maturesOn <= addMonths(startsOn, 12) ? extensionLimit(startsOn, maturesOn) : addMonths(startsOn, mostTermMonths);
}

/**
 * Latest maturity an extension may set. A term of a year and some days is longer than a year. The contract's day of month
 * holds on: six months from 2024-03-31 end on 09-30 and may be extended to 2025-03-31.
 */
export function extensionLimit(startsOn: CivilDate, maturesOn: CivilDate): CivilDate {
  const { wholeMonths, oddDays } = monthsAndDays(startsOn, maturesOn);
  // A started month counts for the tier of the term, only whole months and odd days for its length.
  const tierMonths = oddDays === 0 ? wholeMonths : wholeMonths + 1;
  const anchorDay = civilParts(oddDays === 0 ? startsOn : maturesOn).day;
  if (tierMonths <= 12) return addDays(addMonths(maturesOn, wholeMonths, anchorDay), oddDays);
  if (tierMonths > 60) return addMonths(maturesOn, 36, anchorDay);
  const whole = addMonths(maturesOn, Math.floor(wholeMonths / 2), anchorDay);
  const halfMonthDays = wholeMonths % 2 === 0 ? 0 : Math.floor(daysBetween(whole, addMonths(whole, 1)) / 2);
  return addDays(whole, halfMonthDays + Math.floor(oddDays / 2));
}
