import { expect, test } from 'vitest';
import { bankCardFault } from './bank-card.ts';
import { isOrganisationCode } from './organisation-code.ts';
import { isChinesePassport, isMilitaryDocument, isPassport } from './other-documents.ts';
import { isMobile, readPhone, readPhones } from './phone.ts';
import { readIdNumber } from './read-id-number.ts';
import { checkResidentId, old15To18, residentIdCheckDigit } from './resident-id.ts';
import { hasValidOrganisationPart, usccFault } from './uscc.ts';

test('a resident ID says birth date and gender', () => {
  // GB 11643-1999, annex: 11010519491231002X
  expect(checkResidentId('11010519491231002X')).toEqual({ isValid: true, number18: '11010519491231002X', birthDate: '1949-12-31', gender: 'female', isOld15: false });
  expect(residentIdCheckDigit('11010519491231002')).toBe('X');
});

test.each([
  ['110101199003077770', 'checksum'],
  ['990101199003071237', 'region'],
  ['44030519850615214', 'format'],
  ['440524188001010014', 'birth_date'],
  ['110101199002307770', 'birth_date'],
  ['310115199912310000', 'sequence'],
])('%s is refused for its %s', (number, fault) => {
  expect(checkResidentId(number)).toEqual({ isValid: false, fault });
});

test('fifteen digits become eighteen', () => {
  expect(old15To18('110101900307777')).toBe('110101199003077774');
  expect(checkResidentId('320106491001881')).toMatchObject({ isValid: true, number18: '320106194910018813', isOld15: true });
});

test.each([
  ['91350100M000100Y43', null],
  ['91320594MA1XYT2KX0', null],
  ['91110108MA01ABCD5A', 'checksum'],
  ['91320594MA1XYT2KX', 'format'],
  ['91110108MA01ABCDIX', 'format'],
])('credit code %s: %s', (code, fault) => {
  expect(usccFault(code)).toBe(fault);
});

test('the organisation code inside a credit code has its own check digit', () => {
  expect(hasValidOrganisationPart('91350100M000100Y43')).toBe(true);
  expect(isOrganisationCode('D2143569-X')).toBe(true);
  expect(isOrganisationCode('D2143569-1')).toBe(false);
  expect(isOrganisationCode('D214356-X')).toBe(false);
});

test.each([
  ['6228480012345678903', null],
  ['6225 8812 3456 7898', null],
  ['6222021000123456000', 'checksum'],
  ['622202100012', 'format'],
  ['6.22848E+18', 'format'],
])('bank card %s: %s', (number, fault) => {
  expect(bankCardFault(number)).toBe(fault);
});

test.each([
  ['+86 138 0013 8000', { kind: 'mobile', number: '13800138000' }],
  ['１３８００１３８０００', { kind: 'mobile', number: '13800138000' }],
  ["'13800138000", { kind: 'mobile', number: '13800138000' }],
  ['13800138000.0', { kind: 'mobile', number: '13800138000' }],
  ['８613800138000', { kind: 'mobile', number: '13800138000' }],
  ['０2８-85551234', { kind: 'landline', number: '028-85551234' }],
  ['138****8000', { kind: 'masked' }],
  ['1380013800', { kind: 'invalid' }],
  ['23800138000', { kind: 'invalid' }],
  ['无', { kind: 'blank' }],
])('phone %s', (text, expected) => {
  expect(readPhone(text)).toEqual(expected);
});

test('a cell may hold two phones', () => {
  expect(readPhones('16060807942/15440590985').map((phone) => phone.kind)).toEqual(['mobile', 'mobile']);
  expect(readPhones('13800138000\n15912345678')).toHaveLength(2);
  expect(isMobile('12345678901')).toBe(false);
});

test.each([
  ['110101199003077774', { kind: 'valid', idType: 'resident_id', number: '110101199003077774', isOld15: false }],
  ["'110101199003077774", { kind: 'valid', idType: 'resident_id', number: '110101199003077774', isOld15: false }],
  ['身份证110101199003077774', { kind: 'valid', idType: 'resident_id', number: '110101199003077774', isOld15: false }],
  ['110101 19900307 7774', { kind: 'valid', idType: 'resident_id', number: '110101199003077774', isOld15: false }],
  ['１１０１０１１９９００３０７７７７４', { kind: 'valid', idType: 'resident_id', number: '110101199003077774', isOld15: false }],
  ['110101199003077774(过期)', { kind: 'valid', idType: 'resident_id', number: '110101199003077774', isOld15: false, note: '过期' }],
  ['11010519491231002×', { kind: 'valid', idType: 'resident_id', number: '11010519491231002X', isOld15: false }],
  ['110101900307777', { kind: 'valid', idType: 'resident_id', number: '110101199003077774', isOld15: true }],
  ['91350100M000100Y43', { kind: 'valid', idType: 'uscc', number: '91350100M000100Y43', isOld15: false }],
  ['G12345678', { kind: 'valid', idType: 'passport', number: 'G12345678', isOld15: false }],
  ['军字第1234567号', { kind: 'valid', idType: 'other', number: '军字第1234567号', isOld15: false }],
  ['110101199003077770', { kind: 'invalid', idType: 'resident_id', number: '110101199003077770', fault: 'checksum' }],
  ['11010119900307777', { kind: 'invalid', idType: 'resident_id', number: null, fault: 'length 17' }],
  ['110101199003O77774', { kind: 'invalid', idType: 'resident_id', number: null, fault: 'letter in a number' }],
  ['110101********7774', { kind: 'masked' }],
  ['1.10101E+17', { kind: 'lost' }],
  [Number('110101199003077774'), { kind: 'lost' }],
  ['110101199003077000', { kind: 'lost' }],
  ['110101199003077774\n440305198506152148', { kind: 'multiple', count: 2 }],
  ['无', { kind: 'blank' }],
  [null, { kind: 'blank' }],
])('ID cell %s', (content, expected) => {
  expect(readIdNumber(content)).toEqual(expected);
});

test('other documents are told by their form', () => {
  expect([isChinesePassport('E12345678'), isPassport('AB123456'), isPassport('X1234'), isMilitaryDocument('军字第1234567号')]).toEqual([true, true, false, true]);
});

test.each([
  ['(110101199003077774)', 'valid'],
  ['110101199003077774.0', 'valid'],
  ['110101-19900307-7774', 'valid'],
  ['ID110101199003077774', 'valid'],
  ['110101XXXXXXXX7774', 'masked'],
  ['1.10101199003070E+17', 'lost'],
  ['见复印件', 'invalid'],
])('ID cell %s is %s', (content, kind) => {
  expect(readIdNumber(content).kind).toBe(kind);
});

test.each(['15440590985（本人）', '15440590985(子)', '本人15440590985', '154-4059-0985'])('phone %s has a note, not a fault', (text) => {
  expect(readPhones(text)).toEqual([{ kind: 'mobile', number: '15440590985' }]);
});
