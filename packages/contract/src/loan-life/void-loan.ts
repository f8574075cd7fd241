import { refuseEvent } from '@loanbook/engine/check-event.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { formatYuan } from '@loanbook/engine/money.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { nextSequence, type RepaidLoan, type RepaymentEvents } from '../repayment-events.ts';
import { liveEventsOf } from './live-events-of.ts';

/** Money that came in, or a claim that was given up: such a loan was really lent. */
const evidence: ReadonlySet<LoanEvent['type']> = new Set(['repay', 'prepay', 'recover', 'write_off']);

const listedReceipts = 5;

/**
 * The reversals that make a loan void: everything that stands on it, latest first, and the lending itself last.
 * Refused with `loan_has_receipts` naming them while money received or a write-off stands on it, with
 * `refinance_is_whole` while it is one half of a refinancing, with `already_reversed` when it is void.
 */
export function voidEvents(loan: RepaidLoan, businessDate: CivilDate, newEventId: () => string, isWholeRefinance = false): RepaymentEvents {
  const live = liveEventsOf(loan.events);
  if (live.length === 0) return { isAccepted: false, code: 'already_reversed', details: {} };
  const blocking = live.filter((event) => evidence.has(event.type));
  if (blocking.length > 0) return { isAccepted: false, code: 'loan_has_receipts', details: { count: blocking.length, list: listOf(blocking) } };
  if (!isWholeRefinance && live.some((event) => event.type === 'refinance')) return { isAccepted: false, code: 'refinance_is_whole', details: {} };
  return reversalsOf(loan, live.toReversed(), businessDate, newEventId);
}

/** Reversals of `targets` in the order given, each checked against what the ones before it leave. */
export function reversalsOf(loan: RepaidLoan, targets: readonly LoanEvent[], businessDate: CivilDate, newEventId: () => string): RepaymentEvents {
  const added: LoanEvent[] = [];
  for (const target of targets) {
    const all = [...loan.events, ...added];
    const reversal: LoanEvent = { id: newEventId(), type: 'reverse', occurredOn: businessDate, sequence: nextSequence(all), reversedEventId: target.id };
    if (refuseEvent(loan.terms, all, reversal) !== null) return { isAccepted: false, code: 'not_reversible', details: { reason: 'later_entries_depend' } };
    added.push(reversal);
  }
  return { isAccepted: true, events: added, after: replay(loan.terms, [...loan.events, ...added], businessDate) };
}

/** "2026-03-01 1000.00, …": enough to find them in the record. */
function listOf(events: readonly LoanEvent[]): string {
  const named = events.slice(0, listedReceipts).map((event) => ('amountFen' in event ? `${event.occurredOn} ${formatYuan(event.amountFen)}` : event.occurredOn));
  return `${named.join('; ')}${events.length > listedReceipts ? ' …' : ''}`;
}
