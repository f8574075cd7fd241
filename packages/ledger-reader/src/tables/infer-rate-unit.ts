import type { CellContent } from '../decode/cell-grid.ts';
import type { RateUnit } from '../values/read-rate.ts';
import type { HeaderText } from './header-text.ts';

/**
 * What a bare number in a rate column means: by the heading where it says so, else by the size of the numbers. A monthly
 * rate is quoted per mille from 3 up (月利率 8.7) and in percent below; a nameless rate from 3 up is a year's percentage.
 */
export function inferRateUnit(header: HeaderText, sample: readonly CellContent[]): RateUnit {
  const middle = median(sample.filter((cell) => typeof cell === 'number' || /^\s*[\d.]+\s*%?\s*$/.test(String(cell))).map((cell) => Number.parseFloat(String(cell))).filter((value) => value > 0));
  const period = header.ratePeriod ?? (header.rateScale === 'permille' ? 'month' : periodBySize(middle));
  if (header.rateScale) return { period, scale: header.rateScale };
  if (period === 'month') return { period, scale: middle >= 3 ? 'permille' : middle < 0.05 && middle > 0 ? 'fraction' : 'percent' };
  if (period === 'day') return { period, scale: middle >= 1 ? 'tenThousandth' : middle < 0.002 && middle > 0 ? 'fraction' : 'percent' };
  return { period, scale: middle > 0 && middle < 0.5 ? 'fraction' : 'percent' };
}

function periodBySize(middle: number): 'year' | 'month' {
  return (middle >= 0.5 && middle < 3) || (middle > 0 && middle < 0.03) ? 'month' : 'year';
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
