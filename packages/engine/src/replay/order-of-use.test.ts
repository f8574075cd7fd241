import { expect, test } from 'vitest';
import { completeTerms, performingAllocation } from '../default-terms.ts';
import type { LoanEvent } from '../events.ts';
import { formatYuan } from '../money.ts';
import { replay } from '../replay.ts';
import { base, day, disburse, percent, repay, yuan } from '../testing/events.ts';
import type { LoanTerms } from '../terms.ts';

// 12 000.00 in twelve equal principal rows at 12 %, first due 2024-02-15 with 1 000.00 and 120.00.
const usual = completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), periods: 12 });
const lent = disburse('e1', '2024-01-15', '12000');

function usesOf(terms: LoanTerms, events: readonly LoanEvent[], asOf: string): readonly string[] {
  return replay(terms, events, day(asOf)).allocations.map((use) =>
    [use.principalFen, use.interestFen, use.penaltyFen, use.compoundFen, use.creditFen].map(formatYuan).join(' '));
}

test('principal first leaves penalty and compound owed, and later money finds them', () => {
  const npl = { ...usual, nplFromDaysPastDue: 1 };
  const events = [lent, repay('e2', '2024-03-01', '1120'), repay('e3', '2024-03-05', '10')];
  // 15 days late: 7.50 penalty, 0.90 compound.
  expect(usesOf(npl, events, '2024-03-05')).toEqual(['1000.00 120.00 0.00 0.00 0.00', '0.00 0.00 7.50 0.90 1.60']);
});

test('compound alone left over is found as well', () => {
  const order = { order: ['fee', 'principal', 'interest', 'penalty', 'compound'], mode: 'horizontal' } as const;
  const events = [lent, repay('e2', '2024-03-01', '1127.50'), repay('e3', '2024-03-05', '1')];
  expect(usesOf({ ...usual, allocation: order }, events, '2024-03-05')).toEqual(['1000.00 120.00 7.50 0.00 0.00', '0.00 0.00 0.00 0.90 0.10']);
});

test('a recovery pays principal first, however few days past due the loan was written off', () => {
  const events: readonly LoanEvent[] = [lent, { ...base('e2', '2024-03-01'), type: 'write_off' }, { ...base('e3', '2024-03-01'), type: 'recover', amountFen: yuan('1100') }];
  expect(usesOf(usual, events, '2024-03-01')).toEqual(['1000.00 100.00 0.00 0.00 0.00']);
});

test('component by component, a row that the money did not reach is untouched', () => {
  const vertical = { ...usual, allocation: { ...performingAllocation, mode: 'vertical' } } as const;
  const state = replay(vertical, [lent, repay('e2', '2024-03-15', '1')], day('2024-03-15'));
  expect(state.installments.slice(0, 3).map((row) => row.status)).toEqual(['overdue', 'pending', 'pending']);
});

test('a limit that counts 365 days a year bears interest by them', () => {
  const limit = completeTerms({ method: 'revolving', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), maturesOn: day('2024-12-31'), interestMode: 'actual_365' });
  expect(usesOf(limit, [lent, repay('e2', '2024-02-14', '12118.36')], '2024-02-14')).toEqual(['12000.00 118.36 0.00 0.00 0.00']);
});

test('grace that is not counted afterwards is left out once, however often charges are counted', () => {
  const terms = { ...usual, graceDays: 3, isGraceRetroactive: false };
  const events = [lent, repay('e2', '2024-02-20', '0.01'), repay('e3', '2024-02-25', '0.01')];
  // Ten days late, three of them free: 1 000.00 × 18 % / 360 × 7.
  const [row] = replay(terms, events, day('2024-02-25')).installments;
  expect(row?.penaltyFen).toBe(yuan('3.5'));
});
