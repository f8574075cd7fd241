import { fen } from '@loanbook/engine/money.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import { genders } from '@loanbook/contract/choices.ts';
import { expect, test } from 'vitest';
import { formatCell, formatCount, formatDateTime, formatFen, formatMoney, formatMoneyInWan, formatPercentText } from './format.ts';

test.each([
  ['0', '0.00'],
  ['999.9', '999.90'],
  ['1234567.5', '1,234,567.50'],
  ['-1000', '-1,000.00'],
  ['9999999999999.99', '9,999,999,999,999.99'],
  ['按合同', '按合同'],
])('money %s is shown as %s', (yuan, shown) => {
  expect(formatMoney(yuan)).toBe(shown);
});

test('fen are shown as yuan', () => {
  expect(formatFen(fen(123_456_789))).toBe('1,234,567.89');
});

test.each([
  ['12345678.90', '1,234.57'],
  ['49.99', '0.00'],
  ['50.00', '0.01'],
  ['149.99', '0.01'],
  ['-12345.00', '-1.23'],
  ['-49.99', '0.00'],
])('%s yuan are %s 万元, half up and without floats', (yuan, shown) => {
  expect(formatMoneyInWan(yuan)).toBe(shown);
});

test.each([
  ['12.0000', '12.00%'],
  ['4.9', '4.90%'],
  ['3.8525', '3.8525%'],
  ['18', '18.00%'],
  ['—', '—'],
])('percent %s is shown as %s', (percent, shown) => {
  expect(formatPercentText(percent)).toBe(shown);
});

test('an instant is told on the clock of the institution, over midnight too', () => {
  expect(formatDateTime('2026-02-28T16:05:00.000Z', 'Asia/Shanghai')).toBe('2026-03-01 00:05');
  expect(formatDateTime('2026-02-28T16:05:00.000Z', 'UTC')).toBe('2026-02-28 16:05');
  expect(formatDateTime(null, 'UTC')).toBe('—');
});

test('a ledger cell follows its field: choice by name, yes or no, absent as empty', () => {
  const field = (type: Field['type']): Field => ({ key: 'x', zh: '', en: '', type, group: 'g', sensitivity: 'C1', choices: genders });
  const zh = { language: 'zh', timeZone: 'Asia/Shanghai' } as const;
  const en = { language: 'en', timeZone: 'Asia/Shanghai' } as const;
  expect(formatCell(field('choice'), 'female', zh)).toBe('女');
  expect(formatCell(field('choice'), 'female', en)).toBe('Female');
  expect(formatCell(field('boolean'), false, zh)).toBe('否');
  expect(formatCell(field('money'), '10000.5', en)).toBe('10,000.50');
  expect(formatCell(field('percent'), '15.4', zh)).toBe('15.40');
  expect(formatCell(field('integer'), 12345, zh)).toBe('12,345');
  expect(formatCell(field('tags'), ['老客户', '农户'], zh)).toBe('老客户、农户');
  expect(formatCell(field('date_time'), '2026-03-01T01:00:00Z', zh)).toBe('2026-03-01 09:00');
  expect(formatCell(field('money'), null, zh)).toBe('');
  expect(formatCell(field('date'), undefined, zh)).toBe('');
});

test('counts get separators', () => {
  expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
});
