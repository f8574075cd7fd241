import { expect, test } from 'vitest';
import { completeTerms } from '../default-terms.ts';
import type { RateEvent } from '../events.ts';
import { replay } from '../replay.ts';
import { base, day, disburse, opening, percent, yuan } from '../testing/events.ts';

function rate(id: string, occurredOn: string, annualPct: string): RateEvent {
  return { ...base(id, occurredOn), type: 'rate', rateAnnualE8: percent(annualPct) };
}

// Source: rules vectors, repricing: 800 000.00 left for 288 months, 5.30 % then 5.20 % from 2021-01-01.
const mortgage = completeTerms({
  method: 'equal_installment', principalFen: yuan('800000'), rateAnnualE8: percent('5.3'), periods: 288,
  startsOn: day('2020-12-20'),
});
const lent = disburse('e1', '2020-12-20', '800000');
const repriced = rate('e2', '2021-01-01', '5.2');

test('a rate that changes inside a period counts each rate for its days', () => {
  const state = replay(mortgage, [lent, repriced], day('2021-01-19'));
  expect(state.installments[0]?.interestFen).toBe(yuan('3608.89'));
  const later = state.installments[1];
  expect((later?.principalFen ?? 0) + (later?.interestFen ?? 0)).toBe(yuan('4867.91'));
  expect(state.currentTerms.rateAnnualE8).toBe(percent('5.2'));
});

test('a contract may split the month by days instead', () => {
  const state = replay({ ...mortgage, repricingRule: 'month_share' }, [lent, repriced], day('2021-01-19'));
  expect(state.installments[0]?.interestFen).toBe(yuan('3492.47'));
});

test('before the change nothing is known of it', () => {
  expect(replay(mortgage, [lent, repriced], day('2020-12-31')).installments[0]?.interestFen).toBe(yuan('3533.33'));
});

test('accrued interest runs through the change without a jump', () => {
  const accrued = (asOf: string): number => replay(mortgage, [lent, repriced], day(asOf)).balances.interestAccruedFen;
  expect(accrued('2021-01-01')).toBe(yuan('1413.33'));
  expect(accrued('2021-01-02')).toBe(yuan('1528.89'));
});

test('a change on the first day of a period gives a whole period at the new rate', () => {
  const state = replay(mortgage, [lent, rate('e2', '2020-12-20', '6')], day('2020-12-20'));
  expect(state.installments[0]?.interestFen).toBe(yuan('4000'));
});

test('penalty of days before the change stays at the old rate', () => {
  const bullet = completeTerms({
    method: 'bullet', principalFen: yuan('10000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'),
    maturesOn: day('2024-02-15'), isCompoundCharged: true,
  });
  const events = [disburse('e1', '2024-01-15', '10000'), rate('e2', '2024-02-25', '6')];
  const { balances } = replay(bullet, events, day('2024-03-06'));
  // 10 000 × (10 days at 18 % + 10 days at 9 %)/360 = 50 + 25; compound on 100.00 the same way, 0.50 + 0.25.
  expect(balances).toMatchObject({ penaltyFen: yuan('75'), compoundFen: yuan('0.75') });
});

test('standing principal bears each rate for its days', () => {
  const withoutPlan = completeTerms({
    method: 'custom', principalFen: yuan('36000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-01'), maturesOn: day('2025-01-01'),
  });
  const events = [opening('e1', '2024-03-01', '36000'), rate('e2', '2024-03-11', '6')];
  expect(replay(withoutPlan, events, day('2024-03-21')).balances).toMatchObject({
    principalFen: yuan('36000'), interestAccruedFen: yuan('180'),
  });
});

test('after the last due date a new rate only changes the penalty', () => {
  const state = replay(mortgage, [lent, rate('e2', '2045-01-20', '1')], day('2045-01-20'));
  expect(state.installments).toHaveLength(288);
});

test('a rate changed on the day of lending bears the whole first row, an odd one too', () => {
  const odd = completeTerms({
    method: 'interest_only', principalFen: yuan('36000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-10'),
    firstDueOn: day('2024-02-20'), dueRule: { kind: 'fixed_day', day: 20 }, firstPeriodRule: 'actual_days_360',
  });
  const state = replay(odd, [disburse('e1', '2024-01-10', '36000'), rate('e2', '2024-01-10', '10')], day('2024-01-10'));
  // 41 days at 10 % over 360.
  expect(state.installments[0]?.interestFen).toBe(yuan('410'));
});
