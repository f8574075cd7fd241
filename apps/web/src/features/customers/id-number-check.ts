import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { checkResidentId, type ResidentIdFault } from '@loanbook/ledger-reader/identity/resident-id.ts';
import { usccFault, type UsccFault } from '@loanbook/ledger-reader/identity/uscc.ts';

type IdType = CustomerFacts['idType'];

/** What a typed ID number says. `holder` is present for valid resident IDs: 18 digits, birth date, gender. */
export type IdNumberCheck =
  | { readonly isValid: true; readonly number: string; readonly holder?: { readonly birthDate: string; readonly gender: 'male' | 'female' } }
  | { readonly isValid: false; readonly fault: ResidentIdFault | UsccFault };

/** The number as it is stored: no spaces or dashes, capital letters, half-width digits. */
export function plainIdNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** Resident IDs and unified social credit codes have a check character; numbers of other documents are taken as typed. */
export function checkIdNumber(idType: IdType, typed: string): IdNumberCheck {
  const number = plainIdNumber(typed);
  if (idType === 'resident_id') {
    const check = checkResidentId(number);
    return check.isValid ? { isValid: true, number: check.number18, holder: { birthDate: check.birthDate, gender: check.gender } } : { isValid: false, fault: check.fault };
  }
  if (idType === 'uscc') {
    const fault = usccFault(number);
    return fault === null ? { isValid: true, number } : { isValid: false, fault };
  }
  return { isValid: true, number };
}

/** The document a number must be of, as far as its form tells. */
export function idTypeOf(typed: string): IdType {
  const number = plainIdNumber(typed);
  if (usccFault(number) === null) return 'uscc';
  return checkResidentId(number).isValid ? 'resident_id' : null;
}
