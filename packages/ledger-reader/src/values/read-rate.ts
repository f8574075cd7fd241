import { isDateCell, isErrorCell, type CellContent } from '../decode/cell-grid.ts';
import { denseText, isEmptyWord, longestCell } from '../text/clean-text.ts';
import { readChineseNumber } from './read-chinese-number.ts';

export type RatePeriod = 'year' | 'month' | 'day';
export type RateScale = 'percent' | 'permille' | 'fraction' | 'tenThousandth';

/** What a bare number in the column means, from its heading or its values. */
export interface RateUnit {
  readonly period: RatePeriod;
  readonly scale: RateScale;
}

/** `annualE8`: integer 1e-8 of the annual fraction; 12 % is 12 000 000. */
export type RateReading =
  | { readonly kind: 'rate'; readonly annualE8: number }
  | { readonly kind: 'lpr'; readonly spreadBp: number; readonly baseE8?: number; readonly factor?: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'broken'; readonly error: string }
  | { readonly kind: 'unreadable' };

// Banks count 360 days to a year when they turn a daily rate into an annual one (日利率 × 360, 银发〔2005〕129号).
const periodsPerYear: Readonly<Record<RatePeriod, number>> = { year: 1, month: 12, day: 360 };
const scaleE8: Readonly<Record<RateScale, number>> = { percent: 1_000_000, permille: 100_000, fraction: 100_000_000, tenThousandth: 10_000 };

/** A rate cell: 12%, 8.7‰, 1%/月, 月息1.2分, 年息8厘, 日息万分之五, 0.12 in a percent cell, or a bare number in the column's unit. */
export function readRate(content: CellContent | undefined, unit: RateUnit, isPercentCell = false): RateReading {
  if (content === null || content === undefined || typeof content === 'boolean') return { kind: 'blank' };
  if (isErrorCell(content)) return { kind: 'broken', error: content.error };
  if (isDateCell(content)) return { kind: 'unreadable' };
  if (typeof content === 'number') return rate(content, { period: unit.period, scale: isPercentCell ? 'fraction' : bareScale(content, unit) });
  if (isEmptyWord(content)) return { kind: 'blank' };
  if (content.length > longestCell) return { kind: 'unreadable' };
  return textRate(denseText(content).replace(/\((年|月|日)\)$/, '/$1').replace(/\((?:浮动|固定|单利|不变)\)$|^(?:固定|浮动|执行|约定)(?:利率)?(?=\d)/g, ''), unit);
}

/** A number below 0.5 in a percent column is the raw value of a percent cell: nobody lends at 0.1 % a year. */
function bareScale(value: number, unit: RateUnit): RateScale {
  const smallest = unit.period === 'year' ? 0.5 : unit.period === 'month' ? 0.05 : 0.0005;
  if (unit.scale === 'percent' && value > 0 && value < smallest) return 'fraction';
  if (unit.scale === 'permille' && value > 0 && value < smallest) return 'fraction';
  return unit.scale;
}

function rate(value: number, unit: RateUnit): RateReading {
  const annualE8 = Math.round(Number((value * scaleE8[unit.scale] * periodsPerYear[unit.period]).toPrecision(13)));
  return value < 0 || !Number.isSafeInteger(annualE8) ? { kind: 'unreadable' } : { kind: 'rate', annualE8 };
}

function textRate(text: string, unit: RateUnit): RateReading {
  if (/^(免息|无息|零利率)$/.test(text)) return { kind: 'rate', annualE8: 0 };
  const lpr = /^(?:[15一五]年期?(?:以上)?)?LPR(?:利率)?(?:\(?(\d+(?:\.\d+)?)%\)?)?(?:([+＋-]|加点?|减点?|上浮|下浮)(\d+(?:\.\d+)?)(BPS?|个?基点|%|点)?)?$/i.exec(text);
  if (lpr) return lprRate(lpr[1], lpr[2], lpr[3], lpr[4]);
  const times = /^(?:[15一五]年期?)?LPR[x×*](\d(?:\.\d+)?)$|^(\d(?:\.\d+)?)倍(?:[15一五]年期?)?LPR$|^(?:[15一五]年期?)?LPR的?(\d(?:\.\d+)?)倍$/i.exec(text);
  if (times) return { kind: 'lpr', spreadBp: 0, factor: Number(times[1] ?? times[2] ?? times[3]) };
  const sum = /^(\d+(?:\.\d+)?)%\+(\d+(?:\.\d+)?)(%|BP|个?基点)$/i.exec(text);
  if (sum) return rate(Number(sum[1]) + Number(sum[2]) / (sum[3] === '%' ? 1 : 100), { period: 'year', scale: 'percent' });
  const period = namedPeriod(text);
  const body = text.replace(/年利率|月利率|日利率|年化|月费率|年利|月利|日利|年息|月息|日息|利率|利息|费率|\/(年|月|日|天)|每(年|月|日|天)|p\.?a\.?|^年|^月|^日|[:：]/gi, '');
  return centAndLi(body, period ?? 'month') ?? tenThousandths(body, period ?? 'day') ?? hundredths(body, period, unit) ?? digitsRate(body, period, unit);
}

/** LPR+150BP, LPR(3.45%)-20bp, LPR+1.5%. */
function lprRate(base: string | undefined, sign: string | undefined, spread: string | undefined, unit: string | undefined): RateReading {
  const isLess = /^(-|减|下浮)/.test(sign ?? '');
  // LPR上浮20% is a fifth more; LPR+0.2% are twenty points more.
  if (unit === '%' && /浮/.test(sign ?? '')) return { kind: 'lpr', spreadBp: 0, factor: (100 + (isLess ? -1 : 1) * Number(spread)) / 100, ...(base ? { baseE8: Math.round(Number(base) * 1_000_000) } : {}) };
  const points = Math.round(Number(spread ?? 0) * (unit === '%' ? 100 : 1));
  return { kind: 'lpr', spreadBp: isLess ? -points : points, ...(base ? { baseE8: Math.round(Number(base) * 1_000_000) } : {}) };
}

function namedPeriod(text: string): RatePeriod | null {
  if (/年|p\.?a/i.test(text)) return 'year';
  if (/月/.test(text)) return 'month';
  return /日|天/.test(text) ? 'day' : null;
}

/** 分 and 厘: 月息1分 is 1 %, 年息1分 10 %; 厘 a tenth of that. */
function centAndLi(body: string, period: RatePeriod): RateReading | null {
  const match = /^(?:([\d.]+|[一二三四五六七八九十两]+)分)?(?:([\d.]+|[一二三四五六七八九十两半]+)厘?)?$/.exec(body === '分半' ? '一分半' : body);
  if (!match || !/[分厘]/.test(body)) return null;
  const fens = chineseOrDigits(match[1]);
  const lis = match[2] === '半' ? 5 : chineseOrDigits(match[2]);
  if (fens === null || lis === null) return { kind: 'unreadable' };
  const tenthsPercent = fens * 10 + lis;
  const scale = period === 'year' ? 1 : period === 'month' ? 0.1 : 0.01;
  return rate(Number((tenthsPercent * scale).toPrecision(12)), { period, scale: 'percent' });
}

function tenThousandths(body: string, period: RatePeriod): RateReading | null {
  const match = /^万分?之?([\d.]+|[一二三四五六七八九]+)$/.exec(body);
  if (!match) return null;
  const value = chineseOrDigits(match[1]);
  return value === null ? { kind: 'unreadable' } : rate(value, { period, scale: 'tenThousandth' });
}

/** 百分之十二, 千分之8.7: per mille without a period is a month's. */
function hundredths(body: string, period: RatePeriod | null, unit: RateUnit): RateReading | null {
  const match = /^(百|千)(?:分之)?([\d.]+|[一二三四五六七八九十]+)$/.exec(body);
  const value = match ? chineseOrDigits(match[2]) : null;
  if (!match || value === null) return null;
  const isPermille = match[1] === '千';
  return rate(value, { period: period ?? (isPermille ? 'month' : unit.period), scale: isPermille ? 'permille' : 'percent' });
}

function digitsRate(body: string, period: RatePeriod | null, unit: RateUnit): RateReading {
  const match = /^(\d+(?:\.\d+)?|\.\d+)(%|‰|‱)?$/.exec(body);
  if (!match?.[1]) return { kind: 'unreadable' };
  const value = Number(match[1]);
  const own = match[2] === '%' ? 'percent' : match[2] === '‰' ? 'permille' : match[2] === '‱' ? 'tenThousandth' : null;
  // 8.7‰ with no period named is a monthly rate even under 年利率: permille is how monthly rates are quoted.
  const ownPeriod = period ?? (own === 'permille' && unit.period === 'year' ? 'month' : unit.period);
  if (own) return rate(value, { period: ownPeriod, scale: own });
  if (period && period !== unit.period) return rate(value, { period, scale: 'percent' });
  return rate(value, { period: ownPeriod, scale: bareScale(value, unit) });
}

function chineseOrDigits(text: string | undefined): number | null {
  if (text === undefined || text === '') return 0;
  const value = /^[\d.]+$/.test(text) ? Number(text) : readChineseNumber(text);
  return value === null || Number.isNaN(value) ? null : value;
}
