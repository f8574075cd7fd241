import { expect, test } from 'vitest';
import { refuseEvent } from '../check-event.ts';
import { completeTerms } from '../default-terms.ts';
import type { RefundEvent } from '../events.ts';
import { replay } from '../replay.ts';
import { base, day, disburse, percent, repay, reverse, yuan } from '../testing/events.ts';

// 12 000.00 in twelve equal principal rows at 12 %, first due 2024-02-15.
const terms = completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), periods: 12 });
const lent = disburse('e1', '2024-01-15', '12000');

function refund(id: string, occurredOn: string, amount: string): RefundEvent {
  return { ...base(id, occurredOn), type: 'refund', amountFen: yuan(amount) };
}

test('credit of two receipts is paid back from the older one first', () => {
  const events = [lent, repay('e2', '2024-01-20', '100'), repay('e3', '2024-01-21', '50'), refund('e4', '2024-01-22', '120')];
  const state = replay(terms, events, day('2024-01-22'));
  expect(state.allocations.map((use) => [use.creditFen, use.refundedFen])).toEqual([[0, 10_000], [3000, 2000]]);
  expect(state.balances.creditFen).toBe(3000);
});

test('a receipt whose credit was paid back cannot be reversed: the money has left', () => {
  const events = [lent, repay('e2', '2024-01-20', '100'), refund('e3', '2024-01-21', '60')];
  expect(refuseEvent(terms, events, reverse('e4', '2024-01-22', 'e2'))).toMatchObject({ code: 'later_events_depend' });
  expect(refuseEvent(terms, [...events, reverse('e4', '2024-01-22', 'e3')], reverse('e5', '2024-01-22', 'e2'))).toBeNull();
});

test('what was paid back cannot be used up by an event dated before', () => {
  const events = [lent, repay('e2', '2024-01-20', '100'), refund('e3', '2024-01-25', '100')];
  const fee = { ...base('e4', '2024-01-22'), type: 'fee', amountFen: yuan('1'), name: '公证费' } as const;
  expect(refuseEvent(terms, events, fee)).toMatchObject({ code: 'amount_exceeds_credit', eventId: 'e3' });
});
