import { expect, test } from 'vitest';
import { completeTerms } from '../default-terms.ts';
import type { ExtendEvent } from '../events.ts';
import { replay } from '../replay.ts';
import { base, day, disburse, percent, repay, yuan } from '../testing/events.ts';

function extend(id: string, occurredOn: string, maturity: string, annualPct?: string): ExtendEvent {
  return {
    ...base(id, occurredOn), type: 'extend', maturesOn: day(maturity),
    ...(annualPct !== undefined && { rateAnnualE8: percent(annualPct) }),
  };
}

// Source: rules vectors, extension_example.
const bullet = completeTerms({
  method: 'bullet', principalFen: yuan('200000'), rateAnnualE8: percent('9'), startsOn: day('2024-01-10'),
  maturesOn: day('2024-07-10'), interestMode: 'actual_360',
});
const lent = disburse('e1', '2024-01-10', '200000');

test.each(['2024-07-01', '2024-07-10'])('applied for on %s: old interest at the old rate, the new term at the new one', (appliedOn) => {
  const state = replay(bullet, [lent, extend('e2', appliedOn, '2024-10-10', '9.6')], day('2024-07-10'));
  expect(state.installments.map((row) => [row.dueOn, row.principalFen, row.interestFen])).toEqual([
    ['2024-07-10', 0, yuan('9100')], ['2024-10-10', yuan('200000'), yuan('4906.67')],
  ]);
  expect(state).toMatchObject({ daysPastDue: 0, currentTerms: { maturesOn: '2024-10-10' } });
});

test('the new rate accrues from the old maturity on, and makes the penalty', () => {
  const events = [lent, extend('e2', '2024-07-01', '2024-10-10', '9.6'), repay('e3', '2024-07-10', '9100')];
  expect(replay(bullet, events, day('2024-07-20')).balances.interestAccruedFen).toBe(yuan('533.33'));
  expect(replay(bullet, events, day('2024-10-20')).balances.penaltyFen).toBe(yuan('800'));
});

test('等额本息 is spread over the longer term', () => {
  const level = completeTerms({
    method: 'equal_installment', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-15'),
  });
  const state = replay(level, [disburse('e1', '2024-01-15', '12000'), extend('e2', '2024-01-15', '2026-01-15')], day('2024-01-15'));
  expect(state.installments).toHaveLength(24);
  expect(state.installments[0]?.principalFen).toBe(yuan('564.88') - yuan('120'));
  expect(state.installments.at(-1)?.dueOn).toBe('2026-01-15');
});

test('先息后本 goes on paying interest until the new maturity; a cut last row bears its days', () => {
  const monthly = completeTerms({
    method: 'interest_only', principalFen: yuan('36000'), rateAnnualE8: percent('12'), periods: 6, startsOn: day('2024-01-15'),
  });
  const state = replay(monthly, [disburse('e1', '2024-01-15', '36000'), extend('e2', '2024-07-10', '2024-09-25')], day('2024-07-10'));
  expect(state.installments.slice(5).map((row) => [row.dueOn, row.principalFen, row.interestFen])).toEqual([
    ['2024-07-15', 0, yuan('360')], ['2024-08-15', 0, yuan('360')], ['2024-09-15', 0, yuan('360')], ['2024-09-25', yuan('36000'), yuan('120')],
  ]);
});

test('a custom plan moves its last principal', () => {
  const custom = completeTerms({
    method: 'custom', principalFen: yuan('90'), rateAnnualE8: percent('0'), startsOn: day('2024-01-15'),
    customRows: [{ dueOn: day('2024-03-15'), principalFen: yuan('30') }, { dueOn: day('2024-09-15'), principalFen: yuan('60') }],
  });
  const state = replay(custom, [disburse('e1', '2024-01-15', '90'), extend('e2', '2024-09-01', '2024-12-15')], day('2024-09-01'));
  expect(state.installments.map((row) => row.principalFen)).toEqual([yuan('30'), 0, yuan('60')]);
});

test('extended twice, and repriced, a custom plan still ends with its last principal', () => {
  const custom = completeTerms({
    method: 'custom', principalFen: yuan('90'), rateAnnualE8: percent('0'), startsOn: day('2024-01-15'),
    customRows: [{ dueOn: day('2024-09-15'), principalFen: yuan('90') }],
  });
  const repriced = { ...base('e4', '2024-09-03'), type: 'rate', rateAnnualE8: percent('12') } as const;
  const events = [disburse('e1', '2024-01-15', '90'), extend('e2', '2024-09-01', '2024-10-15'), extend('e3', '2024-09-02', '2024-11-15', '6'), repriced];
  const state = replay(custom, events, day('2024-10-20'));
  expect(state.installments.map((row) => row.principalFen)).toEqual([0, 0, yuan('90')]);
  // The rate set last counts: 12 % for 31 days of a month, not the 6 % that the extension announced.
  expect(state.installments[2]?.interestFen).toBe(yuan('0.9'));
});

test('等额本息 is planned anew at the new rate from the old maturity on', () => {
  const level = completeTerms({
    method: 'equal_installment', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-15'),
  });
  const events = [disburse('e1', '2024-01-15', '12000'), extend('e2', '2024-01-15', '2026-01-15', '24')];
  const totals = replay(level, events, day('2025-01-15')).installments.slice(12, 23).map((row) => row.principalFen + row.interestFen);
  expect(new Set(totals).size).toBe(1);
});

test.each([
  ['after the maturity', extend('e2', '2024-07-11', '2024-10-10'), 'extension_after_maturity'],
  ['to an earlier day', extend('e2', '2024-07-01', '2024-07-10'), 'dates_out_of_order'],
  ['beyond the original term', extend('e2', '2024-07-01', '2025-01-11'), 'extension_beyond_limit'],
])('%s it is refused', (_case, event, code) => {
  expect(() => replay(bullet, [lent, event], day('2024-08-01'))).toThrow(expect.objectContaining({ code }));
});

// Rules §1.9, 个贷: up to a year at most the original term again, beyond it the product's longest term in all.
test.each([
  ['half a year, by half a year', '2024-07-15', 60, '2025-01-15', null],
  ['half a year, by more', '2024-07-15', 60, '2025-01-16', '2025-01-15'],
  ['two years, up to the product\'s five', '2026-01-15', 60, '2029-01-15', null],
  ['two years, beyond them', '2026-01-15', 60, '2029-01-16', '2029-01-15'],
])('a personal loan of %s', (_case, maturesOn, mostTermMonths, extendedTo, latestOn) => {
  const personal = completeTerms({
    method: 'bullet', principalFen: yuan('10000'), rateAnnualE8: percent('6'), startsOn: day('2024-01-15'), maturesOn: day(maturesOn), mostTermMonths,
  });
  const extended = (): unknown => replay(personal, [disburse('e1', '2024-01-15', '10000'), extend('e2', '2024-06-01', extendedTo)], day('2024-06-01')).currentTerms.maturesOn;
  if (latestOn === null) expect(extended()).toBe(extendedTo);
  else expect(extended).toThrow(expect.objectContaining({ code: 'extension_beyond_limit', figures: { latestOn } }));
});
