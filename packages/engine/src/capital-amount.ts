import type { Fen } from './money.ts';

const digits = '零壹贰叁肆伍陆柒捌玖';
const unitsFromTens = '拾佰仟';
const groups = ['', '万', '亿', '万亿'] as const;

/**
 * 人民币大写 as written on receipts, without the 人民币 prefix. 107 000.53 → 壹拾万柒仟元伍角叁分.
 * A run of zeros is read once; between 元 and a lone 分 stands 零. Source: vectors, chinese_uppercase.
 */
export function capitalAmount(amountFen: Fen): string {
  const magnitude = Math.abs(amountFen);
  const yuan = Math.floor(magnitude / 100);
  const sign = amountFen < 0 ? '负' : '';
  return sign + yuanText(yuan) + decimalsText(Math.floor((magnitude % 100) / 10), magnitude % 10, yuan > 0);
}

function yuanText(yuan: number): string {
  if (yuan === 0) return '';
  const parts: string[] = [];
  let rest = yuan;
  for (const group of groups) {
    const value = rest % 10_000;
    rest = Math.floor(rest / 10_000);
    const text = fourDigitsText(value);
    // A group below 仟 that follows another group is read with 零 before it: 壹万零壹.
    const prefix = text !== '' && value < 1000 && rest > 0 ? '零' : '';
    parts.unshift(text === '' ? '' : prefix + text + group);
    if (rest === 0) break;
  }
  return `${parts.join('')}元`;
}

function fourDigitsText(value: number): string {
  let text = '';
  let isZeroPending = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      isZeroPending = text !== '';
      continue;
    }
    text += (isZeroPending ? '零' : '') + digits.charAt(digit) + unitsFromTens.charAt(place - 1);
    isZeroPending = false;
  }
  return text;
}

function decimalsText(jiao: number, fenDigit: number, hasYuan: boolean): string {
  if (jiao === 0 && fenDigit === 0) return hasYuan ? '整' : '零元整';
  const jiaoText = jiao === 0 ? (hasYuan ? '零' : '') : `${digits.charAt(jiao)}角`;
  return fenDigit === 0 ? `${jiaoText}整` : `${jiaoText}${digits.charAt(fenDigit)}分`;
}
