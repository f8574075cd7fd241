import { expect, test } from 'vitest';
import type { CellContent } from '../decode/cell-grid.ts';
import { rowKind, type RowKind } from './row-kind.ts';

const width = 10;

/** What a row under ten headings is, by the words a ledger writes into it. */
const rows: readonly (readonly [RowKind, string, readonly CellContent[]])[] = [
  ['blank', 'nothing', [null, null, '']],
  ['blank', 'spaces only', ['  ', null, '　']],
  ['record', 'a loan', ['J1', '赵甲', 10_000, '2024-01-05', '2025-01-05', 12, '等额本息', 5000, '正常', '周霜降']],
  ['record', 'a loan with gaps', ['J1', '赵甲', 10_000, null, null, null, null, 5000]],
  ['record', 'a person whose note says 合计', ['J1', '赵甲', 10_000, '2024-01-05', '2025-01-05', 12, '等额本息', 5000, '合计', '周霜降']],
  ['subtotal', '合计', ['合计', null, 30_000]],
  ['subtotal', '合 计 with spaces', ['合  计', null, 30_000]],
  ['subtotal', '总计', ['总计', null, 30_000]],
  ['subtotal', 'a town and 小计', [null, '禾丰镇小计', 30_000]],
  ['subtotal', 'a month and 合计', [null, '2024年3月合计', 30_000]],
  ['subtotal', '本年累计', ['本年累计', null, 30_000]],
  ['subtotal', '承前页', [null, null, null, '承前页', 2000]],
  ['subtotal', '过次页', ['过次页', null, 2000]],
  ['subtotal', '期初余额', ['期初余额', null, 2000]],
  ['subtotal', '平均', ['平均', null, 2000]],
  ['footer', '制表人', ['制表人：孙丙', null, '复核：李丁']],
  ['footer', 'a legend', ['注：红色字体为逾期贷款']],
  ['footer', 'a count of records', ['总记录数:220']],
  ['footer', 'a page number', ['第3页']],
  ['footer', 'a label with a colon', ['附：担保合同']],
  ['section', 'a town', ['禾丰镇']],
  ['section', 'a numbered group', [null, '二、抵押贷款']],
  ['record', 'a lone number', [null, 45]],
];

test.each(rows)('%s: %s', (kind, _what, cells) => {
  expect(rowKind(cells, width)).toBe(kind);
});
