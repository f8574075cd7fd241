import { dayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { LoanEvent, ReverseEvent } from './events.ts';
import { EngineRefusal } from './refusal.ts';
import type { RefusalCode } from './refusal.ts';
import { replay, replayLedger } from './replay.ts';
import { futurePrincipalFen } from './replay/accrued-interest.ts';
import { waivableFen } from './replay/apply-charges.ts';
import { liveEvents } from './replay/live-events.ts';
import type { CountedEvent } from './replay/live-events.ts';
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
    const refusal = refuseAlone(events, newEvent) ?? (newEvent.type === 'reverse' ? null : refusePlain(terms, events, newEvent));
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

/** What an event's own figures and the event that it reverses say, whatever state the loan is in. */
export function refuseAlone(events: readonly LoanEvent[], event: LoanEvent): EngineRefusal | null {
  if (event.type === 'reverse') return refuseReversal(events, event);
  const amountFen = amountOf(event);
  if (amountFen !== null && amountFen <= 0) {
    return new EngineRefusal('amount_not_positive', event.type === 'opening' || event.type === 'prepay' ? 'principalFen' : 'amountFen');
  }
  const negative = Object.entries(event).find(([key, value]) => key.endsWith('Fen') && value < 0);
  return negative === undefined ? null : new EngineRefusal('amount_not_positive', negative[0]);
}

function refuseReversal(events: readonly LoanEvent[], reversal: ReverseEvent): EngineRefusal | null {
  const target = events.find((event) => event.id === reversal.reversedEventId);
  if (target === undefined) return new EngineRefusal('event_unknown', 'reversedEventId');
  if (target.type === 'reverse') return new EngineRefusal('not_reversible', 'reversedEventId');
  if (reversal.occurredOn < target.occurredOn) return new EngineRefusal('not_reversible', 'occurredOn');
  const isTaken = events.some((event) => event.type === 'reverse' && event.reversedEventId === target.id);
  return isTaken ? new EngineRefusal('already_reversed', 'reversedEventId') : null;
}

/** Most events need a loan that still owes something on the day. */
function refusePlain(terms: LoanTerms, events: readonly LoanEvent[], newEvent: CountedEvent): EngineRefusal | null {
  if (beginnings.includes(newEvent.type)) return null;
  const { counted } = liveEvents(events, lastDate(events, newEvent));
  if (!counted.some((event) => beginnings.includes(event.type))) {
    return new EngineRefusal('loan_not_disbursed', 'type');
  }
  return refuseByState(replayLedger(terms, events, newEvent.occurredOn), newEvent);
}

/** What the loan, as it is on the day before the event counts, does not allow. */
export function refuseByState(ledger: LoanLedger, newEvent: CountedEvent): EngineRefusal | null {
  if (beginnings.includes(newEvent.type)) return null;
  const day = dayNumber(newEvent.occurredOn);
  const { status } = writeState(ledger, newEvent.occurredOn, day);
  if (status === 'pending') return new EngineRefusal('event_before_disbursement', 'occurredOn');
  if (newEvent.type === 'refund') return refuseAbove(newEvent.amountFen, ledger.creditFen, 'amount_exceeds_credit', 'amountFen');
  if (status === 'settled') return new EngineRefusal('loan_settled', 'occurredOn');
  const refusal = refuseAmount(ledger, newEvent, day);
  if (refusal !== null) return refusal;
  if (status !== 'written_off' || offBookTypes.includes(newEvent.type)) return null;
  return new EngineRefusal('loan_written_off', 'type');
}

function refuseAmount(ledger: LoanLedger, newEvent: CountedEvent, day: number): EngineRefusal | null {
  if (newEvent.type === 'waive') {
    const owedFen = waivableFen(ledger, newEvent.component, day);
    return refuseAbove(newEvent.amountFen, owedFen, 'waiver_exceeds_owed', 'amountFen');
  }
  if (newEvent.type !== 'prepay' || newEvent.mode === 'settle') return null;
  return refuseAbove(newEvent.principalFen, prepayableFen(ledger, day), 'prepayment_exceeds_principal', 'principalFen');
}

function refuseAbove(amountFen: number, mostFen: number, code: RefusalCode, field: string): EngineRefusal | null {
  return amountFen > mostFen ? new EngineRefusal(code, field, null, { mostFen }) : null;
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
function lastDate(events: readonly LoanEvent[], newEvent: LoanEvent): CivilDate {
  return events.reduce((last, event) => (event.occurredOn > last ? event.occurredOn : last), newEvent.occurredOn);
}
