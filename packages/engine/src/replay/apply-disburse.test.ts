import { expect, test } from 'vitest';
import { completeTerms } from '../default-terms.ts';
import type { DrawEvent } from '../events.ts';
import { replay } from '../replay.ts';
import { base, day, disburse, percent, repay, yuan } from '../testing/events.ts';

const draw = (id: string, on: string, amount: string): DrawEvent => ({ ...base(id, on), type: 'draw', amountFen: yuan(amount) });

const planned = completeTerms({
  method: 'interest_only', principalFen: yuan('36000'), rateAnnualE8: percent('12'), periods: 6, startsOn: day('2024-01-15'),
});

test('a tranche bears interest from its own day and is repaid with the rest', () => {
  const events = [disburse('e1', '2024-01-15', '18000'), disburse('e2', '2024-01-25', '18000')];
  const state = replay(planned, events, day('2024-01-25'));
  // 18 000 for 10 days and 36 000 for 21 days at 12 %/360: 60 + 252.
  expect(state.installments.map((row) => row.interestFen)).toEqual(['312', '360', '360', '360', '360', '360'].map(yuan));
  expect(state.installments.at(-1)?.principalFen).toBe(yuan('36000'));
});

test('a tranche of 等本等息 raises the base of every later row', () => {
  const flat = completeTerms({ ...planned, method: 'flat' });
  const events = [disburse('e1', '2024-01-15', '18000'), draw('e2', '2024-02-15', '18000')];
  const state = replay(flat, events, day('2024-02-15'));
  expect(state.installments.map((row) => row.interestFen)).toEqual(['180', '360', '360', '360', '360', '360'].map(yuan));
});

test('lent late, the first row of a loan by days is shorter; the due dates stay', () => {
  const byDays = completeTerms({ ...planned, interestMode: 'actual_360' });
  const state = replay(byDays, [disburse('e1', '2024-01-25', '36000')], day('2024-01-25'));
  expect(state.installments[0]).toMatchObject({ dueOn: '2024-02-15', interestFen: yuan('252') });
});

test.each([
  ['more than was agreed', [disburse('e1', '2024-01-15', '36000.01')], 'disbursed_beyond_principal'],
  ['tranches beyond it', [disburse('e1', '2024-01-15', '36000'), draw('e2', '2024-01-16', '0.01')], 'disbursed_beyond_principal'],
  ['a tranche after the last due date', [disburse('e1', '2024-01-15', '18000'), draw('e2', '2024-07-15', '1')], 'no_due_date_left'],
  ['lending after the first due date', [disburse('e1', '2024-02-16', '36000')], 'no_due_date_left'],
  ['money before the loan', [repay('e1', '2024-01-10', '1')], 'event_before_disbursement'],
])('%s is refused', (_case, events, code) => {
  expect(() => replay(planned, events, day('2024-12-31'))).toThrow(expect.objectContaining({ code }));
});

// Source: schedule vectors, revolving-on-repay and revolving-monthly20.
const limit = completeTerms({
  method: 'revolving', principalFen: yuan('100000'), rateAnnualE8: percent('14.4'), startsOn: day('2024-01-05'), maturesOn: day('2024-07-05'),
});

test('随借随还: each repayment pays the interest so far, then principal', () => {
  const events = [draw('e1', '2024-01-05', '50000'), repay('e2', '2024-01-25', '20400'), draw('e3', '2024-02-10', '10000'), repay('e4', '2024-03-01', '40512')];
  const state = replay(limit, events, day('2024-07-04'));
  expect(state.allocations.map((use) => [use.interestFen, use.principalFen])).toEqual([[yuan('400'), yuan('20000')], [yuan('512'), yuan('40000')]]);
  expect(state).toMatchObject({ status: 'active', balances: { principalFen: 0, interestAccruedFen: 0 } });
  expect(replay(limit, events, day('2024-07-05')).status).toBe('settled');
});

test('随借随还: at maturity principal and interest fall due, then bear penalty', () => {
  const state = replay(limit, [draw('e1', '2024-01-05', '50000')], day('2024-07-15'));
  expect(state.installments).toMatchObject([{ number: 1, dueOn: '2024-07-05', principalFen: yuan('50000'), interestFen: yuan('3640') }]);
  expect(state).toMatchObject({ daysPastDue: 10, balances: { penaltyFen: yuan('300') } });
});

test('随借随还 settled on the 20th: interest falls due the day after, repayments are principal', () => {
  const settled = completeTerms({
    method: 'revolving', principalFen: yuan('300000'), rateAnnualE8: percent('10.8'), startsOn: day('2024-01-05'), maturesOn: day('2024-05-05'),
    revolvingSettlement: 'settlement_day', dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 },
  });
  const events = [
    draw('e1', '2024-01-05', '300000'), repay('e2', '2024-01-21', '1440'), repay('e3', '2024-02-08', '100000'), repay('e4', '2024-02-21', '2400'),
    draw('e5', '2024-03-15', '50000'), repay('e6', '2024-03-21', '1830'), repay('e7', '2024-04-21', '2325'),
  ];
  const state = replay(settled, events, day('2024-05-05'));
  expect(state.installments.map((row) => [row.dueOn, row.principalFen, row.interestFen])).toEqual([
    ['2024-01-21', 0, yuan('1440')], ['2024-02-21', 0, yuan('2400')], ['2024-03-21', 0, yuan('1830')], ['2024-04-21', 0, yuan('2325')],
    ['2024-05-05', yuan('250000'), yuan('1050')],
  ]);
  expect(state.daysPastDue).toBe(0);
});

test('a draw beyond the limit or after maturity is refused', () => {
  expect(() => replay(limit, [draw('e1', '2024-01-05', '100000.01')], day('2024-01-05'))).toThrow(expect.objectContaining({ code: 'disbursed_beyond_principal' }));
  expect(() => replay(limit, [draw('e1', '2024-07-06', '1')], day('2024-07-06'))).toThrow(expect.objectContaining({ code: 'no_due_date_left' }));
});
