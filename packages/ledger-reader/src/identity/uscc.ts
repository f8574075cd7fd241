import { isOrganisationCode } from './organisation-code.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type UsccFault = 'format' | 'checksum';

/** The 18th character for the first 17 of a unified social credit code (GB 32100-2015, weights 3^i mod 31). */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Null when the code is valid, else its fault. The letters I, O, S, V and Z do not occur. */
export function usccFault(code: string): UsccFault | null {
  const text = code.toUpperCase();
  if (!/^[159ANY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return 'format';
  return usccCheckCharacter(text.slice(0, 17)) === text[17] ? null : 'checksum';
}

/** Whether the organisation code inside (characters 9 to 17) is right too; some early codes were not. */
export function hasValidOrganisationPart(code: string): boolean {
  return isOrganisationCode(code.toUpperCase().slice(8, 17));
}
