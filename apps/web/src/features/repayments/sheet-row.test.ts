import { expect, test } from 'vitest';
import { headingColumns, readAmount, readChannel, readDay } from './sheet-row.ts';

test('days are read in the ways people write them, never without a year', () => {
  for (const written of ['2026-3-1', '2026/03/01', '2026.3.1', '20260301', '2026年3月1日', '２０２６-03-01', '2026-03-01 14:05']) expect(readDay(written)).toBe('2026-03-01');
  for (const written of ['3月1日', '2026-02-30', '2026-13-01', '2026112', '', 'soon']) expect(readDay(written)).toBeNull();
});

test('channels are read by name in both languages, by code, and by what cashiers call them', () => {
  expect(readChannel('微信')).toBe('wechat');
  expect(readChannel('Bank transfer')).toBe('bank_transfer');
  expect(readChannel(' 转账 ')).toBe('bank_transfer');
  expect(readChannel('cash')).toBe('cash');
  expect(readChannel('支票')).toBeNull();
});

test('amounts lose separators and currency', () => {
  expect(readAmount(' ￥12,345.60元 ')).toBe('12345.60');
});

test('a heading row is told from data, and the receipt number names the loan', () => {
  expect(headingColumns(['客户姓名', '借据号', '还款金额', '还款日期'])).toEqual(new Map([['name', 1], ['amount', 2], ['paidOn', 3]]));
  expect(headingColumns(['王建国', 'JJ202401', '100.00'])).toBeNull();
  expect(headingColumns(['备注', '其他'])).toBeNull();
  expect(headingColumns(['户名', '金额', '摘要'])?.get('note')).toBe(2);
});
