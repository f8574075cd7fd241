import { expect, test } from 'vitest';
import { completeTerms } from './default-terms.ts';
import { datedRates, disclosedRates, eirPct, irrAnnualPct, nominalAnnualPct } from './irr.ts';
import { buildSchedule } from './schedule/build-schedule.ts';
import { day, percent, yuan } from './testing/events.ts';

const level = completeTerms({
  method: 'equal_installment', principalFen: yuan('50000'), rateAnnualE8: percent('18'), periods: 24, startsOn: day('2024-01-15'),
});

test('a regular loan discloses its nominal rate, and the effective one beside it', () => {
  const rows = buildSchedule(level);
  expect([irrAnnualPct(level, rows), eirPct(level, rows), nominalAnnualPct(level, rows)]).toEqual(['18.0000', '19.5619', '18.0000']);
});

test('an irregular loan discloses its effective rate, and the nominal equivalent for the caps', () => {
  const byDays = completeTerms({ ...level, interestMode: 'actual_360' });
  const { irrAnnualPct: irr, eirPct: eir, nominalAnnualPct: nominal } = disclosedRates(byDays, buildSchedule(byDays));
  expect(irr).toBe(eir);
  // (1 + eir)^(1/12) − 1, twelve times: 18 % by actual days over 360 is about 18 × 365.25/360.
  expect(Number(nominal)).toBeGreaterThan(18.2);
  expect(Number(nominal)).toBeLessThan(18.3);
});

test('one payment after a year of 365 days yields what it pays more', () => {
  expect(datedRates(yuan('1000'), [{ steps: 365, amountFen: yuan('1120') }], 1)).toEqual({
    irrAnnualPct: '12.0000', eirPct: '12.0000', nominalAnnualPct: '12.0000',
  });
});

// Figures from an independent calculator, by dates over 365 days.
test.each([
  ['cut short', '2029-08-30', { irrAnnualPct: '9.0451', eirPct: '9.0451', nominalAnnualPct: '8.6905' }],
  ['stretched', '2029-09-25', { irrAnnualPct: '9.0448', eirPct: '9.0448', nominalAnnualPct: '8.6902' }],
])('a plan whose last row the maturity has %s is not regular', (_case, maturesOn, rates) => {
  const terms = completeTerms({
    ...level, principalFen: yuan('325038759'), rateAnnualE8: percent('8.7'), startsOn: day('2026-08-09'), firstDueOn: day('2026-09-09'),
    periods: 37, maturesOn: day(maturesOn), rounding: 'down',
  });
  expect(disclosedRates(terms, buildSchedule(terms))).toEqual(rates);
});

test('a period that does not divide the year has a monthly nominal equivalent', () => {
  const every5 = completeTerms({
    method: 'equal_installment', principalFen: yuan('50000'), rateAnnualE8: percent('18'), periodMonths: 5, periods: 4, startsOn: day('2024-01-15'),
  });
  const rates = disclosedRates(every5, buildSchedule(every5));
  expect(Number(rates.nominalAnnualPct)).toBeLessThan(Number(rates.irrAnnualPct));
});

test('less paid back than lent is a negative rate', () => {
  expect(datedRates(yuan('1000'), [{ steps: 365, amountFen: yuan('900') }], 12)).toMatchObject({ irrAnnualPct: '-10.0000' });
});

test('a rate too small to see is zero, not minus zero', () => {
  expect(datedRates(yuan('1000000000'), [{ steps: 365, amountFen: yuan('999999999.99') }], 12).eirPct).toBe('0.0000');
});

test('a fee that eats the principal has no rate', () => {
  expect(() => disclosedRates({ ...level, upfrontFeeFen: yuan('50000') }, buildSchedule(level)))
    .toThrow(expect.objectContaining({ code: 'fee_not_below_principal' }));
});

test.each([
  // Newton goes from 1 to 2 and back for ever on −1100 v + 900 v² − 200 v³ = −300.
  ['flows that lead in a circle', [{ steps: 1, amountFen: -1100 }, { steps: 2, amountFen: 900 }, { steps: 3, amountFen: -200 }], -300],
  ['flows that only take', [{ steps: 30, amountFen: -yuan('1') }], 100_000],
  ['flows that never repay', [{ steps: 10, amountFen: yuan('1') }, { steps: 20, amountFen: -yuan('3000') }], 100_000],
])('%s determine no rate', (_case, flows, lentFen) => {
  expect(() => datedRates(lentFen, flows, 12)).toThrow(expect.objectContaining({ code: 'rate_not_determined' }));
});
