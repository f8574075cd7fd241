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
