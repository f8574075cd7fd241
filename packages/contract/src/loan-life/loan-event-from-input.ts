import { refuseEvent } from '@loanbook/engine/check-event.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { fiveTierClasses, type FiveTierClass } from '@loanbook/engine/classification.ts';
import type { LoanEvent, PrepayEvent } from '@loanbook/engine/events.ts';
import { nominalAnnualPct } from '@loanbook/engine/irr.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import { isAboveCap, nominalPctAtRate } from '@loanbook/engine/rate-cap.ts';
import { formatPercent, parsePercent, type RateE8 } from '@loanbook/engine/rate.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { fiveTierClassChoices } from '../choices.ts';
import type { ErrorCode, ErrorDetails } from '../errors.ts';
import type { LoanEventInput } from '../features/events.ts';
import { nextSequence, reversalEvents, type RepaidLoan, type RepaymentEvents } from '../repayment-events.ts';
import { classFloor } from './class-floor.ts';
import { eventRefusal } from './event-refusal.ts';
import { liveEventsOf } from './live-events-of.ts';
import { isPartOfRefinance } from './refinance-group.ts';
import { restructuredTerms } from './restructured-terms.ts';

export interface LoanEventContext {
  readonly businessDate: CivilDate;
  /** The institution's cap on new rates; null where it is not known, which leaves it to the server. */
  readonly rateCapE8: RateE8 | null;
  readonly newEventId: () => string;
}

/**
 * The events that record what a person stated, or why they may not be posted; the browser's preview and the server's
 * posting both come through here. Settling is money received and the settlement that uses it, so that both are on record.
 * `after` is the state as of the business date.
 */
export function loanEventFromInput(loan: RepaidLoan, input: LoanEventInput, context: LoanEventContext): RepaymentEvents {
  const { businessDate, rateCapE8, newEventId } = context;
  if (input.occurredOn > businessDate) return refused('event_in_future', { businessDate });
  const before = replay(loan.terms, loan.events, input.occurredOn);
  const newPlan = input.type === 'restructure' ? restructuredTerms(input, before) : null;
  if (newPlan?.isValid === false) return refused('terms_refused', { zh: newPlan.problems.map((one) => one.zh).join(''), en: newPlan.problems.map((one) => one.en).join(' ') });
  const overCap = rateOverCap(loan, input, newPlan?.terms ?? null, rateCapE8);
  if (overCap !== null) return overCap;
  const added = eventsOf(input, newPlan?.terms ?? null, before, nextSequence(loan.events), newEventId);
  let all = loan.events;
  for (const event of added) {
    const refusal = refuseEvent(loan.terms, all, event);
    if (refusal !== null) return refused(...eventRefusal(refusal, event, loan, before));
    all = [...all, event];
  }
  const ownRule = refusedByRule(loan, input, before);
  if (ownRule !== null) return ownRule;
  const after = replay(loan.terms, all, businessDate);
  const unpaid = all.find((event) => event.type === 'prepay' && event.mode === 'settle' && isPaidFromNothing(after, event.id));
  if (unpaid !== undefined) return refused('later_events_depend', { date: unpaid.occurredOn });
  return { isAccepted: true, events: added, after };
}

/** The events that take one back on the business date; receipts and the lending itself have their own ways. */
export function loanEventReversal(loan: RepaidLoan, eventId: string, businessDate: CivilDate, newEventId: () => string): RepaymentEvents {
  const target = loan.events.find((event) => event.id === eventId);
  if (target !== undefined && isPartOfRefinance(loan.events, eventId)) return refused('refinance_is_whole', {});
  if (target?.type === 'repay') return refused('not_reversible', { reason: 'is_receipt' });
  if (target?.type === 'disburse' || target?.type === 'opening') return refused('not_reversible', { reason: 'is_first_entry' });
  return reversalEvents(loan, eventId, businessDate, newEventId);
}

function eventsOf(input: LoanEventInput, newPlan: LoanTerms | null, before: LoanState, sequence: number, newEventId: () => string): readonly LoanEvent[] {
  const base = { id: newEventId(), occurredOn: input.occurredOn, sequence };
  switch (input.type) {
    case 'prepay':
      return input.mode === 'settle' ? settlement(input, before, base, newEventId) : [{ ...base, type: 'prepay', mode: input.mode, principalFen: yuanOf(input.principal), ...feePart(input.fee) }];
    case 'waive':
      return [{ ...base, type: 'waive', component: input.component, amountFen: yuanOf(input.amount) }];
    case 'fee':
      return [{ ...base, type: 'fee', amountFen: yuanOf(input.amount), name: input.name }];
    case 'rate':
      return [{ ...base, type: 'rate', rateAnnualE8: percentOf(input.annualRatePct) }];
    case 'extend':
      return [{ ...base, type: 'extend', maturesOn: input.maturesOn, ...(input.annualRatePct ? { rateAnnualE8: percentOf(input.annualRatePct) } : {}) }];
    case 'restructure':
      return newPlan === null ? [] : [{ ...base, type: 'restructure', terms: newPlan }];
    case 'class':
      return [{ ...base, type: 'class', fiveTierClass: input.fiveTierClass, reason: input.reason }];
    case 'write_off':
      return [{ ...base, type: 'write_off' }];
    case 'draw':
    case 'recover':
    case 'refund':
      return [{ ...base, type: input.type, amountFen: yuanOf(input.amount) }];
    default:
      return input satisfies never;
  }
}

type SettleInput = Extract<LoanEventInput, { readonly mode: 'settle' }>;

/** Money for everything owed that waiting credit does not cover, then the settlement. */
function settlement(input: SettleInput, before: LoanState, base: Pick<LoanEvent, 'id' | 'occurredOn' | 'sequence'>, newEventId: () => string): readonly LoanEvent[] {
  const fee = feePart(input.fee);
  const amountFen = fen(before.payoffFen + (fee.feeFen ?? 0));
  const settle = { type: 'prepay', mode: 'settle', ...fee } as const;
  if (amountFen <= 0) return [{ ...base, ...settle }];
  return [{ ...base, type: 'repay', amountFen }, { ...base, id: newEventId(), sequence: base.sequence + 1, ...settle }];
}

function feePart(fee: string | null | undefined): Pick<PrepayEvent, 'feeFen'> {
  const feeFen = fee ? yuanOf(fee) : fen(0);
  return feeFen > 0 ? { feeFen } : {};
}

function rateOverCap(loan: RepaidLoan, input: LoanEventInput, newPlan: LoanTerms | null, capE8: RateE8 | null): RepaymentEvents | null {
  if (capE8 === null) return null;
  const statedE8 = input.type === 'rate' || input.type === 'extend' ? parsePercent(input.annualRatePct ?? '') : null;
  const costPct = newPlan !== null ? nominalAnnualPct(newPlan, buildSchedule(newPlan)) : statedE8 === null ? null : costAtRate(loan, statedE8);
  return costPct !== null && isAboveCap(costPct, capE8) ? refused('rate_over_cap', { rate: costPct, cap: formatPercent(capE8) }) : null;
}

/** A cap is held against what a rate costs, not against what is stated; principal without a plan costs its rate. */
function costAtRate(loan: RepaidLoan, rateE8: RateE8): string {
  const agreed = liveEventsOf(loan.events).findLast((event) => event.type === 'restructure');
  try {
    return nominalPctAtRate(agreed?.terms ?? loan.terms, rateE8);
  } catch (error) {
    if (error instanceof EngineRefusal) return formatPercent(rateE8);
    throw error;
  }
}

/** These use what is owed on their day: whatever came later would have counted on the loan as it was. */
const closingTypes: ReadonlySet<LoanEventInput['type']> = new Set(['prepay', 'write_off', 'restructure']);

/** What the engine would take but a lender must not enter. */
function refusedByRule(loan: RepaidLoan, input: LoanEventInput, before: LoanState): RepaymentEvents | null {
  if (input.type === 'class') {
    const floor = classFloor(before);
    return fiveTierClasses.indexOf(input.fiveTierClass) < fiveTierClasses.indexOf(floor) ? refused('class_above_floor', { floor: className(floor) }) : null;
  }
  if (input.type === 'recover' && yuanOf(input.amount) > before.payoffFen) return refused('amount_exceeds_owed', { owed: formatYuan(before.payoffFen) });
  if (!closingTypes.has(input.type)) return null;
  const later = liveEventAfter(loan.events, input.occurredOn);
  return later === null ? null : refused('later_events_depend', { date: later.occurredOn });
}

/** The first event after the day that would not have been the same without what is entered on it. */
export function liveEventAfter(events: readonly LoanEvent[], day: CivilDate): LoanEvent | null {
  return liveEventsOf(events).find((event) => event.occurredOn > day && event.type !== 'class') ?? null;
}

/** A settlement only uses what receipts brought in; an allocation of its own would be money that nobody paid. */
function isPaidFromNothing(state: LoanState, eventId: string): boolean {
  const own = state.allocations.find((allocation) => allocation.eventId === eventId && !allocation.isReversed);
  return own !== undefined && own.feeFen + own.compoundFen + own.penaltyFen + own.interestFen + own.principalFen + own.creditFen > 0;
}

function className(fiveTierClass: FiveTierClass): string {
  const choice = fiveTierClassChoices.find((one) => one.value === fiveTierClass);
  return choice === undefined ? fiveTierClass : `${choice.zh} / ${choice.en}`;
}

function yuanOf(text: string): Fen {
  const amountFen = parseYuan(text);
  if (amountFen === null) throw new Error('the contract lets only amounts through');
  return amountFen;
}

function percentOf(text: string): RateE8 {
  const rateAnnualE8 = parsePercent(text);
  if (rateAnnualE8 === null) throw new Error('the contract lets only percentages through');
  return rateAnnualE8;
}

function refused(code: ErrorCode, details: ErrorDetails): RepaymentEvents {
  return { isAccepted: false, code, details };
}
