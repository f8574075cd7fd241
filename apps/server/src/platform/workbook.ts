import { dayNumber, parseCivilDate } from '@loanbook/engine/civil-date.ts';

export const xlsxContentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

// A spreadsheet counts days from 1899-12-30, so 1970-01-01 is its day 25 569.
const serialOfEpoch = 25_569;

/** A civil date as a spreadsheet counts days; null for a text that is none. */
export function daySerial(text: string): number | null {
  const date = parseCivilDate(text);
  return date === null ? null : dayNumber(date) + serialOfEpoch;
}

/** How wide a text stands, in characters of a sheet: a Chinese one takes two. */
export function textColumns(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 2 : 1), 0);
}
