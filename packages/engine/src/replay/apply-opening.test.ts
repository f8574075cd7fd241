import { expect, test } from 'vitest';
import { completeTerms } from '../default-terms.ts';
import { replay } from '../replay.ts';
import { day, disburse, opening, percent, repay, yuan } from '../testing/events.ts';

const terms = completeTerms({
  method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-15'),
});
const withoutPlan = completeTerms({
  method: 'custom', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), maturesOn: day('2025-01-15'),
});

test('what is not in arrears is amortised over the due dates that are left, with full interest for the running period', () => {
  const state = replay(terms, [opening('e1', '2024-07-20', '6000')], day('2024-07-20'));
  expect(state.installments.map((row) => row.number)).toEqual([7, 8, 9, 10, 11, 12]);
  expect(state.installments[0]).toMatchObject({ dueOn: '2024-08-15', principalFen: yuan('1000'), interestFen: yuan('60') });
  expect(state).toMatchObject({ daysPastDue: 0, status: 'active', balances: { principalFen: yuan('6000'), interestAccruedFen: yuan('10') } });
});

test('arrears stand in row 0; charges before the takeover are those of the old book', () => {
  const taken = opening('e1', '2024-07-20', '6000', {
    overdueSince: day('2024-06-15'), overduePrincipalFen: yuan('1000'), overdueInterestFen: yuan('130'), penaltyFen: yuan('17.5'),
  });
  const state = replay(terms, [taken], day('2024-07-30'));
  expect(state.installments[0]).toMatchObject({ number: 0, dueOn: '2024-06-15', principalFen: yuan('1000'), interestFen: yuan('130'), status: 'overdue' });
  expect(state.balances).toMatchObject({ principalFen: yuan('6000'), penaltyFen: yuan('22.5'), compoundFen: yuan('0.65') });
  expect(state).toMatchObject({ daysPastDue: 45, overdueInstallments: 1 });
  expect(state.installments).toHaveLength(7);
});

test('past maturity everything is overdue since then, or since the day the old book gives', () => {
  expect(replay(terms, [opening('e1', '2025-03-01', '2000')], day('2025-03-01'))).toMatchObject({ daysPastDue: 45, balances: { overduePrincipalFen: yuan('2000') } });
  const since = opening('e1', '2025-03-01', '2000', { overdueSince: day('2024-12-15') });
  expect(replay(terms, [since], day('2025-03-01'))).toMatchObject({ daysPastDue: 76, overdueInstallments: 1 });
});

test('a day without amounts: what the plan should have repaid by now is the arrears', () => {
  const taken = opening('e1', '2024-07-20', '8000', { overdueSince: day('2024-06-15') });
  const state = replay(terms, [taken], day('2024-07-20'));
  expect(state.balances).toMatchObject({ overduePrincipalFen: yuan('2000'), overdueInterestFen: yuan('150'), principalFen: yuan('8000') });
  expect(state.daysPastDue).toBe(35);
});

test('a day before anything was due: all of it counts as in arrears', () => {
  const taken = opening('e1', '2024-02-01', '12000', { overdueSince: day('2024-01-20') });
  expect(replay(terms, [taken], day('2024-02-01'))).toMatchObject({ daysPastDue: 12, balances: { overduePrincipalFen: yuan('12000') } });
});

test('amounts without a day are overdue since the takeover', () => {
  const taken = opening('e1', '2024-07-20', '6000', { overdueInterestFen: yuan('60') });
  expect(replay(terms, [taken], day('2024-07-21'))).toMatchObject({ daysPastDue: 1, balances: { overduePrincipalFen: 0, overdueInterestFen: yuan('60') } });
});

test('without a plan the principal stands and bears interest by the day; money pays that first', () => {
  const events = [opening('e1', '2024-07-20', '12000'), repay('e2', '2024-07-30', '100')];
  const state = replay(withoutPlan, events, day('2024-07-30'));
  expect(state).toMatchObject({ installments: [], daysPastDue: 0, status: 'active' });
  expect(state.allocations[0]).toMatchObject({ interestFen: yuan('40'), principalFen: yuan('60') });
  expect(replay(withoutPlan, [...events, repay('e3', '2024-07-30', '12000')], day('2024-08-30'))).toMatchObject({
    status: 'settled', balances: { creditFen: yuan('60') },
  });
});

test('without a plan it is overdue only when the old book says so', () => {
  expect(replay(withoutPlan, [opening('e1', '2025-03-01', '12000')], day('2025-03-01')).daysPastDue).toBe(0);
  const since = opening('e1', '2025-03-01', '12000', { overdueSince: day('2025-01-15') });
  expect(replay(withoutPlan, [since], day('2025-03-01'))).toMatchObject({ daysPastDue: 45, balances: { overduePrincipalFen: yuan('12000') } });
});

test('arrears cannot exceed the principal, and a loan begins once', () => {
  const taken = opening('e1', '2024-07-20', '6000', { overdueSince: day('2024-06-15'), overduePrincipalFen: yuan('6000.01') });
  expect(() => replay(terms, [taken], day('2024-07-20'))).toThrow(expect.objectContaining({ code: 'overdue_exceeds_principal' }));
  expect(() => replay(terms, [disburse('e1', '2024-01-15', '12000'), opening('e2', '2024-07-20', '6000')], day('2024-07-20')))
    .toThrow(expect.objectContaining({ code: 'loan_disbursed_already' }));
});
