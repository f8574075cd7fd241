import { fen, formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import { formatMoney, formatMoneyInWan } from '../../platform/format.ts';
import type { Language } from '../../platform/i18n.ts';

export interface HeadlineAmount {
  readonly text: string;
  readonly unit: 'yuan' | 'wan' | 'million';
}

const wanFromFen = 10_000_000;
const millionFromFen = 100_000_000;

/** Large sums as people say them, small ones to the fen: 1234567.00 → 123.46 万元, in English 1.23 million. */
export function headlineAmount(yuan: string, language: Language): HeadlineAmount {
  const amountFen = parseYuan(yuan);
  if (amountFen !== null && language === 'zh' && Math.abs(amountFen) >= wanFromFen) return { text: formatMoneyInWan(yuan), unit: 'wan' };
  if (amountFen !== null && language === 'en' && Math.abs(amountFen) >= millionFromFen) return { text: inMillions(amountFen), unit: 'million' };
  return { text: formatMoney(yuan), unit: 'yuan' };
}

// A hundredth of a million yuan is 1 000 000 fen: whole-number arithmetic throughout, half up.
function inMillions(amountFen: Fen): string {
  const hundredths = Math.floor((Math.abs(amountFen) + 500_000) / 1_000_000);
  return formatMoney(formatYuan(fen(amountFen < 0 ? -hundredths : hundredths)));
}

/** Part of a whole in percent with one decimal, for a label beside the amounts: 1 of 3 → "33.3". */
export function shareText(partYuan: string, wholeYuan: string): string {
  const [part, whole] = [parseYuan(partYuan) ?? 0, parseYuan(wholeYuan) ?? 0];
  if (whole <= 0) return '0.0';
  const tenths = Math.round((part / whole) * 1000);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
