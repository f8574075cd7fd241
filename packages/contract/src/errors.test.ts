import { expect, test } from 'vitest';
import { errorTable, errorText, type ErrorCode } from './errors.ts';

test('each language reads clean, the reasons inside a sentence too', () => {
  expect(errorText('invalid_id_number', 'zh', { reason: 'checksum' })).toBe('证件号码不正确：校验码不符。');
  expect(errorText('invalid_id_number', 'en', { reason: 'checksum' })).toBe('The ID number is not valid: wrong check character.');
  expect(errorText('not_reversible', 'en', { reason: 'taken_over' })).not.toMatch(/\p{Script=Han}/u);
  expect(errorText('import_state_changed', 'zh', { state: 'committing' })).toBe('该导入已处于“导入中”状态。');
});

test('a value that is no code stands as it is, and what is missing stays visible', () => {
  expect(errorText('too_large', 'en', { limit: '64 MB' })).toBe('Too large: at most 64 MB.');
  expect(errorText('loan_not_disbursed', 'en', { reason: 'checksum' })).toBe('The loan has not been disbursed.');
  expect(errorText('too_large', 'zh', {})).toContain('{limit}');
});

test('no English sentence has Chinese in it and no Chinese one lacks it', () => {
  // as: the keys of the table are its codes.
  for (const code of Object.keys(errorTable) as ErrorCode[]) {
    expect({ code, isClean: !/\p{Script=Han}/u.test(errorTable[code].en) && /\p{Script=Han}/u.test(errorTable[code].zh) }).toEqual({ code, isClean: true });
  }
});
