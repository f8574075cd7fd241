import { expect, test } from 'vitest';
import { codeKey, readCode } from './read-code.ts';
import { readDays, readDueDay, readInstallmentNo, readTermMonths } from './read-count.ts';
import { isBusinessName, readName } from './read-name.ts';

test('days, instalments, due days and terms with their words', () => {
  expect([411, '570天', '逾期12天', '-', 'x'].map((cell) => readDays(cell))).toEqual([411, 570, 12, null, 'unreadable']);
  expect(['第1期', '3期', '2/12', '第十二期', 7].map((cell) => readInstallmentNo(cell))).toEqual([1, 3, 2, 12, 7]);
  expect([10, '10号', '每月20日', 0, 32, '-'].map((cell) => readDueDay(cell))).toEqual([10, 10, 20, 'unreadable', 'unreadable', null]);
  expect(['36个月', '1年', '半年', '1年6个月', '12期', 24, '90天'].map((cell) => readTermMonths(cell))).toEqual([36, 12, 6, 18, 12, 24, 'unreadable']);
  expect(readTermMonths(3, 'year')).toBe(36);
});

test('a name loses spaces and keeps its note apart', () => {
  expect(readName('张　三')).toEqual({ name: '张三' });
  expect(readName('张三(已故)')).toEqual({ name: '张三', note: '已故' });
  expect(readName('买买提.吐尔逊')).toEqual({ name: '买买提·吐尔逊' });
  expect(readName('John  Smith')).toEqual({ name: 'John Smith' });
  expect(readName('梧桐县大寒(个体)百货店')).toEqual({ name: '梧桐县大寒(个体)百货店' });
  expect([readName('王*'), readName('张?'), readName('王某某'), readName('无')].map((reading) => reading?.isMasked)).toEqual([true, true, true, undefined]);
  expect([isBusinessName('梧桐县壬辰建材商行'), isBusinessName('张三')]).toEqual([true, false]);
});

test('two spellings of one code are one', () => {
  expect(readCode('  HF20220017\u200b ')).toBe('HF20220017');
  expect(readCode(21_000_004)).toBe('21000004');
  expect(readCode('-')).toBeNull();
  expect(codeKey('ｊｊ 2023-10007')).toBe(codeKey('JJ202310007'));
  expect(codeKey('贷字〔2024〕第1号')).toBe(codeKey('贷字(2024)第1号'));
});

test.each([
  ['一年半', 18],
  ['2年零3个月', 27],
  ['3个月（按季）', 3],
  ['12个月整', 12],
  ['十二个月', 12],
  ['半年期', 6],
  [45_356, 'unreadable'],
  ['5y', 'unreadable'],
])('a term of %s is %s months', (content, months) => {
  expect(readTermMonths(content)).toBe(months);
});

test('days past due and instalment numbers in words', () => {
  expect(['超期12天', '已逾期三十天', '12 天', '90+'].map((cell) => readDays(cell))).toEqual([12, 30, 12, 'unreadable']);
  expect(['3期/共12期', '第3/12期', '第 3 期', '末期'].map((cell) => readInstallmentNo(cell))).toEqual([3, 3, 3, 'unreadable']);
  expect(['次月10日', '每月的5号', '月末'].map((cell) => readDueDay(cell))).toEqual([10, 5, 'unreadable']);
});
