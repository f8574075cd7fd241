import { denseText, plainText } from '../text/clean-text.ts';
import { simplifiedText } from '../text/simplified-text.ts';
import type { RatePeriod, RateScale } from '../values/read-rate.ts';
import type { MoneyUnit } from '../values/read-amount.ts';
import { monthEnd } from '../values/civil-days.ts';
import { readDate } from '../values/read-date.ts';
import { unitOfMoney } from './header-text.ts';

/** What the lines above a table say about all of it. */
export interface CaptionFacts {
  readonly moneyUnit?: MoneyUnit;
  readonly asOf?: string;
  /** What a note says of all rates: 利率为月利率‰. */
  readonly rate?: RateNote;
  /** The LPR that the sheet's rates start from, 1e-8 of the annual fraction. */
  readonly lprE8?: number;
  /** Column headings that were written once for all rows: 还款方式：等本等息. */
  readonly pairs: ReadonlyMap<string, string>;
}

export interface RateNote {
  readonly period?: RatePeriod;
  readonly scale?: RateScale;
}

const longestCaption = 400;
const dateText = String.raw`(\d{4}\s*(?:年|[-./])\s*\d{1,2}\s*(?:(?:月|[-./])\s*\d{1,2}\s*日?|月)|\d{8})`;
const asOfPattern = new RegExp(`(?:截止|截至|截\\s*止\\s*日期|统计截止|数据截止|数据日期|统计日期|报表日期|基准日|余额日期|统计时点|时点|\\bas\\s*of(?:\\s*date)?)[^\\d]{0,8}${dateText}`, 'i');

export function readCaptions(texts: readonly string[]): CaptionFacts {
  let moneyUnit: MoneyUnit | undefined;
  let asOf: string | undefined;
  let lprE8: number | undefined;
  let rate: RateNote | undefined;
  const pairs = new Map<string, string>();
  for (const whole of texts) {
    const text = simplifiedText(whole.slice(0, longestCaption));
    const plain = plainText(text);
    const unit = /(?:金额)?单位[::]\s*(?:人民币)?\s*\(?([^\s,;)]+)/.exec(plain)?.[1] ?? /[(（]\s*(万元|元)\s*[)）]/.exec(plain)?.[1];
    // 单位 is also an organisation: 填报单位：… names a firm, not a unit.
    if (unit && /^(人民币)?(万|元|圆|RMB|CNY)/.test(unit)) moneyUnit ??= unitOfMoney(unit);
    asOf ??= asOfIn(plain);
    rate ??= rateNote(plain);
    const lpr = /LPR[^\d]{0,12}(\d\.\d{1,2})\s*%/i.exec(plain)?.[1];
    if (lpr) lprE8 ??= Math.round(Number(lpr) * 1_000_000);
    for (const piece of text.split(/\s{2,}|[\t;；,，]/)) {
      const pair = /^([^::：]{2,8})[::：](.+)$/.exec(denseText(piece));
      if (pair?.[1] && pair[2]) pairs.set(pair[1], pair[2]);
    }
  }
  return { ...(moneyUnit ? { moneyUnit } : {}), ...(asOf ? { asOf } : {}), ...(lprE8 ? { lprE8 } : {}), ...(rate ? { rate } : {}), pairs };
}

const ratePeriods: Readonly<Record<string, RatePeriod>> = { 年: 'year', 月: 'month', 日: 'day' };

/** 利率为月利率‰, 利率单位：‰; a figure between says a rate, not the unit of others. */
function rateNote(text: string): RateNote | undefined {
  const match = /(?:利率|费率)(?:单位|栏)?(?:均?为|按|以|是|[::])?\s*(年|月|日)?(?:利率|费率|息|化)?\s*[(]?\s*(‰|%)/.exec(text);
  const period = ratePeriods[match?.[1] ?? ''];
  return match ? { scale: match[2] === '‰' ? 'permille' : 'percent', ...(period ? { period } : {}) } : undefined;
}

/** 截止日期：2024年6月30日 → 2024-06-30; a month means its last day. */
export function asOfIn(text: string): string | undefined {
  const match = asOfPattern.exec(simplifiedText(plainText(text.slice(0, longestCaption))));
  if (!match?.[1]) return undefined;
  const reading = readDate(match[1].replace(/\s/g, ''));
  if (reading.kind === 'date') return reading.date;
  return reading.kind === 'month' ? monthEnd(`${reading.month}-01`) : undefined;
}
