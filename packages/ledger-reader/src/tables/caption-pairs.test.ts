import { expect, test } from 'vitest';
import type { CellContent, SheetGrid } from '../decode/cell-grid.ts';
import { captionPairs, meaningOf, namesLoan } from './caption-pairs.ts';

function pairsIn(...rows: readonly CellContent[][]): [string, CellContent, number, number][] {
  const sheet: SheetGrid = { name: 's', isHidden: false, rows, merges: [], hiddenColumns: new Set(), marks: new Map() };
  return captionPairs(sheet, 0, rows.length).map(({ key, value, row, column }) => [key, value, row, column]);
}

test.each<[string, CellContent[], unknown[]]>([
  ['one to a cell', ['借款人：赵甲', null, '合同号:HT-01'], [['借款人', '赵甲', 0, 0], ['合同号', 'HT-01', 0, 2]]],
  ['several in a cell', ['借款人：赵甲  金额：30,000元，利率：12%'], [['借款人', '赵甲', 0, 0], ['金额', '30,000元', 0, 0], ['利率', '12%', 0, 0]]],
  ['the value in the next filled cell', ['借款人：', null, '赵甲', '放款日期：', { date: '2024-01-05' }], [['借款人', '赵甲', 0, 2], ['放款日期', { date: '2024-01-05' }, 0, 4]]],
  ['labels without values', ['复核：', '制表：'], []],
  ['no labels', ['贷款台账', 5, null], []],
])('%s', (_what, cells, expected) => {
  expect(pairsIn(cells)).toEqual(expected);
});

test.each([['借款人', 'customer.name'], ['合同编号', 'loan.contractNo'], ['贷款金额（万元）', 'loan.principal'], ['身份证号', 'customer.idNumber'], ['单位', 'customer.employer'], ['制表', undefined], ['序号', undefined]])('the label %s means %s', (key, expected) => {
  expect(meaningOf({ key, value: '', row: 0, column: 0 })).toBe(expected);
});

test('captions name a loan by borrower or number, not by unit or day', () => {
  const pair = (key: string): { key: string; value: string; row: number; column: number } => ({ key, value: 'x', row: 0, column: 0 });
  expect([namesLoan([pair('借款人')]), namesLoan([pair('单位'), pair('截止日期'), pair('客户经理')])]).toEqual([true, false]);
});
