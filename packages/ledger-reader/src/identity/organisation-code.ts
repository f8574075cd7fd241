const weights = [3, 7, 9, 10, 5, 8, 4, 2];
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An organisation code (GB 11714-1997), with or without the hyphen: 08385799-X. */
export function isOrganisationCode(code: string): boolean {
  const text = code.toUpperCase().replace('-', '');
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(text)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(text.charAt(index)), 0);
  const check = 11 - (sum % 11);
  return text[8] === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}
