import { expect, test } from 'vitest';
import { actionWords, fieldWord } from './audit-words.ts';

test('an action reads as a sentence in either language, an unknown one as its code', () => {
  expect(actionWords('customer.created', 'zh')).toBe('新增客户');
  expect(actionWords('customer.created', 'en')).toBe('Customer created');
  expect(actionWords('session.signed_in', 'zh')).toBe('登录成功');
  expect(actionWords('person.password_reset', 'zh')).toBe('重置密码');
  expect(actionWords('moon.landed', 'zh')).toBe('moon.landed');
});

test('a field’s name comes from the ledger the entry is about', () => {
  expect(fieldWord('principal', 'loan', 'zh')).toBe('放款金额');
  expect(fieldWord('principal', 'repayment', 'zh')).toBe('本金');
  expect(fieldWord('rateCapPct', 'institution', 'en')).toBe('Rate cap');
});
