import { expect, test } from 'vitest';
import { checkIdNumber, idTypeOf } from './id-number-check.ts';

test('a valid resident ID says birth date and gender, however it is typed', () => {
  expect(checkIdNumber('resident_id', ' 110105 19491231 002x')).toEqual({ isValid: true, number: '11010519491231002X', holder: { birthDate: '1949-12-31', gender: 'female' } });
});

test('a number tells what document it is of, as far as its form goes', () => {
  expect(idTypeOf('11010519491231002X')).toBe('resident_id');
  expect(idTypeOf('E12345678')).toBeNull();
});

test('a wrong check character is named as such', () => {
  expect(checkIdNumber('resident_id', '110105194912310021')).toEqual({ isValid: false, fault: 'checksum' });
  expect(checkIdNumber('uscc', '91350100M000100Y44')).toEqual({ isValid: false, fault: 'checksum' });
});
