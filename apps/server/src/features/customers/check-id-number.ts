import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { checkResidentId, type ResidentIdFault } from '@loanbook/ledger-reader/identity/resident-id.ts';
import { usccFault, type UsccFault } from '@loanbook/ledger-reader/identity/uscc.ts';
import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
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

const faultTexts: Readonly<Record<ResidentIdFault | UsccFault, { readonly zh: string; readonly en: string }>> = {
  format: { zh: '位数或字符不对', en: 'wrong length or characters' },
  region: { zh: '地区代码不存在', en: 'no such region code' },
  birth_date: { zh: '出生日期不存在', en: 'impossible birth date' },
  sequence: { zh: '顺序码不存在', en: 'impossible sequence number' },
  checksum: { zh: '校验码不符', en: 'wrong check character' },
};

function invalidId(fault: ResidentIdFault | UsccFault): Error {
  const { zh, en } = faultTexts[fault];
  return failure('invalid_id_number', { reason: `${zh} (${en})` }, [{ path: 'idNumber', code: `id_number_${fault}`, zh: `证件号码不正确：${zh}。`, en: `The ID number is not valid: ${en}.` }]);
}
