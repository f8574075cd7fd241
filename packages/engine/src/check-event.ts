import type { LoanEvent, ReverseEvent } from './events.ts';
import { EngineRefusal } from './refusal.ts';
import { dayNumber } from './civil-date.ts';
import { replay, replayLedger } from './replay.ts';
import { futurePrincipalFen } from './replay/accrued-interest.ts';
import { waivableFen } from './replay/apply-charges.ts';
import { liveEvents } from './replay/live-events.ts';
import type { LoanLedger } from './replay/loan-ledger.ts';
import { writeState } from './replay/write-state.ts';
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
    replay(terms, all, lastDate(all, newEvent));
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

/** Amounts must be positive, and most events need a loan that still owes something on the day. */
function refusePlain(terms: LoanTerms, events: readonly LoanEvent[], newEvent: LoanEvent): EngineRefusal | null {
  const amountFen = amountOf(newEvent);
  if (amountFen !== null && amountFen <= 0) {
    return new EngineRefusal('amount_not_positive', newEvent.type === 'opening' || newEvent.type === 'prepay' ? 'principalFen' : 'amountFen');
  }
  if (beginnings.includes(newEvent.type)) return null;
  const { counted } = liveEvents(events, lastDate(events, newEvent));
  if (!counted.some((event) => beginnings.includes(event.type))) {
    return new EngineRefusal('loan_not_disbursed', 'type');
  }
  return refuseByState(replayLedger(terms, events, newEvent.occurredOn), newEvent);
}

function refuseByState(ledger: LoanLedger, newEvent: LoanEvent): EngineRefusal | null {
  const day = dayNumber(newEvent.occurredOn);
  const { status } = writeState(ledger, newEvent.occurredOn, day);
  if (status === 'pending') return new EngineRefusal('event_before_disbursement', 'occurredOn');
  if (newEvent.type === 'refund') {
    return newEvent.amountFen > ledger.creditFen ? new EngineRefusal('amount_exceeds_credit', 'amountFen') : null;
  }
  if (status === 'settled') return new EngineRefusal('loan_settled', 'occurredOn');
  if (newEvent.type === 'waive' && newEvent.amountFen > waivableFen(ledger, newEvent.component, day)) {
    return new EngineRefusal('waiver_exceeds_owed', 'amountFen');
  }
  const prepaidFen = newEvent.type === 'prepay' && newEvent.mode !== 'settle' ? newEvent.principalFen : 0;
  if (prepaidFen > prepayableFen(ledger, day)) return new EngineRefusal('prepayment_exceeds_principal', 'principalFen');
  if (status !== 'written_off' || offBookTypes.includes(newEvent.type)) return null;
  return new EngineRefusal('loan_written_off', 'type');
}

/** What may begin a loan, or lend more on it. */
const beginnings: readonly LoanEvent['type'][] = ['disburse', 'opening', 'draw'];

/** What may still happen to a loan that left the books. */
const offBookTypes: readonly LoanEvent['type'][] = ['recover', 'waive', 'fee', 'class'];

function prepayableFen(ledger: LoanLedger, day: number): number {
  return futurePrincipalFen(ledger, day) + (ledger.standing?.principalFen ?? 0);
}

function amountOf(event: LoanEvent): number | null {
  if (event.type === 'opening') return event.principalFen;
  if (event.type === 'prepay') return event.mode === 'settle' ? null : event.principalFen;
  return 'amountFen' in event ? event.amountFen : null;
}

/** The latest value date; events of any order. Reversals count from theirs, so all of them are in force on it. */
function lastDate(events: readonly LoanEvent[], newEvent: LoanEvent): LoanEvent['occurredOn'] {
  return events.reduce((last, event) => (event.occurredOn > last ? event.occurredOn : last), newEvent.occurredOn);
}
