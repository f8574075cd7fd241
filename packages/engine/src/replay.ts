import { dayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { LoanEvent } from './events.ts';
import type { LoanState } from './loan-state.ts';
import { accrueTo } from './overdue.ts';
import { EngineRefusal, refuse } from './refusal.ts';
import { advanceTo } from './replay/advance.ts';
import { applyFee, applyWaive } from './replay/apply-charges.ts';
import { applyLending } from './replay/apply-disburse.ts';
import { applyExtend } from './replay/apply-extend.ts';
import { applyOpening } from './replay/apply-opening.ts';
import { applyPrepay } from './replay/apply-prepay.ts';
import { applyRate } from './replay/apply-rate.ts';
import { applyMoney, applyRefund, emptyAllocation, useCredit } from './replay/apply-repay.ts';
import { applyRestructure } from './replay/apply-restructure.ts';
import { applyWriteOff } from './replay/apply-write-off.ts';
import { liveEvents } from './replay/live-events.ts';
import type { CountedEvent, LiveEvents } from './replay/live-events.ts';
import { newLedger } from './replay/loan-ledger.ts';
import type { LoanLedger } from './replay/loan-ledger.ts';
import { noteNonPerforming, noteUpgrade } from './replay/upgrade-state.ts';
import { writeState } from './replay/write-state.ts';
import type { LoanTerms } from './terms.ts';

/**
 * A loan's whole state on a day, from its contract terms and its events; the order of `events` does not matter.
 * Events after `asOf` do not count yet, a reversal counts from its own value date (or at once, where the day could not be
 * seen otherwise). Amounts in fen.
 * Source: domain loan-engine and replay-format.
 * @throws EngineRefusal when an event cannot stand where its value date puts it
 */
export function replay(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): LoanState {
  const ledger = replayLedger(terms, events, asOf);
  return writeState(ledger, asOf, dayNumber(asOf));
}

/** Looks at the ledger on the day of an event, before the event counts. @throws EngineRefusal where it must not */
export type BeforeEvent = (ledger: LoanLedger, event: CountedEvent, day: number) => void;

/** The ledger behind the state, for parts of the engine that need more than the state shows. */
export function replayLedger(
  terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate, beforeEvent?: BeforeEvent,
): LoanLedger {
  try {
    return ledgerOf(terms, liveEvents(events, asOf), asOf, beforeEvent);
  } catch (error) {
    const isPastView = events.some((event) => event.type === 'reverse' && event.occurredOn > asOf);
    if (!(error instanceof EngineRefusal) || !isPastView || beforeEvent !== undefined) throw error;
    // Seen from a past day, what was taken back since stands beside what replaced it: 12 000.00 lent, reversed later, and
    // 10 000.00 lent instead. Where both cannot be, the day is seen as it is known now.
    return ledgerOf(terms, liveEvents(events, asOf, true), asOf);
  }
}

function ledgerOf(terms: LoanTerms, { counted, reversed }: LiveEvents, asOf: CivilDate, beforeEvent?: BeforeEvent): LoanLedger {
  const ledger = newLedger(terms);
  for (const event of counted) {
    const day = dayNumber(event.occurredOn);
    advanceTo(ledger, day);
    noteNonPerforming(ledger, day);
    beforeEvent?.(ledger, event, day);
    applyNamed(ledger, event, day);
  }
  for (const event of reversed) {
    if (event.type !== 'repay' && event.type !== 'recover' && event.type !== 'prepay') continue;
    ledger.allocations.push(emptyAllocation(event.id, dayNumber(event.occurredOn), true));
  }
  const asOfDay = dayNumber(asOf);
  advanceTo(ledger, asOfDay);
  accrueTo(ledger, asOfDay);
  noteUpgrade(ledger, asOfDay);
  return ledger;
}

/** Says which event a refusal is about. */
function applyNamed(ledger: LoanLedger, event: CountedEvent, day: number): void {
  try {
    applyEvent(ledger, event, day);
  } catch (error) {
    throw error instanceof EngineRefusal ? new EngineRefusal(error.code, error.field, event.id, error.figures) : error;
  }
}

function applyEvent(ledger: LoanLedger, event: CountedEvent, day: number): void {
  if (event.type === 'disburse' || event.type === 'draw') return applyLending(ledger, event, day);
  if (event.type === 'opening') return applyOpening(ledger, event, day);
  if (ledger.beganDay === null) refuse('event_before_disbursement', 'occurredOn');
  switch (event.type) {
    case 'repay':
      if (ledger.writtenOffDay !== null) refuse('loan_written_off', 'type');
      return applyMoney(ledger, event.id, event.amountFen, day);
    case 'recover':
      if (ledger.writtenOffDay === null) refuse('loan_not_written_off', 'type');
      return applyMoney(ledger, event.id, event.amountFen, day);
    case 'refund':
      return applyRefund(ledger, event);
    case 'prepay':
      return applyPrepay(ledger, event, day);
    case 'waive':
      return applyWaive(ledger, event, day);
    case 'fee':
      applyFee(ledger, event, day);
      return useCredit(ledger, day);
    case 'rate':
      return applyRate(ledger, event, day);
    case 'extend':
      return applyExtend(ledger, event, day);
    case 'restructure':
      return applyRestructure(ledger, event, day);
    case 'write_off':
      return applyWriteOff(ledger, day);
    case 'class':
      ledger.classOverride = event;
      return;
    case 'refinance':
      ledger.refinancing = event;
      return;
  }
}
