import { expect, test } from 'vitest';
import type { CellContent, SheetGrid } from '../decode/cell-grid.ts';
import { findTables } from './find-tables.ts';
import { mapByContent } from './map-by-content.ts';
import { findPlainTable } from './plain-table.ts';
import { rowKind } from './row-kind.ts';
import { splitSideBySide } from './split-tables.ts';

function grid(rows: readonly (readonly CellContent[])[], merges: SheetGrid['merges'] = []): SheetGrid {
  return { name: '台账', isHidden: false, rows, merges, hiddenColumns: new Set(), marks: new Map() };
}

const heading = ['借据号', '借款人', '贷款金额', '放款日期'];

test('captions above, sums and footers below stand apart from the records', () => {
  const [table] = findTables(grid([
    ['贷款台账'],
    ['单位：万元', null, '截止日期：2024年6月30日'],
    heading,
    ['A1', '赵甲', 5, '2024-01-05'],
    [null, null, null, null],
    ['一、禾丰镇'],
    ['A2', '钱乙', 6, '2024-01-06'],
    ['合计', null, 11, null],
    ['制表人：孙丙', null, '复核：李丁'],
    ['注：红色为逾期'],
  ]));
  expect(table).toMatchObject({ headerRows: [2], recordRows: [3, 6], subtotalRows: [7], legends: ['制表人：孙丙', '复核：李丁', '注：红色为逾期'] });
  expect([...(table?.sections ?? [])]).toEqual([[5, '一、禾丰镇']]);
  expect(table?.captions).toEqual(['贷款台账', '单位：万元', '截止日期：2024年6月30日']);
});

test('a heading printed again continues its table, another heading begins a new one', () => {
  const tables = findTables(grid([heading, ['A1', '赵甲', 5, '2024-01-05'], heading, ['A2', '钱乙', 6, '2024-01-06'], [null], ['收款日期', '借据号', '本金', '利息'], ['2024-02-05', 'A1', 1, 2]]));
  expect(tables.map((table) => [table.headerRows, table.recordRows])).toEqual([[[0], [1, 3]], [[5], [6]]]);
});

test('merged group headings lead each column, two to four rows deep', () => {
  const [table] = findTables(grid(
    [['基本情况', null, '还款情况', null], ['客户', null, '累计', null], ['姓名', '身份证号', '本金', '利息'], ['赵甲', '1', 5, 6]],
    [{ startRow: 0, endRow: 0, startCol: 0, endCol: 1 }, { startRow: 0, endRow: 0, startCol: 2, endCol: 3 }, { startRow: 1, endRow: 1, startCol: 0, endCol: 1 }, { startRow: 1, endRow: 1, startCol: 2, endCol: 3 }],
  ));
  expect(table?.headings).toEqual([['基本情况', '客户', '姓名'], ['基本情况', '客户', '身份证号'], ['还款情况', '累计', '本金'], ['还款情况', '累计', '利息']]);
  expect(table?.recordRows).toEqual([3]);
});

test('two tables side by side are split, an empty column inside a table is not', () => {
  const two = grid([['借据号', '借款人', '贷款金额', null, '借据号', '收款日期', '本金'], ['A1', '赵甲', 5, null, 'A1', '2024-02-05', 1]]);
  expect(findTables(two).flatMap((table) => splitSideBySide(two, table)).map((table) => table.headings.flat())).toEqual([['借据号', '借款人', '贷款金额'], ['借据号', '收款日期', '本金']]);
  const one = grid([['借据号', '借款人', null, '贷款金额', '放款日期'], ['A1', '赵甲', null, 5, '2024-02-05']]);
  expect(findTables(one).flatMap((table) => splitSideBySide(one, table))).toHaveLength(1);
});

test.each([
  [['本页小计', null, null, 5], 'subtotal'],
  [[null, '2023年11月合计', null, 5], 'subtotal'],
  [['承前页', null, null, 5], 'subtotal'],
  [[null, null, null, null, '本页小计', 5], 'subtotal'],
  [['总笔数:20000'], 'footer'],
  [['打印日期：2024年7月2日', null, '操作员:0012'], 'footer'],
  [['二、白鹭镇'], 'section'],
  [[null, ' ', null], 'blank'],
  [['KH01', '合计', '个人', '女', 'a', 'b', 'c', 'd', 'e', 'f'], 'record'],
])('%j is a %s', (cells, kind) => {
  expect(rowKind(cells, 10)).toBe(kind);
});

test('a table without headings is mapped only as far as its cells prove it', () => {
  const id = (last: string): string => `42112219731022${last}`;
  const column = (index: number, cells: readonly CellContent[]): { index: number; cells: readonly CellContent[] } => ({ index, cells });
  const mapped = mapByContent([
    column(0, ['赵甲', '钱乙丑', '孙丙']),
    column(1, [id('0370'), id('0370'), id('0370')]),
    column(2, ['16100000001', '16100000002', '16100000003']),
    column(3, [50_000, 80_000, 30_000]),
    column(4, ['2024-01-05', '2024-02-05', '2024-03-05']),
    column(5, ['2025-01-05', '2024-08-05', '2025-03-05']),
    column(6, [12, 6, 12]),
    column(7, [40_000, 80_000, 0]),
    column(8, ['等额本息', '先息后本', '等额']),
    column(9, ['1.2%', '1%', '1.5%']),
    column(10, ['?', 'x', '']),
  ]);
  expect([...mapped].sort(([left], [right]) => left - right)).toEqual([
    [0, 'customer.name'], [1, 'customer.idNumber'], [2, 'customer.mobile'], [3, 'loan.principal'], [4, 'loan.disbursedOn'], [5, 'loan.maturesOn'],
    [6, 'loan.termMonths'], [7, 'loan.outstandingPrincipal'], [8, 'loan.method'], [9, 'loan.annualRatePct'],
  ]);
});

test('a table with unknown headings is found all the same', () => {
  const table = findPlainTable(grid([['年龄', '工龄', '收入'], [41, 17, 176], [27, 10, 31], [40, 15, 55]]));
  expect(table).toMatchObject({ headerRows: [0], recordRows: [1, 2, 3] });
  expect(findPlainTable(grid([['只有一句话']]))).toBeNull();
});
