import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { refuseEvent } from '@loanbook/engine/check-event.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { formatYuan, type Fen } from '@loanbook/engine/money.ts';
import type { RefusalCode } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { ErrorCode, ErrorDetails } from './errors.ts';
import { liveOpening } from './loan-life/live-opening.ts';
import { isPartOfRefinance } from './loan-life/refinance-group.ts';

/** A loan as far as money coming in is concerned; `events` are all that are posted. */
export interface RepaidLoan {
  readonly terms: LoanTerms;
  readonly events: readonly LoanEvent[];
}

export interface MoneyIn {
  readonly amountFen: Fen;
  readonly paidOn: CivilDate;
  readonly keepExcess: boolean;
}

export type RepaymentEvents =
  | { readonly isAccepted: true; readonly events: readonly LoanEvent[]; readonly after: LoanState }
  | { readonly isAccepted: false; readonly code: ErrorCode; readonly details: ErrorDetails };

/**
 * The events that record money received, or why they may not be posted; the browser's preview and the server's posting
 * both come through here. Money that covers everything owed on its day also settles the loan early: without that the
 * rest would wait as credit while interest ran on. `after` is the state as of the business date.
 */
export function repaymentEvents(loan: RepaidLoan, money: MoneyIn, businessDate: CivilDate, newEventId: () => string): RepaymentEvents {
  if (money.paidOn > businessDate) return refused('event_in_future', { businessDate });
  const repay: LoanEvent = { id: newEventId(), type: 'repay', occurredOn: money.paidOn, sequence: nextSequence(loan.events), amountFen: money.amountFen };
  const standing = { terms: loan.terms, events: standingEvents(loan.events) };
  const refusal = refuseEvent(loan.terms, standing.events, repay);
  if (refusal) return refused(...refusalError(refusal.code, loan));
  const then = replay(loan.terms, [...standing.events, repay], money.paidOn);
  if (then.payoffFen < 0 && !money.keepExcess) return refused('amount_exceeds_payoff', { payoff: payoffText(standing, money.paidOn) });
  const isLast = !standing.events.some((event) => event.occurredOn > money.paidOn && isMoney(event));
  const settles = isLast && then.payoffFen <= 0 && then.status !== 'settled';
  const events: LoanEvent[] = settles ? [repay, { id: newEventId(), type: 'prepay', mode: 'settle', occurredOn: money.paidOn, sequence: repay.sequence + 1 }] : [repay];
  const after = replay(loan.terms, [...loan.events, ...events], businessDate);
  // A receipt entered late may be more than was left once the later ones are counted.
  if (after.payoffFen < 0 && !money.keepExcess) return refused('amount_exceeds_payoff', { payoff: payoffText(loan, businessDate) });
  return { isAccepted: true, events, after };
}

/**
 * The events that take a posted receipt back on the business date: its reversal, and that of each early settlement which
 * would no longer be covered by money received.
 */
export function reversalEvents(loan: RepaidLoan, eventId: string, businessDate: CivilDate, newEventId: () => string): RepaymentEvents {
  if (isPartOfRefinance(loan.events, eventId)) return refused('refinance_is_whole', {});
  const first: LoanEvent = { id: newEventId(), type: 'reverse', occurredOn: businessDate, sequence: nextSequence(loan.events), reversedEventId: eventId };
  const refusal = refuseEvent(loan.terms, loan.events, first);
  if (refusal) return refused(...refusalError(refusal.code, loan));
  const events: LoanEvent[] = [first];
  for (;;) {
    const all = [...loan.events, ...events];
    const after = replay(loan.terms, all, businessDate);
    const uncovered = all.find((event) => event.type === 'prepay' && event.mode === 'settle' && isPaidFromNothing(after, event.id));
    if (!uncovered) return { isAccepted: true, events, after };
    events.push({ id: newEventId(), type: 'reverse', occurredOn: businessDate, sequence: nextSequence(all), reversedEventId: uncovered.id });
  }
}

/**
 * Events that nobody has taken back. A reversal counts from its own value date, so on an earlier day the replay of all
 * events still shows the reversed receipt; money entered now for that day must not lean on it.
 */
function standingEvents(events: readonly LoanEvent[]): LoanEvent[] {
  const reversedIds = new Set(events.flatMap((event) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  return events.filter((event) => event.type !== 'reverse' && !reversedIds.has(event.id));
}

/** A settlement only uses what receipts brought in; an allocation of its own would be money that nobody paid. */
function isPaidFromNothing(state: LoanState, eventId: string): boolean {
  const own = state.allocations.find((allocation) => allocation.eventId === eventId && !allocation.isReversed);
  return own !== undefined && own.feeFen + own.compoundFen + own.penaltyFen + own.interestFen + own.principalFen + own.creditFen > 0;
}

function isMoney(event: LoanEvent): boolean {
  return event.type === 'repay' || event.type === 'prepay';
}

/** Next number of entry within a loan. */
export function nextSequence(events: readonly LoanEvent[]): number {
  return events.reduce((last, event) => Math.max(last, event.sequence), 0) + 1;
}

function payoffText(loan: RepaidLoan, on: CivilDate): string {
  return formatYuan(replay(loan.terms, loan.events, on).payoffFen);
}

function refused(code: ErrorCode, details: ErrorDetails): RepaymentEvents {
  return { isAccepted: false, code, details };
}

/** The engine's refusals that a caller of these two operations can meet; any other is our own mistake. */
function refusalError(code: RefusalCode, loan: RepaidLoan): [ErrorCode, ErrorDetails] {
  switch (code) {
    case 'amount_not_positive':
    case 'loan_not_disbursed':
    case 'loan_settled':
    case 'loan_written_off':
    case 'event_unknown':
    case 'already_reversed':
      return [code, {}];
    case 'event_before_disbursement':
      return [code, { disbursedOn: firstDay(loan) }];
    case 'not_reversible':
      return [code, { reason: 'never_reversed' }];
    case 'later_events_depend':
      return ['not_reversible', { reason: 'later_entries_depend' }];
    default:
      throw new Error(`the engine refused a receipt: ${code}`);
  }
}

function firstDay(loan: RepaidLoan): CivilDate {
  const start = liveOpening(loan.events) ?? loan.events.find((event) => event.type === 'disburse');
  return start?.occurredOn ?? loan.terms.startsOn;
}
