import { expect, test } from 'vitest';
import { refuseHistory } from './check-history.ts';
import { completeTerms } from './default-terms.ts';
import type { LoanEvent } from './events.ts';
import { base, day, disburse, percent, repay, reverse, yuan } from './testing/events.ts';

const terms = completeTerms({
  method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-15'),
});
const lent = disburse('e1', '2024-01-15', '12000');
const paid = repay('e2', '2024-02-15', '1120');
const settle = (id: string, on: string): LoanEvent => ({ ...base(id, on), type: 'prepay', mode: 'settle' });
const waive = (id: string, on: string, amount: string): LoanEvent => ({ ...base(id, on), type: 'waive', component: 'interest', amountFen: yuan(amount) });

test.each<readonly [string, readonly LoanEvent[]]>([
  ['no events', []],
  ['a payment and its reversal, in any order', [reverse('e3', '2024-02-20', 'e2'), lent, paid]],
  ['a payment entered before a settlement that is dated before it', [lent, repay('e2', '2024-04-15', '100'), settle('e3', '2024-03-15')]],
  ['a waiver of what a later reversed payment had left', [lent, waive('e2', '2024-02-15', '120'), repay('e3', '2024-02-15', '120'), reverse('e4', '2024-02-16', 'e3')]],
])('%s may be', (_case, events) => {
  expect(refuseHistory(terms, events)).toBeNull();
});

test.each<readonly [string, readonly LoanEvent[], object]>([
  ['the later of two reversals', [lent, paid, reverse('e4', '2024-03-01', 'e2'), reverse('e3', '2024-02-20', 'e2')], { code: 'already_reversed', eventId: 'e4' }],
  ['money before the disbursement', [lent, repay('e2', '2024-01-14', '1')], { code: 'event_before_disbursement', eventId: 'e2' }],
  ['money after settlement', [lent, settle('e2', '2024-03-15'), repay('e3', '2024-04-15', '1')], { code: 'loan_settled', eventId: 'e3' }],
  ['more forgiven than is owed', [lent, waive('e2', '2024-02-15', '120.01')], { code: 'waiver_exceeds_owed', eventId: 'e2', figures: { mostFen: yuan('120') } }],
])('%s is refused by name', (_case, events, refusal) => {
  expect(refuseHistory(terms, events)).toMatchObject(refusal);
});

test('a failure that is no refusal is not hidden', () => {
  const broken = { ...terms, rateAnnualE8: 0.5 } as typeof terms; // not a rate: a bug, not bad input
  expect(() => refuseHistory(broken, [lent])).toThrow(RangeError);
});
