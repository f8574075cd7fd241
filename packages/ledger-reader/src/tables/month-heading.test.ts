import { expect, test } from 'vitest';
import { headingMonth, monthRun } from './month-heading.ts';
import { widePeriod } from './wide-periods.ts';

test.each([
  ['1月', { month: 1 }], ['12月份', { month: 12 }], ['2024-01', { year: 2024, month: 1 }], ['2024年3月', { year: 2024, month: 3 }], ['２０２４．１１', { year: 2024, month: 11 }], [{ date: '2024-02-01' }, { year: 2024, month: 2 }],
  [{ date: '2024-02-05' }, null], ['13月', null], ['1月5日', null], ['一月', null], [3, null], [null, null], [true, null],
])('%j', (content, expected) => {
  expect(headingMonth(content)).toEqual(expected);
});

test('months are headings when three follow one another', () => {
  expect(monthRun(['姓名', '1月', '2月', '3月', '合计'])).toBe(3);
  expect(monthRun(['2023-11', '2023-12', '2024-01'])).toBe(3);
  expect(monthRun(['1月', '5月', '9月'])).toBe(0);
  expect(monthRun(['2024-01', 500, '2024-02'])).toBe(0);
});

test.each([
  [['3月'], '2024收款台账', { installmentNo: 3, part: 'total', month: { month: 3 } }], [['3月'], '台账', null], [['实还', '2024-03'], '台账', { part: 'total', month: { year: 2024, month: 3 } }], [['2024-03', '应还'], '', { part: 'dueTotal' }],
  [['2024-03', '日期'], '', { part: 'paidOn' }], [['余额', '2024-03'], '还款', null], [['利息', '3月'], '', { part: 'interest' }], [['应还', '第2期'], '', { installmentNo: 2, part: 'dueTotal' }], [['客户', '第2期'], '', { installmentNo: 2, part: 'total' }],
])('the column %j under the title %j', (path, title, expected) => {
  const column = widePeriod(7, path, title);
  if (expected === null) expect(column).toBeNull();
  else expect(column).toMatchObject({ column: 7, ...expected });
});
