import { civilDay } from '../values/civil-days.ts';

export type ResidentIdFault = 'format' | 'region' | 'birth_date' | 'sequence' | 'checksum';

/** A valid number carries what it says about its holder; an invalid one the first fault in this order of checks. */
export type ResidentIdCheck =
  | { readonly isValid: true; readonly number18: string; readonly birthDate: string; readonly gender: 'male' | 'female'; readonly isOld15: boolean }
  | { readonly isValid: false; readonly fault: ResidentIdFault };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
// 81–83: residence permits of people from Hong Kong, Macao and Taiwan carry numbers of the same build.
const provinces = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '));

/** The 18th character for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2): 11010519491231002 → X. */
export function residentIdCheckDigit(digits17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits17[index]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** Checks an 18- or 15-digit resident ID number (GB 11643-1999). Born before 1900 is refused. */
export function checkResidentId(number: string): ResidentIdCheck {
  const text = number.toUpperCase();
  if (/^\d{15}$/.test(text)) return check18(old15To18(text), true);
  return /^\d{17}[\dX]$/.test(text) ? check18(text, false) : { isValid: false, fault: 'format' };
}

/** 110101900307777 → 110101199003077774. Fifteen digits were issued up to 1999 only, so the century is 19. */
export function old15To18(number15: string): string {
  const digits17 = `${number15.slice(0, 6)}19${number15.slice(6)}`;
  return digits17 + residentIdCheckDigit(digits17);
}

function check18(text: string, isOld15: boolean): ResidentIdCheck {
  const isForeigner = text.startsWith('9');
  if (!isForeigner && !provinces.has(text.slice(0, 2))) return { isValid: false, fault: 'region' };
  // Permanent residence cards of foreigners (since 2023): 9, province, nationality, then birth date as usual.
  if (isForeigner && !provinces.has(text.slice(1, 3))) return { isValid: false, fault: 'region' };
  const year = Number(text.slice(6, 10));
  const birthDate = civilDay(year, Number(text.slice(10, 12)), Number(text.slice(12, 14)));
  if (!birthDate || year < 1900 || year > 2100) return { isValid: false, fault: 'birth_date' };
  if (!isOld15 && text.slice(14, 17) === '000') return { isValid: false, fault: 'sequence' };
  if (residentIdCheckDigit(text.slice(0, 17)) !== text[17]) return { isValid: false, fault: 'checksum' };
  return { isValid: true, number18: text, birthDate, gender: Number(text[16]) % 2 === 1 ? 'male' : 'female', isOld15 };
}
