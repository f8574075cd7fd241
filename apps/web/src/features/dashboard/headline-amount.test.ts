import { expect, test } from 'vitest';
import { headlineAmount, shareText } from './headline-amount.ts';

test.each([
  ['99999.99', 'zh', '99,999.99', 'yuan'], ['100000.00', 'zh', '10.00', 'wan'], ['1234567.00', 'zh', '123.46', 'wan'],
  ['999999.99', 'en', '999,999.99', 'yuan'], ['1235000.00', 'en', '1.24', 'million'], ['-2000000.00', 'en', '-2.00', 'million'],
] as const)('%s in %s is said as %s %s', (yuan, language, text, unit) => {
  expect(headlineAmount(yuan, language)).toEqual({ text, unit });
});

test('a share is rounded to one decimal; of nothing it is nothing', () => {
  expect([shareText('1.00', '3.00'), shareText('2.00', '2.00'), shareText('0.00', '0.00')]).toEqual(['33.3', '100.0', '0.0']);
});
