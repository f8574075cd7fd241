import { expect, test } from 'vitest';
import { actionWords, fieldWord } from './audit-words.ts';

const serverFiles = import.meta.glob<string>('../../../../server/src/features/**/*.ts', { eager: true, query: '?raw', import: 'default' });

test('every action that the server notes has words', () => {
  const actions = Object.entries(serverFiles).flatMap(([file, text]) => (file.endsWith('.test.ts') ? [] : [...text.matchAll(/\baction: '([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1] ?? '')));
  expect(actions.length).toBeGreaterThan(10);
  for (const language of ['zh', 'en'] as const) expect(actions.filter((action) => actionWords(action, language) === action)).toEqual([]);
});

test('an action reads as a sentence in either language, an unknown one as its code', () => {
  expect(actionWords('customer.created', 'zh')).toBe('新增客户');
  expect(actionWords('customer.created', 'en')).toBe('Customer created');
  expect(actionWords('person.signed_in', 'zh')).toBe('登录成功');
  expect(actionWords('customer.revealed', 'zh')).toBe('查看客户明文');
  expect(actionWords('person.password_reset', 'zh')).toBe('重置密码');
  expect(actionWords('moon.landed', 'zh')).toBe('moon.landed');
});

test('a field’s name comes from the ledger the entry is about', () => {
  expect(fieldWord('principal', 'loan', 'zh')).toBe('放款金额');
  expect(fieldWord('principal', 'repayment', 'zh')).toBe('本金');
  expect(fieldWord('rateCapPct', 'institution', 'en')).toBe('Rate cap');
  expect(fieldWord('loansRestored:21', 'import', 'zh')).toBe('恢复 21 笔贷款');
  expect(fieldWord('客户台账!C4', 'import', 'zh')).toBe('客户台账!C4');
});
