import { expect, test } from 'vitest';
import { readAmount } from './read-amount.ts';
import { readCapitalAmountFen, readChineseNumber } from './read-chinese-number.ts';

test.each([
  ['1,234.50', 123_450],
  ['1,234.50-', -123_450],
  ['-1,234.50', -123_450],
  ['(500)', -50_000],
  ['（500.00）', -50_000],
  ['.00', 0],
  ['￥65,000.00', 6_500_000],
  ['人民币50000', 5_000_000],
  ['80000元', 8_000_000],
  ['10.5万', 10_500_000],
  ['6.5万元', 6_500_000],
  ['10w', 10_000_000],
  ['3千', 300_000],
  ['两千元', 200_000],
  ['壹拾伍万元整', 15_000_000],
  ['伍万叁仟元零捌分', 5_300_008],
  ['1.00E+05', 10_000_000],
  ['１２００．５', 120_050],
  [5307.269999999, 530_727],
  [-200, -20_000],
])('%s is read', (content, fen) => {
  expect(readAmount(content)).toMatchObject({ kind: 'amount', fen });
});

test('a bare number takes the unit of its column, a cell with a unit keeps its own', () => {
  expect(readAmount(0.942593, 'wan')).toMatchObject({ fen: 942_593 });
  expect(readAmount('6.5', 'wan')).toMatchObject({ fen: 6_500_000, hasUnit: false });
  expect(readAmount('300000元', 'wan')).toMatchObject({ fen: 30_000_000, hasUnit: true });
  expect(readAmount('50万元', 'yuan')).toMatchObject({ fen: 50_000_000, hasUnit: true });
});

test('a note in brackets is kept apart', () => {
  expect(readAmount('1122.24(含滞纳金2.24)')).toEqual({ kind: 'amount', fen: 112_224, hasUnit: false, note: '含滞纳金2.24' });
  expect(readAmount('约10万')).toMatchObject({ fen: 10_000_000, isApproximate: true });
});

test.each([['10-20万', 'range'], ['见合同', 'words'], ['10万+', 'words'], ['1.000,00', 'separators'], ['1OOOOO', 'letters']])('%s is not guessed: %s', (text, why) => {
  expect(readAmount(text)).toEqual({ kind: 'unreadable', why });
});

test('what may be one of several amounts is said to be', () => {
  expect(readAmount('100000/50000')).toEqual({ kind: 'multiple', fens: [10_000_000, 5_000_000] });
  expect(readAmount('100.000')).toEqual({ kind: 'ambiguous', fens: [10_000, 10_000_000] });
});

test.each([null, undefined, '', '-', '—', '/', '无', '不详', ' '])('%j is blank', (content) => {
  expect(readAmount(content)).toEqual({ kind: 'blank' });
});

test('an error of a formula has no figure', () => {
  expect(readAmount({ error: '#REF!' })).toEqual({ kind: 'broken', error: '#REF!' });
});

test('Chinese numerals', () => {
  expect(['十二', '一百零五', '三千万', '两亿', '一二', '个'].map((text) => readChineseNumber(text))).toEqual([12, 105, 30_000_000, 200_000_000, null, null]);
  expect(readCapitalAmountFen('叁拾万零伍佰元整')).toBe(30_050_000);
});

test.each([
  ['10万5千', 10_500_000],
  ['10万5', 10_500_000],
  ['1万5', 1_500_000],
  ['5仟', 500_000],
  ['5万整', 5_000_000],
  ['叁拾伍万', 35_000_000],
  ['三十五万', 35_000_000],
  ['100,000元整', 10_000_000],
  ['50000圆', 5_000_000],
  ['10万元人民币', 10_000_000],
  ['100000 RMB', 10_000_000],
  ['壹拾万元整(100000)', 10_000_000],
  ['100000（壹拾万元整）', 10_000_000],
  ['△500', -50_000],
  ['-1.5万', -1_500_000],
  ['8,4000', 8_400_000],
  ['30000。', 3_000_000],
  ['.5万', 500_000],
  ['1E5', 10_000_000],
])('%s is read', (content, fen) => {
  expect(readAmount(content)).toMatchObject({ kind: 'amount', fen });
});

test('about so much is an amount that says so', () => {
  expect(readAmount('10万左右')).toMatchObject({ fen: 10_000_000, isApproximate: true });
  expect(readAmount('大概10-20万')).toEqual({ kind: 'unreadable', why: 'range' });
});

test.each(['壹拾万元整(90000)', '不足5万', '5万多', '十来万', '1000*12', '=1000', '10000元/月', 'USD100', '红字500', '9'.repeat(200)])('%s is no figure to take', (text) => {
  expect(readAmount(text)).toMatchObject({ kind: 'unreadable' });
});

test('a day is no amount, and neither is yes', () => {
  expect(readAmount({ date: '2024-01-01' })).toMatchObject({ kind: 'unreadable' });
  expect(readAmount(true)).toEqual({ kind: 'blank' });
});
