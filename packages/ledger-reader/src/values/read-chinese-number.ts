const digits: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 貳: 2, 參: 3, 陸: 6,
};
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const largeUnits: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 };

/** 壹拾伍 → 15, 叁拾万零伍佰 → 300500, 一二 → null. A whole number or null. */
export function readChineseNumber(text: string): number | null {
  if (text === '') return null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of text) {
    const value = digits[character];
    const small = smallUnits[character];
    const large = largeUnits[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = null;
    } else if (large !== undefined) {
      total = (total + section + (digit ?? 0)) * large;
      section = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return total + section + (digit ?? 0);
}

/** 伍万叁仟元零捌分 → 5300008 fen. Null when the text is not an amount in capitals. */
export function readCapitalAmountFen(text: string): number | null {
  const dense = text.replace(/^人民币[::]?/, '').replace(/[整正]$/, '');
  const match = /^([^元圆角分]+)[元圆](?:零?([^元圆角分])角)?(?:零?([^元圆角分])分)?$/.exec(dense) ?? /^([^元圆角分]*[拾佰仟万亿壹贰叁肆伍陆柒捌玖][^元圆角分]*)$/.exec(dense);
  if (!match?.[1]) return null;
  const yuan = readChineseNumber(match[1].replace(/零+$/, '') || '零');
  const jiao = match[2] ? (digits[match[2]] ?? null) : 0;
  const fen = match[3] ? (digits[match[3]] ?? null) : 0;
  return yuan === null || jiao === null || fen === null ? null : yuan * 100 + jiao * 10 + fen;
}
