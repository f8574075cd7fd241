import { denseText, isEmptyWord, longestCell } from '../text/clean-text.ts';

export type PhoneReading =
  | { readonly kind: 'mobile'; readonly number: string }
  | { readonly kind: 'landline'; readonly number: string }
  | { readonly kind: 'masked' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'invalid' };

/** Eleven digits from 13 to 19, as the numbering plan has them. */
export function isMobile(number: string): boolean {
  return /^1[3-9]\d{9}$/.test(number);
}

/** One phone number: +86, spaces, hyphens, full-width digits and a trailing .0 do not matter. */
export function readPhone(text: string): PhoneReading {
  if (isEmptyWord(text)) return { kind: 'blank' };
  if (text.length > longestCell) return { kind: 'invalid' };
  const dense = denseText(text).replace(/^(?:电话|手机|联系电话|本人|tel|mobile)[::]?/i, '').replace(/\([^()\d]{1,8}\)$/, '').replace(/\.0+$/, '');
  if (/[*＊xX]{2,}/.test(dense)) return { kind: 'masked' };
  const digits = dense.replace(/^(?:\+|00)86-?/, '').replace(/[-()]/g, '');
  const mobile = /^86(1[3-9]\d{9})$/.exec(digits)?.[1] ?? digits;
  if (isMobile(mobile)) return { kind: 'mobile', number: mobile };
  const landline = /^\(?(0[1-9]\d{1,2})\)?-?([2-9]\d{6,7})(?:-?(?:转)?(\d{1,6}))?$/.exec(dense);
  if (landline) return { kind: 'landline', number: `${landline[1]}-${landline[2]}${landline[3] ? `-${landline[3]}` : ''}` };
  return /^[2-9]\d{6,7}$/.test(digits) ? { kind: 'landline', number: digits } : { kind: 'invalid' };
}

/** Every number in a cell that may hold two: 15440590985/16060807942. */
export function readPhones(text: string): PhoneReading[] {
  if (text.length > longestCell) return [{ kind: 'invalid' }];
  const parts = denseText(text).split(/[/、,;，；|]|(?:或)/).filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => readPhone(part).kind !== 'invalid')) return parts.map((part) => readPhone(part));
  const spaced = text.normalize('NFKC').trim().split(/[\s\n]+/);
  if (spaced.length > 1 && spaced.every((part) => isMobile(part))) return spaced.map((part) => readPhone(part));
  return [readPhone(text)];
}
