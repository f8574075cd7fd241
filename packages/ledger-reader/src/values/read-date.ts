import { isDateCell, isErrorCell, type CellContent } from '../decode/cell-grid.ts';
import { readChineseNumber } from './read-chinese-number.ts';
import { denseText, isEmptyWord, longestCell, plainText } from '../text/clean-text.ts';
import { civilDay, dayFromNumber } from './civil-days.ts';

/** What a date cell says. `candidates`: the readings of an order that the cell alone does not tell. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'broken'; readonly error: string }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'no_year'; readonly month: number; readonly day: number }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'marker'; readonly marker: 'long-term' | 'open-ended' }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unreadable' };

const impossible: DateReading = { kind: 'impossible' };

/**
 * A civil day from a ledger cell: date cells, serial numbers, 20240305, 2024.3.5, 24-3-5, 2024年3月5日, 5-Mar-24 …
 * Serial numbers are of the 1900 system; 60 is the day Excel invented (1900-02-29).
 */
export function readDate(content: CellContent | undefined): DateReading {
  if (content === null || content === undefined || typeof content === 'boolean') return { kind: 'blank' };
  if (isErrorCell(content)) return { kind: 'broken', error: content.error };
  if (isDateCell(content)) return real(content.date);
  if (typeof content === 'number') return numberDate(content);
  return textDate(content);
}

function real(date: string): DateReading {
  if (date.startsWith('9999')) return { kind: 'marker', marker: 'open-ended' };
  const valid = civilDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
  return valid && date >= '1900-01-01' ? { kind: 'date', date: valid } : impossible;
}

function numberDate(value: number): DateReading {
  if (value === 0) return { kind: 'blank' };
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 99_991_231) return eightDigits(String(value));
  if (Number.isInteger(value) && value >= 100_000 && value <= 999_999) return sixDigits(String(value));
  if (value === 60) return impossible;
  if (value < 61 || value >= 73_051) return value > 0 && value < 60 ? { kind: 'unreadable' } : impossible;
  const date = dayFromNumber(Math.floor(value) - 25_569);
  return date ? { kind: 'date', date } : impossible;
}

function eightDigits(text: string): DateReading {
  return real(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);
}

/** 240305 is a day, 202403 a month; 200301 may be either. */
function sixDigits(text: string): DateReading {
  const isMonth = /^(19|20)\d{2}(0[1-9]|1[0-2])$/.test(text);
  const day = civilDay(fullYear(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6)));
  if (isMonth) return day ? { kind: 'ambiguous', candidates: [day] } : { kind: 'month', month: `${text.slice(0, 4)}-${text.slice(4)}` };
  return day ? { kind: 'date', date: day } : impossible;
}

const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function textDate(raw: string): DateReading {
  // An export of a system writes every day like this; most of the work below is for people.
  if (/^\d{8}$/.test(raw)) return eightDigits(raw);
  if (/^\d{4}-\d{2}-\d{2}$/.test(raw)) return real(raw);
  if (isEmptyWord(raw)) return { kind: 'blank' };
  if (raw.length > longestCell) return { kind: 'unreadable' };
  const text = denseText(withArabicDigits(sinceRepublic(spacedParts(withoutTime(withoutNote(plainText(raw)))))));
  if (/^(永久|长期|长期有效|无固定期限)$/.test(text)) return { kind: 'marker', marker: 'long-term' };
  if (/^\d{8}(\.0+)?$/.test(text)) return eightDigits(text);
  if (/^\d{6}$/.test(text)) return sixDigits(text);
  if (/^\d{5}(\.\d+)?$/.test(text)) return numberDate(Number(text));
  const parts = /^(\d{1,4})(?:年|[-./、。,·])(\d{1,2})(?:月|[-./、。,·])(\d{1,4})(?:日|号)?[.。]?$/.exec(text);
  if (parts) return threeParts(text, parts[1] ?? '', parts[2] ?? '', parts[3] ?? '');
  const english = /^(\d{1,2})[-/.]?([a-z]{3})[a-z]*[-/.,]?(\d{2}|\d{4})$/i.exec(text);
  if (english) return dayOf(fullYear(english[3] ?? ''), englishMonths.indexOf((english[2] ?? '').toLowerCase()) + 1, Number(english[1]));
  const american = /^([a-z]{3})[a-z]*\.?(\d{1,2}),(\d{4})$/i.exec(text);
  if (american) return dayOf(Number(american[3]), englishMonths.indexOf((american[1] ?? '').toLowerCase()) + 1, Number(american[2]));
  const month = /^(\d{4}|1[3-9]|[2-9]\d)(?:年|[-./])(\d{1,2})月?(?:份|初|中|底|末|[上中下]旬)?$/.exec(text);
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) return { kind: 'month', month: `${fullYear(month[1] ?? '')}-${(month[2] ?? '').padStart(2, '0')}` };
  const short = /^(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?$/.exec(text);
  if (short) return withoutYear(Number(short[1]), Number(short[2]));
  return { kind: 'unreadable' };
}

/** A note behind the day (补), 到期; of the lunar calendar it is another day. */
function withoutNote(text: string): string {
  if (/农历|阴历|旧历/.test(text)) return text;
  return text.replace(/(\d|日|号)\s*\([^()\d]{1,8}\)$/, '$1').replace(/(\d|日|号)(?:到期|放款|起息|还清|结清)$/, '$1');
}

/** 2024 3 5 */
function spacedParts(text: string): string {
  return text.replace(/^(\d{4}) +(\d{1,2}) +(\d{1,2})$/, '$1-$2-$3');
}

/** 民国113年3月5日 → 2024年3月5日; the year one is 1912. */
function sinceRepublic(text: string): string {
  return text.replace(/^(?:中[华華])?民[国國] ?(\d{1,3}|元) ?年/, (_whole, year: string) => `${(year === '元' ? 1 : Number(year)) + 1911}年`);
}

const chineseYear: Readonly<Record<string, string>> = { 〇: '0', '○': '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };

/** 二〇二四年三月五日 → 2024年3月5日 */
function withArabicDigits(text: string): string {
  if (!/[一二三四五六七八九十]/.test(text) || !/[年月]/.test(text)) return text;
  return text
    .replace(/^([〇○零一二三四五六七八九]{2}|[〇○零一二三四五六七八九]{4})(?=年)/, (digits) => [...digits].map((digit) => chineseYear[digit] ?? '').join(''))
    .replace(/[一二三四五六七八九十]{1,3}(?=月|日|号)/g, (digits) => String(readChineseNumber(digits) ?? digits));
}

function withoutTime(text: string): string {
  return text.replace(/(\d)(?:T| +)(?:上午|下午|AM|PM)? *\d{1,2}:\d{2}.*$/i, '$1').replace(/\(?(?:星期|周)[一二三四五六日天]\)?$/, '');
}

function threeParts(text: string, first: string, second: string, third: string): DateReading {
  if (first.length === 4) return dayOf(Number(first), Number(second), Number(third));
  if (third.length === 4) return dayAndMonth(Number(third), Number(first), Number(second), text.includes('/'));
  if (third.length > 2 || first.length === 3) return { kind: 'unreadable' };
  // Two-digit years: Chinese ledgers write 24.3.5; only with slashes does the American 3/5/24 occur.
  if (text.includes('/') && Number(first) <= 12 && Number(third) > 12) return dayAndMonth(fullYear(third), Number(first), Number(second), true);
  if (text.includes('/') && first.length === 1 && third.length === 2) return dayAndMonth(fullYear(third), Number(first), Number(second), true);
  return dayOf(fullYear(first), Number(second), Number(third));
}

/** 5/6/2023: month first or day first. One number above 12 or two equal ones decide; otherwise both stay possible. */
function dayAndMonth(year: number, first: number, second: number, isSlashed: boolean): DateReading {
  if (first > 12 || first === second) return dayOf(year, second, first);
  if (second > 12) return dayOf(year, first, second);
  if (!isSlashed && first > 12) return dayOf(year, second, first);
  const candidates = [civilDay(year, first, second), civilDay(year, second, first)].filter((date) => date !== null);
  return candidates.length === 0 ? impossible : { kind: 'ambiguous', candidates };
}

function dayOf(year: number, month: number, day: number): DateReading {
  return real(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** 24 → 2024, 85 → 1985. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

function withoutYear(month: number, day: number): DateReading {
  return civilDay(2024, month, day) ? { kind: 'no_year', month, day } : impossible;
}
