import type { LoanEventInput } from '@loanbook/contract/features/events.ts';
import { loanEventFromInput, loanEventReversal } from '@loanbook/contract/loan-life/loan-event-from-input.ts';
import { voidEvents } from '@loanbook/contract/loan-life/void-loan.ts';
import { repaymentEvents, reversalEvents, type RepaymentEvents } from '@loanbook/contract/repayment-events.ts';
import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, type Fen } from '@loanbook/engine/money.ts';
import { replay } from '@loanbook/engine/replay.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { EventDetails } from '../loans/loans.index.ts';

/**
 * The life of one loan of the demo book, told through the same rules that a person's entries go through; what they refuse
 * is a mistake of the story. Days are value dates; entries stand in the order in which they are told.
 */
export interface DemoStory {
  readonly today: CivilDate;
  readonly terms: LoanTerms;
  readonly events: readonly LoanEvent[];
  /** How the money of an event came and why it was entered, by event id. */
  readonly details: ReadonlyMap<string, EventDetails>;
  stateOn(day: CivilDate): LoanState;
  /** Pays what is owed for every installment due up to the day, each on its due date; `lateDays` after it. */
  payDueUntil(day: CivilDate, lateDays?: number): void;
  /** Pays on the day whatever is due by then, charges included. */
  payDue(day: CivilDate): void;
  /** Returns the receipt's id. More than is owed is kept as credit. */
  pay(day: CivilDate, amountFen: Fen): string;
  enter(input: LoanEventInput): string;
  reverse(eventId: string, reason: string, day: CivilDate): void;
  /** Takes the lending back: the loan is void. */
  makeVoid(reason: string): void;
  /** An entry that only makes sense with another loan's. */
  append(event: LoanEvent, details?: EventDetails): void;
}

export function startStory(terms: LoanTerms, first: LoanEvent, today: CivilDate, newEventId: () => string): DemoStory {
  const events: LoanEvent[] = [first];
  const details = new Map<string, EventDetails>();
  const add = (result: RepaymentEvents, how: EventDetails): string => {
    if (!result.isAccepted) throw new Error(`the demo book tells what the rules refuse: ${result.code} ${JSON.stringify(result.details)}`);
    for (const event of result.events) details.set(event.id, event.type === 'prepay' && result.events.length > 1 ? {} : how);
    events.push(...result.events);
    return result.events[0]?.id ?? '';
  };
  const loan = (): { readonly terms: LoanTerms; readonly events: readonly LoanEvent[] } => ({ terms, events: [...events] });
  const stateOn = (day: CivilDate): LoanState => replay(terms, events, day);
  const story: DemoStory = {
    today, terms, events, details, stateOn,
    payDueUntil(day, lateDays = 0) {
      for (const dueOn of new Set(stateOn(day).installments.filter((row) => row.status !== 'paid').map((row) => row.dueOn))) if (dueOn <= day) story.payDue(addDays(dueOn, lateDays));
    },
    payDue(day) {
      const amountFen = dueFen(stateOn(day));
      if (amountFen > 0) story.pay(day, amountFen);
    },
    pay: (day, amountFen) => add(repaymentEvents(loan(), { amountFen, paidOn: day, keepExcess: true }, today, newEventId), { channel: 'bank_transfer' }),
    enter: (input) => add(loanEventFromInput(loan(), input, { businessDate: today, rateCapE8: null, newEventId }), {
      note: input.note || null, reason: 'reason' in input ? input.reason : null, ...('channel' in input && { channel: input.channel }),
    }),
    reverse(eventId, reason, day) {
      const target = events.find((event) => event.id === eventId);
      add(target?.type === 'repay' ? reversalEvents(loan(), eventId, day, newEventId) : loanEventReversal(loan(), eventId, day, newEventId), { reason });
    },
    makeVoid: (reason) => void add(voidEvents(loan(), today, newEventId), { reason }),
    append(event, how = {}) {
      events.push(event);
      details.set(event.id, how);
    },
  };
  return story;
}

/** Principal of due rows and everything else that is due on the state's day. */
function dueFen(state: LoanState): Fen {
  const { interestDueFen, penaltyFen, compoundFen, feeFen } = state.balances;
  const principalFen = state.installments.filter((row) => row.dueOn <= state.asOf).reduce((sum, row) => sum + row.principalFen - row.paidPrincipalFen, 0);
  return fen(principalFen + interestDueFen + penaltyFen + compoundFen + feeFen);
}
