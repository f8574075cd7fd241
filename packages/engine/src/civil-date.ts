/** A calendar day `YYYY-MM-DD`, never an instant. */
export type CivilDate = string & { readonly __unit: 'civilDate' };

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** null unless the text is a real day written YYYY-MM-DD with a year from 1000 to 9999. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = datePattern.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as CivilDate; // the one place where a text becomes CivilDate
}

interface CivilParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Two digits of a date text; character codes because plans read dates by the million. */
function twoDigits(date: CivilDate, at: number): number {
  return date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - 528;
}

function yearOf(date: CivilDate): number {
  return twoDigits(date, 0) * 100 + twoDigits(date, 2);
}

export function civilParts(date: CivilDate): CivilParts {
  return { year: yearOf(date), month: twoDigits(date, 5), day: twoDigits(date, 8) };
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar: 2024-01-15 is 19 737.
 * Closed form over 400-year eras of 146 097 days, so no table and no loop.
 */
export function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Days since 1970-01-01; differences of these are actual days, start included and end excluded (算头不算尾). */
export function dayNumber(date: CivilDate): number {
  return dayNumberOf(yearOf(date), twoDigits(date, 5), twoDigits(date, 8));
}

// A plan of 360 rows spends most of its time on making date texts, so the usual 180 years are kept once made.
const keptDays = 65_745;
const keptTexts = Array.from<CivilDate | undefined>({ length: keptDays });

/** The inverse of `dayNumber`. */
export function civilDateOf(dayNumberSinceEpoch: number): CivilDate {
  const kept = keptTexts[dayNumberSinceEpoch];
  if (kept !== undefined) return kept;
  const text = writtenDay(dayNumberSinceEpoch);
  if (dayNumberSinceEpoch >= 0 && dayNumberSinceEpoch < keptDays) keptTexts[dayNumberSinceEpoch] = text;
  return text;
}

function writtenDay(dayNumberSinceEpoch: number): CivilDate {
  const shifted = dayNumberSinceEpoch + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return civilDateFrom(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

function civilDateFrom(year: number, month: number, day: number): CivilDate {
  const text = `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  return text as CivilDate; // made from a day number, so it is a real day
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOf(dayNumber(date) + days);
}

/** Actual days from one day to the other; negative when `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Months as one running count, so that adding months is a sum: 2024-01 is 24 288. */
export function monthIndex(date: CivilDate): number {
  return yearOf(date) * 12 + twoDigits(date, 5) - 1;
}

/** Day number of `anchorDay` in that month, clamped to the month's end. */
export function dayNumberInMonth(monthsSinceYearZero: number, anchorDay: number): number {
  const firstDay = firstDayOfMonth(monthsSinceYearZero);
  if (anchorDay <= 28) return firstDay + anchorDay - 1;
  return Math.min(firstDay + anchorDay, firstDayOfMonth(monthsSinceYearZero + 1)) - 1;
}

const keptMonths = 2160;
const firstKeptMonth = 1970 * 12;
const keptFirstDays = Array.from({ length: keptMonths }, (_, index) => writtenFirstDay(firstKeptMonth + index));

function firstDayOfMonth(monthsSinceYearZero: number): number {
  return keptFirstDays[monthsSinceYearZero - firstKeptMonth] ?? writtenFirstDay(monthsSinceYearZero);
}

function writtenFirstDay(monthsSinceYearZero: number): number {
  const year = Math.floor(monthsSinceYearZero / 12);
  return dayNumberOf(year, monthsSinceYearZero - year * 12 + 1, 1);
}

/** 2024-01-31 + 1 month is 2024-02-29; pass the anchor day to come back to the 31st afterwards. */
export function addMonths(date: CivilDate, months: number, anchorDay: number = civilParts(date).day): CivilDate {
  return civilDateOf(dayNumberInMonth(monthIndex(date) + months, anchorDay));
}

/** Negative, zero or positive as `left` is before, on or after `right`. */
export function compareCivilDates(left: CivilDate, right: CivilDate): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
