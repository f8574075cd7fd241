import { expect, test } from 'vitest';
import { problemKindText } from './problem-kinds.ts';

test('a kind has a name and advice in both languages', () => {
  expect(problemKindText('invalid_id', 'zh')).toEqual({ name: '证件号码有误', advice: '对照证件原件更正；客户已导入，号码留待补充。' });
  expect(problemKindText('invalid_id', 'en').name).toBe('Invalid ID number');
});

test('a kind that nobody has named yet is shown by its code rather than not at all', () => {
  expect(problemKindText('brand_new', 'zh')).toEqual({ name: 'brand_new', advice: '' });
});
