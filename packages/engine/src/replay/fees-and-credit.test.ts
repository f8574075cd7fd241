import { expect, test } from 'vitest';
import { refuseEvent } from '../check-event.ts';
import { completeTerms } from '../default-terms.ts';
import type { FeeEvent, LoanEvent, RefundEvent, WaiveEvent } from '../events.ts';
import type { LoanState } from '../loan-state.ts';
import { replay } from '../replay.ts';
import { base, day, disburse, opening, percent, repay, yuan } from '../testing/events.ts';
import type { LoanTerms } from '../terms.ts';

// 12 000.00 in twelve equal principal rows at 12 %, first due 2024-02-15 with 1 000.00 and 120.00.
const terms = completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), periods: 12 });
const limit = completeTerms({ method: 'revolving', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), maturesOn: day('2024-12-31') });
const lent = disburse('e1', '2024-01-15', '12000');

function fee(id: string, occurredOn: string, amount: string): FeeEvent {
  return { ...base(id, occurredOn), type: 'fee', amountFen: yuan(amount), name: '公证费' };
}

function waive(id: string, occurredOn: string, component: WaiveEvent['component'], amount: string): WaiveEvent {
  return { ...base(id, occurredOn), type: 'waive', component, amountFen: yuan(amount) };
}

function on(asOf: string, ...events: readonly LoanEvent[]): LoanState {
  return replay(terms, [lent, ...events], day(asOf));
}

function feesOf(state: LoanState): readonly (readonly [string, number])[] {
  return state.installments.filter((row) => row.feeFen > 0).map((row) => [row.dueOn, row.feeFen]);
}

test.each([
  ['before anything is due on the running row', '2024-01-20', '2024-02-15'],
  ['on a due day on the row due', '2024-02-15', '2024-02-15'],
  ['with two rows overdue on the older one', '2024-03-20', '2024-02-15'],
])('a fee stands %s', (_case, chargedOn, dueOn) => {
  expect(feesOf(on(chargedOn, fee('e2', chargedOn, '10')))).toEqual([[dueOn, yuan('10')]]);
});

test('a fee stands on the running row where the older ones are paid', () => {
  expect(feesOf(on('2024-02-20', repay('e2', '2024-02-15', '1120'), fee('e3', '2024-02-20', '10')))).toEqual([['2024-03-15', yuan('10')]]);
});

test('a limit without rows has nowhere to put a fee', () => {
  expect(refuseEvent(limit, [lent], fee('e2', '2024-01-20', '10'))).toMatchObject({ code: 'plan_missing', field: 'type' });
});

test('arrears taken over and paid take a later fee, and money finds it there', () => {
  const taken = opening('e1', '2024-02-01', '12000', { overdueSince: day('2024-01-20'), overduePrincipalFen: yuan('500'), overdueInterestFen: yuan('50') });
  const events = [taken, repay('e2', '2024-02-01', '550'), fee('e3', '2024-02-02', '10'), repay('e4', '2024-02-03', '10')];
  expect(replay(limit, events, day('2024-02-03')).allocations.at(-1)).toMatchObject({ feeFen: yuan('10'), interestFen: 0, principalFen: 0 });
});

test('a waived fee may stand on a row that is not due; rows that it does not touch keep their day', () => {
  const events = [repay('e2', '2024-02-15', '1120'), fee('e3', '2024-02-20', '10')];
  expect(refuseEvent(terms, [lent, ...events], waive('e4', '2024-03-01', 'fee', '10'))).toBeNull();
  const state = on('2024-03-01', ...events, waive('e4', '2024-03-01', 'fee', '10'));
  expect(state.balances.feeFen).toBe(0);
  expect(state.installments.slice(0, 3).map((row) => [row.status, row.settledOn])).toEqual([['paid', '2024-02-15'], ['partial', null], ['pending', null]]);
});

test('interest is waived where it is due, and no further', () => {
  const state = on('2024-02-20', waive('e2', '2024-02-20', 'interest', '500'));
  expect(state.installments.slice(0, 2).map((row) => row.waivedInterestFen)).toEqual([yuan('120'), 0]);
});

test('a row that owes a fee alone is overdue', () => {
  const feeLast: LoanTerms = { ...terms, allocation: { order: ['principal', 'interest', 'penalty', 'compound', 'fee'], mode: 'horizontal' } };
  const events = [lent, fee('e2', '2024-01-20', '10'), repay('e3', '2024-02-15', '1120')];
  expect(replay(feeLast, events, day('2024-02-20'))).toMatchObject({ daysPastDue: 5, overdueInstallments: 1, status: 'overdue' });
});

test('a due row takes the credit of as many receipts as it needs', () => {
  const state = on('2024-02-15', repay('e2', '2024-01-20', '600'), repay('e3', '2024-01-25', '600'), repay('e4', '2024-01-26', '30'));
  expect(state.allocations.map((use) => [use.interestFen + use.principalFen, use.creditFen])).toEqual([[yuan('600'), 0], [yuan('520'), yuan('80')], [0, yuan('30')]]);
});

test('all credit may be paid back, a fen more may not', () => {
  const events = [lent, repay('e2', '2024-01-20', '100')];
  const refund = (amount: string): RefundEvent => ({ ...base('e3', '2024-01-21'), type: 'refund', amountFen: yuan(amount) });
  expect(replay(terms, [...events, refund('100')], day('2024-01-21')).balances.creditFen).toBe(0);
  expect(() => replay(terms, [...events, refund('100.01')], day('2024-01-21'))).toThrow(expect.objectContaining({ code: 'amount_exceeds_credit', field: 'amountFen', eventId: 'e3' }));
});
