import { expect, test } from 'vitest';
import { asOfIn, readCaptions } from './captions.ts';
import { codesOf, isDictionarySheet, readDictionaries } from './code-dictionary.ts';
import { parseHeader } from './header-text.ts';
import { columnWords } from './header-words.ts';
import { inferRateUnit } from './infer-rate-unit.ts';
import { defaultsOfHeading, isPersonName } from './table-defaults.ts';
import { tableContext } from './table-context.ts';
import { periodColumn } from './wide-periods.ts';

test('captions say unit, day and what all rows share', () => {
  const facts = readCaptions(['填报单位：梧桐县某公司', '还款方式：等本等息     单位：元     统计截止：2024-12-31', 'LPR：3.45%']);
  expect(facts).toMatchObject({ moneyUnit: 'yuan', asOf: '2024-12-31', lprE8: 3_450_000 });
  expect(facts.pairs.get('还款方式')).toBe('等本等息');
  expect(readCaptions(['单位：万元']).moneyUnit).toBe('wan');
});

test.each([['逾期贷款台账（截至2025年3月31日）', '2025-03-31'], ['截止日期:20241231', '2024-12-31'], ['统计截止：2024年2月', '2024-02-29'], ['打印日期：2024年7月2日', undefined]])('%s stands for %s', (text, day) => {
  expect(asOfIn(text)).toBe(day);
});

test('headings carry units', () => {
  expect(parseHeader(['还款情况', '已还利息(元)'])).toMatchObject({ path: ['还款情况', '已还利息'], moneyUnit: 'yuan' });
  expect(parseHeader(['月利率（‰）'])).toMatchObject({ ratePeriod: 'month', rateScale: 'permille' });
  expect(parseHeader(['年利率%'])).toMatchObject({ path: ['年利率'], ratePeriod: 'year', rateScale: 'percent' });
  expect(parseHeader(['贷款信息（万元）', '金额'])).toMatchObject({ moneyUnit: 'wan' });
  expect(columnWords(['贷款信息', '金额'])).toBe('贷款金额');
  expect(columnWords(['还款情况', '已还本金'])).toBe('已还本金');
});

test('a rate column without a unit is judged by its numbers', () => {
  const bare = parseHeader(['利率']);
  expect(inferRateUnit(bare, [9.6, 12, 14.4])).toEqual({ period: 'year', scale: 'percent' });
  expect(inferRateUnit(bare, ['1.2%', '1%'])).toEqual({ period: 'month', scale: 'percent' });
  expect(inferRateUnit(bare, [0.12, 0.096])).toEqual({ period: 'year', scale: 'fraction' });
  expect(inferRateUnit(parseHeader(['月利率']), [8.7, 10])).toEqual({ period: 'month', scale: 'permille' });
  expect(inferRateUnit(parseHeader(['月费率']), [0.0065, 0.01])).toEqual({ period: 'month', scale: 'fraction' });
});

test('sheet names and sections speak for their rows', () => {
  expect(defaultsOfHeading('已结清', false)).toEqual({ status: 'settled' });
  expect(defaultsOfHeading('二、抵押贷款', false)).toEqual({ guarantee: 'mortgage' });
  expect(defaultsOfHeading('客户经理：周霜降', false)).toEqual({ manager: '周霜降' });
  expect(defaultsOfHeading('周霜降', true)).toEqual({ manager: '周霜降' });
  expect(defaultsOfHeading('一、禾丰店', false)).toEqual({});
  expect(defaultsOfHeading('逾期台账', false)).toMatchObject({ status: 'overdue' });
  expect([isPersonName('周霜降'), isPersonName('贷款台账'), isPersonName('Sheet1')]).toEqual([true, false, false]);
});

test('what a table is about', () => {
  const context = (...leaves: string[]): string => JSON.stringify(tableContext(leaves, ''));
  expect(context('借款人', '贷款金额', '放款日期', '利率')).toBe('{"context":"loan","hasLoanColumns":true}');
  expect(context('还款日期', '借据号', '本金', '利息')).toBe('{"context":"repayment","hasLoanColumns":false}');
  expect(context('交易日期', '借据号', '贷款金额', '放款日期', '到期日期', '本次还本', '本次还息')).toBe('{"context":"repayment","hasLoanColumns":true}');
  expect(context('客户编号', '姓名', '性别', '职业')).toBe('{"context":"customer","hasLoanColumns":false}');
  expect(context('借据号', '逾期天数', '逾期本金', '催收情况')).toBe('{"context":"overdue","hasLoanColumns":false}');
  expect(context('应还日期', '欠还利息', '欠还本金')).toBe('{"context":"installment","hasLoanColumns":false}');
  expect(context('年龄', '收入')).toBe('{"context":null,"hasLoanColumns":false}');
});

test('numbered instalments in columns', () => {
  expect(periodColumn(4, ['第3期', '日期'])).toEqual({ column: 4, installmentNo: 3, part: 'paidOn' });
  expect(periodColumn(5, ['第十二期', '金额'])).toEqual({ column: 5, installmentNo: 12, part: 'total' });
  expect(periodColumn(6, ['第1期还款本金'])).toEqual({ column: 6, installmentNo: 1, part: 'principal' });
  expect(periodColumn(7, ['期数'])).toBeNull();
});

test('codes are known only from a dictionary that came with the files', () => {
  const sheet = { name: 'csv', isHidden: false, rows: [['iou_method', '还款方式', '0-等额本息'], ['iou_method', '还款方式', '1-等额本金'], ['a_b', '借据编号', 'char(3)']], merges: [], hiddenColumns: new Set<number>(), marks: new Map() };
  const dictionary = readDictionaries([{ name: 'dict.txt', format: 'csv', sheets: [sheet] }]);
  expect(isDictionarySheet(sheet)).toBe(true);
  expect(codesOf('还款方式', ['0', '1', '1'], dictionary)?.get('0')).toBe('等额本息');
  expect(codesOf('还款方式', ['0', '7', '8'], dictionary)).toBeNull();
  expect(codesOf('担保方式', ['0'], dictionary)).toBeNull();
});
