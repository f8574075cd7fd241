import { expect, test } from 'vitest';
import { moneyPartOf } from './money-part.ts';

test.each([
  ['收回本金', 'principal'],
  ['还本', 'principal'],
  ['归还贷款本金', 'principal'],
  ['收利息', 'interest'],
  ['利息收入', 'interest'],
  ['季度结息', 'interest'],
  ['罚息', 'penalty'],
  ['逾期利息', 'penalty'],
  ['滞纳金', 'penalty'],
  ['手续费', 'fee'],
  ['冲销收回本金', 'principal'],
])('%s is %s', (words, part) => {
  expect(moneyPartOf(words)).toBe(part);
});

test.each(['归还本息', '本金及利息', '利息和罚息', '代收水费', '', '还款', '本'.repeat(200)])('%s is no single part', (words) => {
  expect(moneyPartOf(words)).toBeNull();
});
