import { expect, test } from 'vitest';
import { refuseEvent } from './check-event.ts';
import { completeTerms } from './default-terms.ts';
import type { LoanEvent } from './events.ts';
import { base, day, disburse, opening, percent, repay, reverse, yuan } from './testing/events.ts';

const terms = completeTerms({
  method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-15'),
});
const lent = disburse('e1', '2024-01-15', '12000');
const paid = repay('e2', '2024-02-15', '1120');
const settled = repay('e3', '2025-01-15', '20000');
const writeOff: LoanEvent = { ...base('e3', '2025-02-15'), type: 'write_off' };

const event = (rest: object): LoanEvent => ({ ...base('e9', '2024-03-01'), ...rest }) as LoanEvent; // each case is a whole event

test.each<readonly [string, readonly LoanEvent[], LoanEvent]>([
  ['a first disbursement', [], lent],
  ['an opening', [], opening('e1', '2024-07-20', '6000')],
  ['a repayment', [lent], paid],
  ['more than is owed, which becomes credit', [lent], repay('e9', '2024-03-01', '99999')],
  ['a backdated repayment', [lent, repay('e2', '2024-04-15', '100')], repay('e9', '2024-02-01', '1')],
  ['a reversal', [lent, paid], reverse('e9', '2024-03-01', 'e2')],
  ['a reversal of the only event', [lent], reverse('e9', '2024-01-15', 'e1')],
  ['a draw, where the first one was a draw', [{ ...lent, type: 'draw', amountFen: yuan('100') }], event({ type: 'repay', amountFen: yuan('1') })],
  ['an early repayment', [lent], event({ type: 'prepay', mode: 'reduce', principalFen: yuan('1') })],
  ['a settlement', [lent], event({ type: 'prepay', mode: 'settle' })],
  ['a recovery after a write-off', [lent, writeOff], { ...base('e9', '2025-03-01'), type: 'recover', amountFen: yuan('1') }],
  ['a refund of credit after settlement', [lent, settled], { ...base('e9', '2025-02-01'), type: 'refund', amountFen: yuan('1') }],
])('%s may be posted', (_case, events, newEvent) => {
  expect(refuseEvent(terms, events, newEvent)).toBeNull();
});

test.each<readonly [string, readonly LoanEvent[], LoanEvent, string, string]>([
  ['an id already used', [lent], { ...paid, id: 'e1' }, 'event_id_taken', 'id'],
  ['nothing', [lent], repay('e9', '2024-03-01', '0'), 'amount_not_positive', 'amountFen'],
  ['a negative amount', [lent], repay('e9', '2024-03-01', '-1'), 'amount_not_positive', 'amountFen'],
  ['an opening of nothing', [], opening('e1', '2024-07-20', '0'), 'amount_not_positive', 'principalFen'],
  ['an early repayment of nothing', [lent], event({ type: 'prepay', mode: 'reduce', principalFen: yuan('0') }), 'amount_not_positive', 'principalFen'],
  ['a negative fee', [lent], event({ type: 'prepay', mode: 'settle', feeFen: -1 }), 'amount_not_positive', 'feeFen'],
  ['a negative penalty from the old book', [], { ...opening('e1', '2024-07-20', '1'), penaltyFen: -yuan('1') } as LoanEvent, 'amount_not_positive', 'penaltyFen'],
  ['money for a loan that was never lent', [], paid, 'loan_not_disbursed', 'type'],
  ['money after the disbursement was reversed', [lent, reverse('e2', '2024-01-15', 'e1')], repay('e3', '2024-02-15', '1'), 'loan_not_disbursed', 'type'],
  ['money before the disbursement', [lent], repay('e9', '2024-01-14', '1'), 'event_before_disbursement', 'occurredOn'],
  ['money after settlement', [lent, settled], repay('e9', '2025-02-01', '1'), 'loan_settled', 'occurredOn'],
  ['a second opening', [lent], opening('e9', '2024-07-20', '1'), 'loan_disbursed_already', 'type'],
  ['a tranche beyond the principal', [lent], event({ type: 'draw', amountFen: yuan('1') }), 'disbursed_beyond_principal', 'amountFen'],
  ['reversing what is not there', [lent], reverse('e9', '2024-03-01', 'e7'), 'event_unknown', 'reversedEventId'],
  ['reversing a reversal', [lent, paid, reverse('e3', '2024-03-01', 'e2')], reverse('e9', '2024-03-02', 'e3'), 'not_reversible', 'reversedEventId'],
  ['reversing twice', [lent, paid, reverse('e3', '2024-03-01', 'e2')], reverse('e9', '2024-03-02', 'e2'), 'already_reversed', 'reversedEventId'],
  ['a reversal dated before its event', [lent, paid], reverse('e9', '2024-02-14', 'e2'), 'not_reversible', 'occurredOn'],
  ['reversing what later events stand on', [lent, paid], reverse('e9', '2024-03-01', 'e1'), 'later_events_depend', 'reversedEventId'],
  ['waiving more than is owed', [lent], event({ type: 'waive', component: 'interest', amountFen: yuan('120.01') }), 'waiver_exceeds_owed', 'amountFen'],
  ['refunding more than there is', [lent], event({ type: 'refund', amountFen: yuan('1') }), 'amount_exceeds_credit', 'amountFen'],
  ['repaying early more than is not yet due', [lent], event({ type: 'prepay', mode: 'shorten', principalFen: yuan('11000.01') }), 'prepayment_exceeds_principal', 'principalFen'],
  ['a recovery of what is on the books', [lent], event({ type: 'recover', amountFen: yuan('1') }), 'loan_not_written_off', 'type'],
  ['a new rate for a loan off the books', [lent, writeOff], { ...base('e9', '2025-03-01'), type: 'rate', rateAnnualE8: percent('1') }, 'loan_written_off', 'type'],
])('%s is refused', (_case, events, newEvent, code, field) => {
  expect(refuseEvent(terms, events, newEvent)).toMatchObject({ code, field });
});

test('a failure that is no refusal is not hidden', () => {
  const broken = { ...terms, rateAnnualE8: 0.5 } as typeof terms; // not a rate: a bug, not bad input
  expect(() => refuseEvent(broken, [lent], paid)).toThrow(RangeError);
});
