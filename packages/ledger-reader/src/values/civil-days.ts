import { daysInMonth, parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';

/** A real calendar day as YYYY-MM-DD, or null. */
export function civilDay(year: number, month: number, day: number): CivilDate | null {
  return parseCivilDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** Days since 1970-01-01, by Howard Hinnant's civil calendar algorithm. */
export function dayNumber(date: string): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The inverse of dayNumber. */
export function dayFromNumber(days: number): CivilDate | null {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return civilDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day of the month so many months later, or the month's last day: 2024-01-31 + 1 → 2024-02-29. */
export function addMonths(date: string, months: number): CivilDate | null {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return civilDay(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)));
}

/** The last day of the date's month. */
export function monthEnd(date: string): CivilDate | null {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return civilDay(year, month, daysInMonth(year, month));
}
