import { expect, test } from 'vitest';
import { completeTerms } from './default-terms.ts';
import type { LoanEvent } from './events.ts';
import { interestReceivable, nonAccrualOf } from './interest-accrual.ts';
import { replay } from './replay.ts';
import { base, day, disburse, percent, repay, yuan } from './testing/events.ts';

const terms = completeTerms({
  method: 'interest_only', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-15'),
});
const lent = disburse('e1', '2024-01-15', '12000');

test('up to 90 days past due interest due and earned stands on the balance sheet, from 91 on off it', () => {
  // Due 02-15, 03-15 and 04-15: 360.00; 30 days from 04-15: 120.00, 31 days are no more than the month's 120.00.
  expect(interestReceivable(replay(terms, [lent], day('2024-05-14')))).toEqual({ onBalanceFen: yuan('476'), offBalanceFen: 0 });
  expect(interestReceivable(replay(terms, [lent], day('2024-05-16')))).toEqual({ onBalanceFen: 0, offBalanceFen: yuan('484') });
});

test('what stood on the balance sheet on the ninetieth day is reversed on the next', () => {
  expect(nonAccrualOf(terms, [lent], day('2024-08-01'))).toEqual({ startsOn: '2024-05-16', reversedFen: yuan('480') });
  expect(nonAccrualOf(terms, [lent], day('2024-05-15'))).toBeNull();
});

test('paid up, the loan accrues again', () => {
  const events = [lent, repay('e2', '2024-06-01', '600')];
  expect(nonAccrualOf(terms, events, day('2024-06-01'))).toBeNull();
  expect(interestReceivable(replay(terms, events, day('2024-06-01'))).offBalanceFen).toBe(0);
});

test('what a written-off loan owes stands off the balance sheet', () => {
  const writeOff: LoanEvent = { ...base('e2', '2024-02-20'), type: 'write_off' };
  const state = replay(terms, [lent, writeOff], day('2024-02-20'));
  expect(interestReceivable(state)).toEqual({ onBalanceFen: 0, offBalanceFen: yuan('140') });
});
