import { isDateCell, isErrorCell, type CellContent } from '../decode/cell-grid.ts';
import { denseText, isEmptyWord, longestCell } from '../text/clean-text.ts';
import { readChineseNumber } from './read-chinese-number.ts';

/** A whole number with whatever word belongs to it; null when blank, 'unreadable' when it says something else. */
export type CountReading = number | null | 'unreadable';

function wholeNumber(content: CellContent | undefined, pattern: RegExp): CountReading {
  if (content === null || content === undefined || typeof content === 'boolean' || isErrorCell(content)) return null;
  if (isDateCell(content)) return 'unreadable';
  if (typeof content === 'number') return Number.isInteger(content) ? content : 'unreadable';
  if (isEmptyWord(content)) return null;
  if (content.length > longestCell) return 'unreadable';
  const match = pattern.exec(denseText(content));
  if (!match?.[1]) return 'unreadable';
  const value = /^-?\d+(\.0+)?$/.test(match[1]) ? Number(match[1]) : readChineseNumber(match[1]);
  return value ?? 'unreadable';
}

/** 411, 570天, 12日 → days. */
export function readDays(content: CellContent | undefined): CountReading {
  return wholeNumber(content, /^(?:已?(?:逾期|超期|拖欠|欠息|过期))?(-?\d+(?:\.0+)?|[一二三四五六七八九十百]+(?=天|日))(?:天|日)?$/);
}

/** 第1期, 1期, 1/12, 第三期, 3 → the number of the instalment. */
export function readInstallmentNo(content: CellContent | undefined): CountReading {
  return wholeNumber(content, /^第?(\d+|[一二三四五六七八九十]+)(?:期|次)?(?:\/共?\d+)?(?:期|次)?$/);
}

/** 10, 10号, 每月10日 → the day of the month; 0 and numbers above 31 are unreadable. */
export function readDueDay(content: CellContent | undefined): CountReading {
  const day = wholeNumber(content, /^(?:(?:每月|每个月|当月|次月|每期)的?)?(\d+|[一二三四五六七八九十]+)(?:日|号)?$/);
  return typeof day === 'number' && (day < 1 || day > 31) ? 'unreadable' : day;
}

// Nobody lends for longer; a serial number of a day is far above.
const longestTermMonths = 600;

/** 12, 12个月, 12期, 1年, 1年6个月, 半年, 两年 → months. Days (90天) are not months. */
export function readTermMonths(content: CellContent | undefined, unit: 'month' | 'year' = 'month'): CountReading {
  if (typeof content === 'string' && content.length <= longestCell) {
    const years = /^(半|\d+(?:\.5)?|[一二两三四五六七八九十壹贰叁肆伍]+)年(?:零?(\d+|[一二三四五六七八九十]+)个?月|(半))?(?:期)?$/.exec(denseText(content));
    if (years) {
      const whole = years[1] === '半' ? 0.5 : /^[\d.]+$/.test(years[1] ?? '') ? Number(years[1]) : readChineseNumber(years[1] ?? '');
      const months = years[3] ? 6 : years[2] ? (/^\d+$/.test(years[2]) ? Number(years[2]) : readChineseNumber(years[2])) : 0;
      return whole === null || months === null ? 'unreadable' : whole * 12 + months;
    }
  }
  const count = wholeNumber(content, /^(\d+(?:\.0+)?|[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]+)(?:个月|月|期|M)?(?:整)?(?:\([^()\d]*\))?$/i);
  const months = typeof count === 'number' && unit === 'year' ? count * 12 : count;
  return typeof months === 'number' && months > longestTermMonths ? 'unreadable' : months;
}
