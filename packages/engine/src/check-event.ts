import type { LoanEvent, ReverseEvent } from './events.ts';
import { EngineRefusal } from './refusal.ts';
import { replay } from './replay.ts';
import { liveEvents } from './replay/live-events.ts';
import type { LoanTerms } from './terms.ts';

/**
 * Why an event may not be posted to the loan, or null. `events` are those already posted; dates beyond the business
 * date are the caller's to refuse. The same checks run when events are replayed, so nothing posted can fail later.
 */
export function refuseEvent(
  terms: LoanTerms, events: readonly LoanEvent[], newEvent: LoanEvent,
): EngineRefusal | null {
  try {
    if (events.some((event) => event.id === newEvent.id)) return new EngineRefusal('event_id_taken', 'id');
    const refusal = newEvent.type === 'reverse' ? refuseReversal(events, newEvent) : refusePlain(terms, events, newEvent);
    if (refusal !== null) return refusal;
    const all = [...events, newEvent];
    replay(terms, all, lastDate(all));
    return null;
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    if (newEvent.type === 'reverse') return new EngineRefusal('later_events_depend', 'reversedEventId');
    return error;
  }
}

function refuseReversal(events: readonly LoanEvent[], reversal: ReverseEvent): EngineRefusal | null {
  const target = events.find((event) => event.id === reversal.reversedEventId);
  if (target === undefined) return new EngineRefusal('event_unknown', 'reversedEventId');
  if (target.type === 'reverse') return new EngineRefusal('not_reversible', 'reversedEventId');
  if (reversal.occurredOn < target.occurredOn) return new EngineRefusal('not_reversible', 'occurredOn');
  const isTaken = events.some((event) => event.type === 'reverse' && event.reversedEventId === target.id);
  return isTaken ? new EngineRefusal('already_reversed', 'reversedEventId') : null;
}

/** Amounts must be positive, and money needs a loan that still owes something on the day. */
function refusePlain(terms: LoanTerms, events: readonly LoanEvent[], newEvent: LoanEvent): EngineRefusal | null {
  const amountFen = amountOf(newEvent);
  if (amountFen !== null && amountFen <= 0) {
    return new EngineRefusal('amount_not_positive', newEvent.type === 'opening' ? 'principalFen' : 'amountFen');
  }
  if (newEvent.type === 'disburse' || newEvent.type === 'opening') return null;
  const { counted } = liveEvents(events, lastDate(events));
  if (!counted.some((event) => event.type === 'disburse' || event.type === 'opening')) {
    return new EngineRefusal('loan_not_disbursed', 'type');
  }
  const state = replay(terms, events, newEvent.occurredOn);
  if (state.status === 'pending') return new EngineRefusal('event_before_disbursement', 'occurredOn');
  return state.status === 'settled' ? new EngineRefusal('loan_settled', 'occurredOn') : null;
}

function amountOf(event: LoanEvent): number | null {
  if (event.type === 'opening') return event.principalFen;
  return 'amountFen' in event ? event.amountFen : null;
}

/** The latest value date; events of any order. Reversals count from theirs, so all of them are in force on it. */
function lastDate(events: readonly LoanEvent[]): LoanEvent['occurredOn'] {
  return events.reduce((last, event) => (event.occurredOn > last ? event.occurredOn : last), firstOfTime);
}

const firstOfTime = '1000-01-01' as LoanEvent['occurredOn']; // a real day, written out
