import { civilParts, dayNumber, daysBetween, monthIndex, dayNumberInMonth } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';

/** 30E/360: both days of the month capped at 30. 2023-02-28 → 2023-03-31 is 32. Source: vectors, meta.conventions. */
export function days30e360(from: CivilDate, to: CivilDate): number {
  const start = civilParts(from);
  const end = civilParts(to);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return months * 30 + Math.min(end.day, 30) - Math.min(start.day, 30);
}

export interface MonthsAndDays {
  readonly wholeMonths: number;
  readonly oddDays: number;
}

/**
 * 对年对月对日 + 零头天数: as many whole months as fit, then actual days. Rule §1.8.
 * A start at the 31st counts a short month's end as a whole month: 2024-01-31 → 2024-02-29 is one month, no days.
 */
export function monthsAndDays(from: CivilDate, to: CivilDate): MonthsAndDays {
  const anchorDay = civilParts(from).day;
  const startMonth = monthIndex(from);
  const endDay = dayNumber(to);
  let wholeMonths = monthIndex(to) - startMonth;
  if (dayNumberInMonth(startMonth + wholeMonths, anchorDay) > endDay) wholeMonths -= 1;
  return { wholeMonths, oddDays: endDay - dayNumberInMonth(startMonth + wholeMonths, anchorDay) };
}

/** 算头不算尾: the start counts, the end does not. */
export const actualDays = daysBetween;
