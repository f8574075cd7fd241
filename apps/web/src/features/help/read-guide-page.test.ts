import { expect, test } from 'vitest';
import { headingId } from './heading-id.ts';
import { readGuidePage } from './read-guide-page.ts';

const page = readGuidePage('lists', '# 列表\n\n五个列表用法一样。\n\n## 搜索\n\n填 **姓名** 或 [编号](customers.md)。\n\n- 一\n- 二\n\n## 导出\n\n| 甲 | 乙 |\n|---|--:|\n| `a` | 1 |\n');

test('a page is read as title, summary and sections, without markup', () => {
  expect(page).toMatchObject({ title: '列表', summary: '五个列表用法一样。' });
  expect(page.sections).toEqual([
    { id: '', heading: '列表', depth: 1, text: '五个列表用法一样。' },
    { id: '搜索', heading: '搜索', depth: 2, text: '填 姓名 或 编号。 一 二' },
    { id: '导出', heading: '导出', depth: 2, text: '甲 乙 a 1' },
  ]);
});

test('a file that does not begin with a title is refused', () => {
  expect(() => readGuidePage('lists', '## 搜索\n')).toThrow('must begin with a title');
});

test.each([
  ['五级分类', '五级分类'],
  ['登记错了：冲正', '登记错了冲正'],
  ["A loan's page", 'a-loans-page'],
  ['1. Start', '1-start'],
  ['Kinds of problem, and what to do', 'kinds-of-problem-and-what-to-do'],
])('the heading “%s” has the address “%s”', (heading, id) => {
  expect(headingId(heading)).toBe(id);
});
