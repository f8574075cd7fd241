import { parseYuan } from '@loanbook/engine/money.ts';
import { formatMoney, formatMoneyInWan } from '../../platform/format.ts';
import type { Language } from '../../platform/i18n.ts';

export interface HeadlineAmount {
  readonly text: string;
  readonly unit: 'yuan' | 'wan';
}

const wanFromFen = 10_000_000;

/** Large sums in 万元, as people here say them; small ones and English to the fen. 1234567.00 → 123.46 万元. */
export function headlineAmount(yuan: string, language: Language): HeadlineAmount {
  const amountFen = parseYuan(yuan);
  const isLarge = amountFen !== null && Math.abs(amountFen) >= wanFromFen;
  return isLarge && language === 'zh' ? { text: formatMoneyInWan(yuan), unit: 'wan' } : { text: formatMoney(yuan), unit: 'yuan' };
}

/** Part of a whole in percent with one decimal, for a label beside the amounts: 1 of 3 → "33.3". */
export function shareText(partYuan: string, wholeYuan: string): string {
  const [part, whole] = [parseYuan(partYuan) ?? 0, parseYuan(wholeYuan) ?? 0];
  if (whole <= 0) return '0.0';
  const tenths = Math.round((part / whole) * 1000);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
