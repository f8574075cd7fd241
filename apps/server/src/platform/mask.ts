import type { MaskKind } from '@loanbook/contract/fields/field.ts';

/**
 * How a value looks to those who may not see it: ID first 6 and last 4, phone 3 and 4, account last 4, address to the
 * district, e-mail first character and domain, contact surname and last 4 of the phone (customary, JR/T 0171-2020).
 * A value too short for its rule shows at most a quarter of itself.
 */
export function maskOf(kind: MaskKind, value: string): string {
  const text = value.trim();
  switch (kind) {
    case 'id_number': return keepEnds(text, 6, 4);
    case 'phone': return keepEnds(text.replace(/[\s-]/g, ''), 3, 4);
    case 'account': return `****${ending(text.replace(/[\s-]/g, ''), 4)}`;
    case 'address': return maskAddress(text);
    case 'email': return maskEmail(text);
    case 'contact': return maskContact(text);
    default: return unknownKind(kind);
  }
}

/** Mobile, account, ID and credit-code numbers wherever they stand in a text, single or in groups. Shorter numbers, amounts and dates stay. */
const longNumber = /\b[0-9A-HJ-NPQRTUWXY]{18}\b|\d{10,}[\dXx]|1[3-9]\d[ -]\d{4}[ -]\d{4}|\d{4}(?:[ -]\d{4}){2,}(?:[ -]\d{1,3})?/g;

/** Hides what a text of no known kind (a workbook's cell, a message about it) may say of somebody's numbers. */
export function maskLongNumbers(text: string): string {
  return text.replace(longNumber, (number) => (number.length >= 15 ? maskOf('id_number', number) : maskOf('phone', number)));
}

function keepEnds(text: string, first: number, last: number): string {
  const characters = [...text];
  // Fewer than four hidden characters would be guessed.
  if (characters.length < first + last + 4) return `****${ending(text, Math.floor(characters.length / 4))}`;
  return `${characters.slice(0, first).join('')}${'*'.repeat(characters.length - first - last)}${characters.slice(-last).join('')}`;
}

function ending(text: string, count: number): string {
  const characters = [...text];
  const shown = Math.min(count, Math.floor(characters.length / 4));
  return shown === 0 ? '' : characters.slice(-shown).join('');
}

function maskAddress(text: string): string {
  const district = /^.{2,20}?(?:区|县|旗|自治县|市辖区)/u.exec(text)?.[0] ?? /^.{2,12}?市/u.exec(text)?.[0] ?? '';
  const shown = [...district];
  // A "district" that is nearly the whole value hides nothing.
  if (shown.length === 0 || shown.length > [...text].length - 2) return `${[...text].slice(0, Math.floor([...text].length / 4)).join('')}****`;
  return `${district}****`;
}

function maskEmail(text: string): string {
  const at = text.lastIndexOf('@');
  return at <= 0 ? '****' : `${[...text].slice(0, 1).join('')}***${text.slice(at)}`;
}

function maskContact(text: string): string {
  const digits = text.match(/\d/g)?.join('') ?? '';
  const surname = /^\D/u.exec(text)?.[0] ?? '';
  return `${surname}**${digits.length >= 8 ? ` ****${digits.slice(-4)}` : ''}`;
}

function unknownKind(kind: never): never {
  throw new Error(`no mask for ${String(kind)}`);
}
