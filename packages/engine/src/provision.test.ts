import { expect, test } from 'vitest';
import type { FiveTierClass } from './classification.ts';
import { generalProvisionFen, provisionFen, specialProvisionFen, standardRiskRates } from './provision.ts';
import { yuan } from './testing/events.ts';

// Source: rules vectors, portfolio: balances by class of twelve loans.
const portfolio: readonly (readonly [FiveTierClass, string, string])[] = [
  ['normal', '820000', '0'], ['special_mention', '390000', '7800'], ['substandard', '410000', '102500'],
  ['doubtful', '80000', '40000'], ['loss', '40000', '40000'],
];

test.each(portfolio)('special provision for %s, %s → %s', (fiveTierClass, balance, expected) => {
  expect(specialProvisionFen(fiveTierClass, yuan(balance))).toBe(yuan(expected));
});

test('the whole book needs one per cent of it besides', () => {
  const totalFen = portfolio.reduce((sum, [fiveTierClass, balance]) => sum + provisionFen(fiveTierClass, yuan(balance)), 0);
  expect(totalFen).toBe(yuan('207700'));
  expect(generalProvisionFen(yuan('1740000'))).toBe(yuan('17400'));
});

test('a lender may take other rates', () => {
  expect(provisionFen('substandard', yuan('1000'), standardRiskRates)).toBe(yuan('300'));
  expect(provisionFen('normal', yuan('1000'), standardRiskRates)).toBe(yuan('15'));
});

test('each part is rounded half-up to the fen, also of balances beyond exact products', () => {
  expect(provisionFen('normal', yuan('0.50'))).toBe(1);
  expect(provisionFen('loss', yuan('900000000000'))).toBe(yuan('909000000000'));
});
