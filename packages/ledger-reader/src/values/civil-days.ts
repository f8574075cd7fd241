import * as engine from '@loanbook/engine/civil-date.ts';

// Records hold days as plain text, since they must survive JSON; here they meet the engine's calendar.

/** A real calendar day as YYYY-MM-DD, or null. */
export function civilDay(year: number, month: number, day: number): engine.CivilDate | null {
  return engine.parseCivilDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** Days since 1970-01-01. @throws RangeError when the text is no day */
export function dayNumber(date: string): number {
  return engine.dayNumber(realDay(date));
}

/** The day so many days after 1970-01-01; null before the year 1000 and after 9999. */
export function dayFromNumber(days: number): engine.CivilDate | null {
  return engine.parseCivilDate(engine.civilDateOf(days));
}

/** Whole days from one day to another; negative when the second comes first. @throws RangeError */
export function daysBetween(from: string, to: string): number {
  return engine.daysBetween(realDay(from), realDay(to));
}

/** The same day of the month so many months later, or the month's last day: 2024-01-31 + 1 → 2024-02-29. @throws RangeError */
export function addMonths(date: string, months: number): engine.CivilDate {
  return engine.addMonths(realDay(date), months);
}

/** The last day of the date's month. @throws RangeError */
export function monthEnd(date: string): engine.CivilDate {
  return engine.civilDateOf(engine.dayNumberInMonth(engine.monthIndex(realDay(date)), 31));
}

function realDay(date: string): engine.CivilDate {
  const day = engine.parseCivilDate(date);
  if (day === null) throw new RangeError(`not a day: ${date}`);
  return day;
}
