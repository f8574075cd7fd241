import { refuseEvent } from '@loanbook/engine/check-event.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { worstClass } from '@loanbook/engine/class-reasons.ts';
import { fiveTierClasses, type FiveTierClass } from '@loanbook/engine/classification.ts';
import type { LoanEvent, PrepayEvent } from '@loanbook/engine/events.ts';
import { extensionLimit } from '@loanbook/engine/extension-limit.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import { formatPercent, parsePercent, type RateE8 } from '@loanbook/engine/rate.ts';
import { isAboveCap } from '@loanbook/engine/rate-cap.ts';
import type { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { z } from 'zod';
import { channels, fiveTierClassChoices, valuesOf } from '../choices.ts';
import type { ErrorCode, ErrorDetails } from '../errors.ts';
import { nextSequence, reversalEvents, type RepaidLoan, type RepaymentEvents } from '../repayment-events.ts';
import { route } from '../route.ts';
import { civilDateText, freeText, percentText, positiveYuanText, yuanText } from '../values.ts';
import { loanStateSchema } from './loan-json.ts';

const common = { occurredOn: civilDateText, note: freeText(400).nullish() };
const reason = freeText(200).pipe(z.string().min(2));
const moneyIn = { channel: z.enum(valuesOf(channels)), externalRef: freeText(80).nullish(), payerName: freeText(100).nullish() };
const prepayment = { ...common, ...moneyIn, type: z.literal('prepay'), fee: yuanText.refine((text) => (parseYuan(text) ?? 0) >= 0, { message: 'invalid_amount' }).nullish() };

/** What may be forgiven: everything but principal. */
export const waivableComponents = ['interest', 'penalty', 'compound', 'fee'] as const;

/** One more event of a loan's life, as a person states it. Yuan and percent are text. */
export const loanEventInputSchema = z.discriminatedUnion('type', [
  z.discriminatedUnion('mode', [
    z.strictObject({ ...prepayment, mode: z.enum(['shorten', 'reduce']), principal: positiveYuanText }),
    z.strictObject({ ...prepayment, mode: z.literal('settle') }),
  ]),
  z.strictObject({ ...common, type: z.literal('waive'), component: z.enum(waivableComponents), amount: positiveYuanText, reason }),
  z.strictObject({ ...common, type: z.literal('fee'), amount: positiveYuanText, name: freeText(60).pipe(z.string().min(1)) }),
  z.strictObject({ ...common, type: z.literal('rate'), annualRatePct: percentText }),
  z.strictObject({ ...common, type: z.literal('extend'), maturesOn: civilDateText, annualRatePct: percentText.nullish() }),
  z.strictObject({ ...common, type: z.literal('class'), fiveTierClass: z.enum(valuesOf(fiveTierClassChoices)), reason }),
  z.strictObject({ ...common, type: z.literal('write_off'), reason }),
  z.strictObject({ ...common, ...moneyIn, type: z.literal('recover'), amount: positiveYuanText }),
  z.strictObject({ ...common, type: z.literal('refund'), amount: positiveYuanText }),
]);
export type LoanEventInput = z.infer<typeof loanEventInputSchema>;

/** `eventIds`: what was entered, consequences included. `state`: the loan as of the business date. */
export const postedLoanEventSchema = z.object({ eventIds: z.array(z.string()), state: loanStateSchema });

export const eventsRoutes = {
  post: route({ method: 'POST', path: '/api/loans/:loanId/events', body: loanEventInputSchema, reply: postedLoanEventSchema, isIdempotent: true }),
  /** Takes back an event that is neither a receipt nor the lending itself. */
  reverse: route({ method: 'POST', path: '/api/loans/:loanId/events/:eventId/reverse', body: z.strictObject({ reason }), reply: postedLoanEventSchema, isIdempotent: true }),
} as const;

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
  const overCap = rateOverCap(input, rateCapE8);
  if (overCap !== null) return overCap;
  const before = replay(loan.terms, loan.events, input.occurredOn);
  const added = eventsOf(input, before, nextSequence(loan.events), newEventId);
  let all = loan.events;
  for (const event of added) {
    const refusal = refuseEvent(loan.terms, all, event);
    if (refusal !== null) return refused(...refusalOf(refusal, event, loan, before));
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
  if (target?.type === 'repay') return refused('not_reversible', { reason: 'is_receipt' });
  if (target?.type === 'disburse' || target?.type === 'opening' || target?.type === 'draw') {
    return refused('not_reversible', { reason: 'is_first_entry' });
  }
  return reversalEvents(loan, eventId, businessDate, newEventId);
}

function eventsOf(input: LoanEventInput, before: LoanState, sequence: number, newEventId: () => string): readonly LoanEvent[] {
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
    case 'class':
      return [{ ...base, type: 'class', fiveTierClass: input.fiveTierClass, reason: input.reason }];
    case 'write_off':
      return [{ ...base, type: 'write_off' }];
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

function rateOverCap(input: LoanEventInput, capE8: RateE8 | null): RepaymentEvents | null {
  if (input.type !== 'rate' && input.type !== 'extend') return null;
  if (capE8 === null || !input.annualRatePct || !isAboveCap(input.annualRatePct, capE8)) return null;
  return refused('rate_over_cap', { rate: input.annualRatePct, cap: formatPercent(capE8) });
}

/** What the engine would take but a lender must not enter. */
function refusedByRule(loan: RepaidLoan, input: LoanEventInput, before: LoanState): RepaymentEvents | null {
  if (input.type === 'class') {
    const floor = classFloor(before);
    return fiveTierClasses.indexOf(input.fiveTierClass) < fiveTierClasses.indexOf(floor) ? refused('class_above_floor', { floor: className(floor) }) : null;
  }
  if (input.type === 'recover' && yuanOf(input.amount) > before.payoffFen) return refused('amount_exceeds_owed', { owed: formatYuan(before.payoffFen) });
  if (input.type !== 'prepay' && input.type !== 'write_off') return null;
  const later = liveEventAfter(loan.events, input.occurredOn);
  return later === null ? null : refused('later_events_depend', { date: later.occurredOn });
}

/** Best class a person may give: what the days past due and the other rules leave (rule §1.1). */
export function classFloor(state: LoanState): FiveTierClass {
  return worstClass(state.classReasons.filter((one) => one.code !== 'override'));
}

/** Early repayment and write-off use what is owed on their day: whatever came later would have counted on the loan as it was. */
function liveEventAfter(events: readonly LoanEvent[], day: CivilDate): LoanEvent | null {
  const reversedIds = new Set(events.flatMap((event) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  return events.find((event) => event.occurredOn > day && event.type !== 'reverse' && event.type !== 'class' && !reversedIds.has(event.id)) ?? null;
}

/** A settlement only uses what receipts brought in; an allocation of its own would be money that nobody paid. */
function isPaidFromNothing(state: LoanState, eventId: string): boolean {
  const own = state.allocations.find((allocation) => allocation.eventId === eventId && !allocation.isReversed);
  return own !== undefined && own.feeFen + own.compoundFen + own.penaltyFen + own.interestFen + own.principalFen + own.creditFen > 0;
}

/** The engine's refusal in the contract's words. `before` is the loan on the event's day. */
function refusalOf(refusal: EngineRefusal, event: LoanEvent, loan: RepaidLoan, before: LoanState): [ErrorCode, ErrorDetails] {
  const blocking = loan.events.find((one) => one.id === refusal.eventId);
  if (blocking !== undefined) return ['later_events_depend', { date: blocking.occurredOn }];
  const maturity = before.currentTerms.maturesOn;
  switch (refusal.code) {
    case 'amount_not_positive':
    case 'loan_not_disbursed':
    case 'loan_settled':
    case 'loan_written_off':
    case 'loan_not_written_off':
      return [refusal.code, {}];
    case 'event_before_disbursement':
      return [refusal.code, { disbursedOn: loan.events.find((one) => one.type === 'disburse' || one.type === 'opening')?.occurredOn ?? loan.terms.startsOn }];
    case 'amount_exceeds_credit':
      return [refusal.code, { credit: formatYuan(before.balances.creditFen) }];
    case 'waiver_exceeds_owed':
      return [refusal.code, { owed: formatYuan(event.type === 'waive' ? waivable(before, event.component) : fen(0)) }];
    case 'prepayment_exceeds_principal':
      return [refusal.code, { principal: formatYuan(fen(before.balances.principalFen - duePrincipalFen(before))) }];
    case 'extension_after_maturity':
      return [refusal.code, { maturity }];
    case 'dates_out_of_order':
      return ['extension_not_later', { maturity }];
    case 'extension_beyond_limit':
      return [refusal.code, { limit: extensionLimit(loan.terms.startsOn, loan.terms.maturesOn) }];
    default:
      return ['plan_not_possible', {}];
  }
}

/** What of a component is owed on the state's day and may be forgiven; interest only where it is due. */
export function waivable(state: LoanState, component: (typeof waivableComponents)[number]): Fen {
  const balances = state.offBook ?? state.balances;
  switch (component) {
    case 'interest':
      return balances.interestDueFen;
    case 'penalty':
      return balances.penaltyFen;
    case 'compound':
      return balances.compoundFen;
    case 'fee':
      return balances.feeFen;
    default:
      return component satisfies never;
  }
}

/** Principal of rows that have fallen due and is still open; it is repaid, not prepaid. */
export function duePrincipalFen(state: LoanState): number {
  return state.installments.reduce((sum, row) => (row.dueOn <= state.asOf ? sum + row.principalFen - row.paidPrincipalFen : sum), 0);
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
