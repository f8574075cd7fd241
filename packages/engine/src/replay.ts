import { dayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { LoanEvent } from './events.ts';
import type { LoanState } from './loan-state.ts';
import { accrueTo } from './overdue.ts';
import { refuse } from './refusal.ts';
import { advanceTo } from './replay/advance.ts';
import { applyDisburse } from './replay/apply-disburse.ts';
import { applyOpening } from './replay/apply-opening.ts';
import { applyMoney, emptyAllocation } from './replay/apply-repay.ts';
import { liveEvents } from './replay/live-events.ts';
import { newLedger } from './replay/loan-ledger.ts';
import type { LoanLedger } from './replay/loan-ledger.ts';
import { writeState } from './replay/write-state.ts';
import type { LoanTerms } from './terms.ts';

/**
 * A loan's whole state on a day, from its contract terms and its events; the order of `events` does not matter.
 * Events after `asOf` do not count yet, a reversal counts from its own value date. Amounts in fen.
 * Source: domain loan-engine and replay-format.
 * @throws EngineRefusal when an event cannot stand where its value date puts it
 */
export function replay(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): LoanState {
  const ledger = replayLedger(terms, events, asOf);
  return writeState(ledger, asOf, dayNumber(asOf));
}

/** The ledger behind the state, for parts of the engine that need more than the state shows. */
export function replayLedger(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): LoanLedger {
  const { counted, reversed } = liveEvents(events, asOf);
  const ledger = newLedger(terms);
  for (const event of counted) {
    const day = dayNumber(event.occurredOn);
    advanceTo(ledger, day);
    applyEvent(ledger, event, day);
  }
  for (const event of reversed) {
    if (event.type !== 'repay') continue;
    ledger.allocations.push(emptyAllocation(event.id, dayNumber(event.occurredOn), true));
  }
  const asOfDay = dayNumber(asOf);
  advanceTo(ledger, asOfDay);
  accrueTo(ledger, asOfDay);
  return ledger;
}

function applyEvent(ledger: LoanLedger, event: LoanEvent, day: number): void {
  switch (event.type) {
    case 'disburse':
      return applyDisburse(ledger, event, day);
    case 'opening':
      return applyOpening(ledger, event, day);
    case 'repay':
      requireBegun(ledger);
      return applyMoney(ledger, event.id, event.amountFen, day);
    case 'reverse':
      return; // left out by liveEvents
    case 'waive':
    case 'fee':
    case 'class':
    case 'write_off':
    case 'recover':
    case 'draw':
    case 'prepay':
    case 'rate':
    case 'extend':
    case 'restructure':
      return refuse('event_not_supported', 'type');
  }
}

function requireBegun(ledger: LoanLedger): void {
  if (ledger.beganDay === null) refuse('event_before_disbursement', 'occurredOn');
}
