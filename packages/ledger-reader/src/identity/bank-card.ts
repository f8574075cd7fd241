export type BankCardFault = 'format' | 'checksum';

/**
 * Null when the number can be a bank card (13 to 19 digits, Luhn, ISO/IEC 7812-1), else its fault.
 * Old passbook and company accounts fail the check digit: treat 'checksum' as a warning for them.
 */
export function bankCardFault(number: string): BankCardFault | null {
  const digits = number.replace(/[\s-]/g, '');
  if (!/^\d{13,19}$/.test(digits)) return 'format';
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 ? null : 'checksum';
}
