import { expect, test } from 'vitest';
import { nameGrams, searchableName } from './customer-name.ts';

test.each([
  ['张三', 'individual', 'zhang san', 'zs'],
  ['单雄信', 'individual', 'shan xiong xin', 'sxx'],
  ['仇英', 'farmer', 'qiu ying', 'qy'],
  ['曾国强', 'individual', 'zeng guo qiang', 'zgq'],
  ['解小红', 'sole_trader', 'xie xiao hong', 'xxh'],
  ['欧阳小五', 'individual', 'ou yang xiao wu', 'oyxw'],
  ['吕梅', 'individual', 'lv mei', 'lm'],
  ['买买提·艾力', 'individual', 'mai mai ti ai li', 'mmtal'],
  ['乐山果品合作社', 'cooperative', 'le shan guo pin he zuo she', 'lsgphzs'],
  ['ＡＢＣ（上海）贸易有限公司', 'business', 'abc shang hai mao yi you xian gong si', 'abcshmyyxgs'],
  ['Tom Li', 'individual', 'tom li', 'tomli'],
] as const)('%s (%s) reads %s, %s for short', (name, kind, pinyin, initials) => {
  expect(searchableName(name, kind)).toMatchObject({ pinyin, initials });
});

test('a name is cut into pieces of one and two characters, each once', () => {
  expect(nameGrams('张小小')).toEqual(['张', '小', '张小', '小小']);
  expect(nameGrams('A B')).toEqual(['a', 'b', 'ab']);
});

test('a name of a hundred characters still fits a page cursor', () => {
  const { pinyin, initials } = searchableName('庄'.repeat(100), 'individual');
  expect(pinyin.length).toBe(200);
  expect(initials.length).toBe(100);
});
