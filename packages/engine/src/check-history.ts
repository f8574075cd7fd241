import { refuseAlone, refuseByState } from './check-event.ts';
import type { LoanEvent } from './events.ts';
import { EngineRefusal } from './refusal.ts';
import { replayLedger } from './replay.ts';
import type { BeforeEvent } from './replay.ts';
import type { LoanTerms } from './terms.ts';

/**
 * Why a history as a whole cannot be, or null: what replay itself refuses, and what would have been refused when it was
 * entered, as far as the order of entry tells. For histories from outside, which nothing has checked before.
 */
export function refuseHistory(terms: LoanTerms, events: readonly LoanEvent[]): EngineRefusal | null {
  for (const event of events) {
    const refusal = refuseAlone(events.filter((other) => isReversedBefore(other, event)), event);
    if (refusal !== null) return named(refusal, event);
  }
  const lastOn = events.reduce((last, event) => (event.occurredOn > last ? event.occurredOn : last), terms.startsOn);
  try {
    replayLedger(terms, events, lastOn, refuserInOrder(events));
    return null;
  } catch (error) {
    if (error instanceof EngineRefusal) return error;
    throw error;
  }
}

/** Of two reversals of one event only the later one is at fault. */
function isReversedBefore(other: LoanEvent, event: LoanEvent): boolean {
  return other.type !== 'reverse' || other.sequence < event.sequence;
}

/**
 * Checks each event against the ledger of its day, unless something was entered later that changes the days before it:
 * then the history does not tell what the loan looked like when the event was entered.
 */
function refuserInOrder(events: readonly LoanEvent[]): BeforeEvent {
  const reversals = events.filter((event) => event.type === 'reverse');
  let lastSequence = -Infinity;
  return (ledger, event) => {
    const isInOrder = event.sequence > lastSequence && reversals.every((reversal) => reversal.sequence < event.sequence);
    lastSequence = Math.max(lastSequence, event.sequence);
    const refusal = isInOrder ? refuseByState(ledger, event) : null;
    if (refusal !== null) throw named(refusal, event);
  };
}

function named(refusal: EngineRefusal, event: LoanEvent): EngineRefusal {
  return new EngineRefusal(refusal.code, refusal.field, event.id, refusal.figures);
}
