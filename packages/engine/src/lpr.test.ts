import { expect, test } from 'vitest';
import { completeTerms } from './default-terms.ts';
import { linkedRateOn, nextRepricing } from './lpr.ts';
import { replay } from './replay.ts';
import { buildSchedule } from './schedule/build-schedule.ts';
import { projectLoan } from './replay/project-ledger.ts';
import type { LoanEvent } from './events.ts';
import type { LprLink, LprValue } from './terms.ts';
import { base, day, disburse, opening, percent, yuan } from './testing/events.ts';

function lpr(publishedOn: string, oneYear: string, fiveYear: string): LprValue {
  return { publishedOn: day(publishedOn), oneYearE8: percent(oneYear), fiveYearE8: percent(fiveYear) };
}

const link: LprLink = {
  tenor: 'five_years', spreadBasisPoints: 55, repricing: 'january_first',
  values: [lpr('2020-12-21', '3.85', '4.65'), lpr('2019-12-20', '4.15', '4.80'), lpr('2021-12-20', '3.80', '4.65'), lpr('2022-08-22', '3.65', '4.30')],
};
// Source: rules vectors, repricing: 800 000.00 left for 288 months, 5.30 % then 5.20 % from 2021-01-01.
const mortgage = completeTerms({
  method: 'equal_installment', principalFen: yuan('800000'), rateAnnualE8: percent('5.3'), periods: 288, startsOn: day('2020-12-20'), lprLink: link,
});
const lent = disburse('e1', '2020-12-20', '800000');

test('the rate is the latest LPR published by the day, and the spread', () => {
  expect(linkedRateOn(link, day('2021-01-01'))).toBe(percent('5.2'));
  expect(linkedRateOn({ ...link, tenor: 'one_year', spreadBasisPoints: -20 }, day('2022-08-22'))).toBe(percent('3.45'));
  expect(linkedRateOn({ ...link, spreadBasisPoints: -1_000 }, day('2021-01-01'))).toBe(0);
  expect(linkedRateOn(link, day('2019-12-19'))).toBeNull();
});

test.each([
  ['january_first', '2020-12-20', '2020-12-20', '2021-01-01'], ['january_first', '2020-12-20', '2021-01-01', '2022-01-01'],
  ['anniversary', '2020-02-29', '2020-02-29', '2021-02-28'], ['anniversary', '2020-02-29', '2021-02-27', '2021-02-28'],
  ['anniversary', '2020-02-29', '2023-02-28', '2024-02-29'], ['none', '2020-02-29', '2023-02-28', null],
] as const)('repricing on %s of a loan from %s: after %s comes %s', (repricing, startsOn, after, expected) => {
  expect(nextRepricing({ ...link, repricing }, day(startsOn), day(after))).toBe(expected);
});

test('on the repricing day each rate bears its days, and the rows from there on are planned anew', () => {
  expect(replay(mortgage, [lent], day('2020-12-31')).installments[0]?.interestFen).toBe(yuan('3533.33'));
  const state = replay(mortgage, [lent], day('2021-01-01'));
  expect(state.installments[0]?.interestFen).toBe(yuan('3608.89'));
  expect((state.installments[1]?.principalFen ?? 0) + (state.installments[1]?.interestFen ?? 0)).toBe(yuan('4867.91'));
  expect(state.currentTerms.rateAnnualE8).toBe(percent('5.2'));
});

test('a contract may split the month by days instead', () => {
  expect(replay({ ...mortgage, repricingRule: 'month_share' }, [lent], day('2021-01-01')).installments[0]?.interestFen).toBe(yuan('3492.47'));
});

test('an unchanged LPR leaves the plan to the fen as it was, the next one changes it', () => {
  const planOn = (asOf: string): unknown => replay(mortgage, [lent], day(asOf)).installments.slice(13).map((row) => [row.principalFen, row.interestFen]);
  expect(planOn('2022-01-01')).toEqual(planOn('2021-12-31'));
  expect(replay(mortgage, [lent], day('2023-01-01')).currentTerms.rateAnnualE8).toBe(percent('4.85'));
});

test('a rate event holds until the next repricing day', () => {
  const agreed: LoanEvent = { ...base('e2', '2021-06-01'), type: 'rate', rateAnnualE8: percent('4') };
  expect(replay(mortgage, [lent, agreed], day('2021-12-31')).currentTerms.rateAnnualE8).toBe(percent('4'));
  expect(replay(mortgage, [lent, agreed], day('2022-01-01')).currentTerms.rateAnnualE8).toBe(percent('5.2'));
});

test.each([
  ['no value by the day', { ...link, values: [] }],
  ['a contract that never reprices', { ...link, repricing: 'none' }],
] as const)('%s leaves the rate as agreed', (_case, lprLink) => {
  expect(replay({ ...mortgage, lprLink }, [lent], day('2030-01-01')).currentTerms.rateAnnualE8).toBe(percent('5.3'));
});

test('a loan taken over is repriced after it was taken over, a matured one no more', () => {
  const short = completeTerms({ ...mortgage, periods: 12, maturesOn: day('2021-12-20') });
  const taken = opening('e1', '2021-03-01', '600000');
  expect(replay(short, [taken], day('2021-12-19')).currentTerms.rateAnnualE8).toBe(percent('5.3'));
  expect(replay(short, [taken], day('2025-01-01')).currentTerms.rateAnnualE8).toBe(percent('5.3'));
});

test('standing principal under a limit bears each rate for its days', () => {
  const limit = completeTerms({ method: 'revolving', principalFen: yuan('360000'), rateAnnualE8: percent('5.3'), startsOn: day('2020-12-20'), maturesOn: day('2022-12-20'), lprLink: link });
  // 12 days at 5.30 % and 10 at 5.20 %: 636.00 and 520.00.
  expect(replay(limit, [disburse('e1', '2020-12-20', '360000')], day('2021-01-11')).balances.interestAccruedFen).toBe(yuan('1156'));
});

test('the projection ends on the repricing day, and the plan first shown knows nothing of it', () => {
  expect(projectLoan(mortgage, [lent], day('2020-12-25')).projection.nextChangeOn).toBe('2021-01-01');
  expect(buildSchedule(mortgage)[0]?.interestFen).toBe(yuan('3533.33'));
});

test('a spread is a whole number of basis points', () => {
  expect(() => buildSchedule({ ...mortgage, lprLink: { ...link, spreadBasisPoints: 0.5 } })).toThrow(expect.objectContaining({ code: 'spread_invalid', field: 'lprLink' }));
});
