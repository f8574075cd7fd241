import { expect, test } from 'vitest';
import { completeTerms } from '../default-terms.ts';
import type { ClassEvent, FeeEvent, LoanEvent, RecoverEvent, RefundEvent, WaiveEvent, WriteOffEvent } from '../events.ts';
import { replay } from '../replay.ts';
import type { LoanState } from '../loan-state.ts';
import { base, day, disburse, percent, repay, yuan } from '../testing/events.ts';

const terms = completeTerms({
  method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-15'),
});
const lent = disburse('e1', '2024-01-15', '12000');

const fee = (id: string, on: string, amount: string): FeeEvent => ({ ...base(id, on), type: 'fee', amountFen: yuan(amount), name: '催收费' });
const waive = (id: string, on: string, component: WaiveEvent['component'], amount: string): WaiveEvent =>
  ({ ...base(id, on), type: 'waive', component, amountFen: yuan(amount) });
const writeOff = (id: string, on: string): WriteOffEvent => ({ ...base(id, on), type: 'write_off' });
const recover = (id: string, on: string, amount: string): RecoverEvent => ({ ...base(id, on), type: 'recover', amountFen: yuan(amount) });
const refund = (id: string, on: string, amount: string): RefundEvent => ({ ...base(id, on), type: 'refund', amountFen: yuan(amount) });

function after(events: readonly LoanEvent[], asOf: string): LoanState {
  return replay(terms, [lent, ...events], day(asOf));
}

test('a fee is owed at once and the first money takes it, before anything is due', () => {
  expect(after([fee('e2', '2024-02-01', '50')], '2024-02-01')).toMatchObject({ balances: { feeFen: yuan('50') }, daysPastDue: 0 });
  const state = after([fee('e2', '2024-02-01', '50'), repay('e3', '2024-02-02', '80')], '2024-02-02');
  expect(state.allocations[0]).toMatchObject({ feeFen: yuan('50'), creditFen: yuan('30'), interestFen: 0 });
});

test('waiting credit pays a fee on the day it is charged', () => {
  const state = after([repay('e2', '2024-02-01', '80'), fee('e3', '2024-02-02', '50')], '2024-02-02');
  expect(state.balances).toMatchObject({ feeFen: 0, creditFen: yuan('30') });
});

test.each([
  ['interest', '120', { interestDueFen: 0 }],
  ['penalty', '7', { penaltyFen: yuan('0.5') }],
  ['compound', '0.4', { compoundFen: yuan('0.5') }],
] as const)('a waiver of %s forgives it and nothing else', (component, amount, expected) => {
  // 15 days overdue: 1 000.00 and 120.00 at 18 %/360 are 7.50 and 0.90.
  const before = after([], '2024-03-01').balances;
  const { balances } = after([waive('e2', '2024-03-01', component, amount)], '2024-03-01');
  expect(balances).toEqual({ ...before, ...expected, ...(component === 'interest' && { overdueInterestFen: 0 }) });
});

test('a waived fee is no longer owed', () => {
  expect(after([fee('e2', '2024-02-01', '50'), waive('e3', '2024-02-02', 'fee', '50')], '2024-02-02').balances.feeFen).toBe(0);
});

test('a waiver covers the oldest installment first and keeps to what is due', () => {
  const state = after([waive('e2', '2024-03-15', 'interest', '150')], '2024-03-15');
  expect(state.installments.slice(0, 3).map((row) => row.waivedInterestFen)).toEqual([yuan('120'), yuan('30'), 0]);
});

test('written off, the loan leaves the books and stands in the off-book ledger', () => {
  const state = after([writeOff('e2', '2025-02-15')], '2025-02-15');
  expect(state).toMatchObject({ status: 'written_off', fiveTierClass: 'loss', writtenOffOn: '2025-02-15' });
  expect(state.balances).toMatchObject({ principalFen: 0, interestDueFen: 0, penaltyFen: 0 });
  expect(state.offBook).toMatchObject({ principalFen: yuan('12000'), interestDueFen: yuan('780') });
});

test('written off in mid-term, everything falls due at once', () => {
  const state = after([writeOff('e2', '2024-06-01')], '2024-06-02');
  expect(state.offBook).toMatchObject({ principalFen: yuan('12000'), interestAccruedFen: 0 });
  expect(state.installments.at(-1)).toMatchObject({ number: 5, dueOn: '2024-06-01', principalFen: yuan('8000') });
});

test('a recovery repays principal first and leaves the rest owed off the books', () => {
  const state = after([writeOff('e2', '2025-02-15'), recover('e3', '2025-03-01', '1000')], '2025-03-01');
  expect(state.allocations[0]).toMatchObject({ principalFen: yuan('1000'), interestFen: 0 });
  expect(state.offBook?.principalFen).toBe(yuan('11000'));
  expect(state.balances.principalFen).toBe(0);
});

test.each([
  ['a repayment after the write-off', [writeOff('e2', '2025-02-15'), repay('e3', '2025-03-01', '1')], 'loan_written_off'],
  ['a second write-off', [writeOff('e2', '2025-02-15'), writeOff('e3', '2025-03-01')], 'loan_written_off'],
  ['a tranche after the write-off', [writeOff('e2', '2025-02-15'), disburse('e3', '2025-03-01', '1')], 'loan_written_off'],
  ['a recovery without a write-off', [recover('e2', '2025-03-01', '1')], 'loan_not_written_off'],
])('%s is refused', (_case, events, code) => {
  expect(() => after(events, '2025-04-01')).toThrow(expect.objectContaining({ code }));
});

test('credit paid back belongs to the receipts it came from', () => {
  const state = after([repay('e2', '2024-01-20', '30'), repay('e3', '2024-01-21', '30'), refund('e4', '2024-01-22', '40')], '2024-01-22');
  expect(state.balances.creditFen).toBe(yuan('20'));
  expect(state.allocations.map((use) => [use.creditFen, use.refundedFen])).toEqual([[0, yuan('30')], [yuan('20'), yuan('10')]]);
});

test('a class set by a person counts only where it is worse than the floor', () => {
  const set: ClassEvent = { ...base('e2', '2024-02-01'), type: 'class', fiveTierClass: 'special_mention', reason: '挪用' };
  expect(after([set], '2024-02-01').fiveTierClass).toBe('special_mention');
  expect(after([set], '2024-06-01').fiveTierClass).toBe('substandard');
  expect(after([set], '2024-01-31').fiveTierClass).toBe('normal');
});

test('refinanced, a loan is at least special mention unless it is a qualified renewal', () => {
  const refinanced = (isQualifiedRenewal: boolean): LoanEvent => ({ ...base('e2', '2024-02-01'), type: 'refinance', otherLoanId: 'L2', isQualifiedRenewal });
  expect(after([refinanced(false)], '2024-02-01').fiveTierClass).toBe('special_mention');
  expect(after([refinanced(true)], '2024-02-01').fiveTierClass).toBe('normal');
});

test('from 91 days past due interest is off the balance sheet and money repays principal first', () => {
  const performing = after([], '2024-05-15');
  expect(performing).toMatchObject({ daysPastDue: 90, isNonAccrual: false });
  const state = after([repay('e2', '2024-05-16', '500')], '2024-05-16');
  expect(state.allocations[0]).toMatchObject({ principalFen: yuan('500'), interestFen: 0 });
  expect(state.isNonAccrual).toBe(true);
});
