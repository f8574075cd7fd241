import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { checkResidentId, type ResidentIdFault } from '@loanbook/ledger-reader/identity/resident-id.ts';
import { usccFault, type UsccFault } from '@loanbook/ledger-reader/identity/uscc.ts';
import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { errorText } from '@loanbook/contract/errors.ts';
import { failure } from '../../platform/failure.ts';

type IdType = NonNullable<CustomerFacts['idType']>;

/** An ID number as it is stored, and what it says about its holder. */
export interface CheckedId {
  readonly idType: IdType;
  readonly idNumber: string;
  readonly birthDate?: CustomerFacts['birthDate'];
  readonly gender?: CustomerFacts['gender'];
}

/**
 * Resident IDs (15 digits become 18) and unified social credit codes are held against their check character; without a
 * type it is told from the number. @throws Failure invalid_id_number
 */
export function checkIdNumber(idType: IdType | null | undefined, idNumber: string): CheckedId {
  const number = idNumber.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const type = idType ?? guessIdType(number);
  if (type === 'resident_id') {
    const check = checkResidentId(number);
    if (!check.isValid) throw invalidId(check.fault);
    return { idType: type, idNumber: check.number18, birthDate: parseCivilDate(check.birthDate), gender: check.gender };
  }
  if (type === 'uscc') {
    const fault = usccFault(number);
    if (fault !== null) throw invalidId(fault);
  }
  return { idType: type, idNumber: number };
}

function guessIdType(number: string): IdType {
  if (checkResidentId(number).isValid || /^\d{17}[\dX]$/.test(number)) return usccFault(number) === null ? 'uscc' : 'resident_id';
  return usccFault(number) === 'format' ? 'other' : 'uscc';
}

function invalidId(fault: ResidentIdFault | UsccFault): Error {
  const details = { reason: fault };
  return failure('invalid_id_number', details, [{
    path: 'idNumber', code: `id_number_${fault}`, zh: errorText('invalid_id_number', 'zh', details), en: errorText('invalid_id_number', 'en', details),
  }]);
}
