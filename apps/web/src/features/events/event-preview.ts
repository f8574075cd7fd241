import type { ErrorCode, ErrorDetails } from '@loanbook/contract/errors.ts';
import type { LoanEventInput } from '@loanbook/contract/features/events.ts';
import { liveOpening } from '@loanbook/contract/loan-life/live-opening.ts';
import { loanEventFromInput, loanEventReversal } from '@loanbook/contract/loan-life/loan-event-from-input.ts';
import type { RepaidLoan, RepaymentEvents } from '@loanbook/contract/repayment-events.ts';
import { dayNumber, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { datedRates } from '@loanbook/engine/irr.ts';
import type { Allocation, LoanState } from '@loanbook/engine/loan-state.ts';
import type { RateE8 } from '@loanbook/engine/rate.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { openFenOf } from '../loans/loans.index.ts';

export type EventPreview =
  | { readonly isAccepted: true; readonly after: LoanState; readonly allocation: Allocation | null }
  | { readonly isAccepted: false; readonly code: ErrorCode; readonly details: ErrorDetails };

/** What posting this would do, by the very rule the server posts with. */
export function previewEvent(loan: RepaidLoan, input: LoanEventInput, businessDate: CivilDate, rateCapE8: RateE8 | null): EventPreview {
  return previewOf(loanEventFromInput(loan, input, { businessDate, rateCapE8, newEventId: previewIds() }));
}

export function previewEventReversal(loan: RepaidLoan, eventId: string, businessDate: CivilDate): EventPreview {
  return previewOf(loanEventReversal(loan, eventId, businessDate, previewIds()));
}

function previewOf(result: RepaymentEvents): EventPreview {
  if (!result.isAccepted) return result;
  const allocation = result.after.allocations.find((candidate) => candidate.eventId === result.events[0]?.id) ?? null;
  return { isAccepted: true, after: result.after, allocation };
}

/** Ids that no posted event has; they never leave the browser. */
export function previewIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `preview-${count}`;
  };
}

/**
 * The yearly yield of what was received and what is still planned against what was lent, in percent; null where the
 * lender does not get back what was lent, or lent on several days.
 */
export function yieldPct(loan: RepaidLoan, state: LoanState): string | null {
  const opening = liveOpening(loan.events);
  const lendings = loan.events.filter((event) => event.type === 'disburse' || event.type === 'draw' || event === opening);
  const [lending] = lendings;
  if (lending === undefined || lendings.length > 1) return null;
  const startDay = dayNumber(lending.occurredOn);
  const received = state.allocations.filter((one) => !one.isReversed).map((one) => ({ steps: dayNumber(one.occurredOn) - startDay, amountFen: sumOf(one) }));
  const planned = state.installments.map((row) => ({ steps: Math.max(dayNumber(row.dueOn), dayNumber(state.asOf)) - startDay, amountFen: openFenOf(row) }));
  const flows = [...received, ...planned].filter((flow) => flow.amountFen > 0 && flow.steps > 0);
  const paidFen = flows.reduce((sum, flow) => sum + flow.amountFen, 0);
  if (paidFen <= state.receivedPrincipalFen) return null;
  try {
    return datedRates(state.receivedPrincipalFen, flows, 12).irrAnnualPct;
  } catch (error) {
    if (error instanceof EngineRefusal) return null;
    throw error;
  }
}

/** Money the allocation used; credit waits to pay rows that are counted as planned. */
function sumOf(allocation: Allocation): number {
  return allocation.feeFen + allocation.compoundFen + allocation.penaltyFen + allocation.interestFen + allocation.principalFen;
}

/** One row of both plans; a row that one plan does not have is null there. */
export interface ComparedRow {
  readonly number: number;
  readonly before: LoanState['installments'][number] | null;
  readonly after: LoanState['installments'][number] | null;
  readonly isChanged: boolean;
}

export function comparePlans(before: LoanState, after: LoanState): readonly ComparedRow[] {
  const byNumber = (state: LoanState) => new Map(state.installments.map((row) => [row.number, row]));
  const [old, changed] = [byNumber(before), byNumber(after)];
  const numbers = [...new Set([...old.keys(), ...changed.keys()])].toSorted((left, right) => left - right);
  return numbers.map((number) => {
    const [left, right] = [old.get(number) ?? null, changed.get(number) ?? null];
    return { number, before: left, after: right, isChanged: rowText(left) !== rowText(right) };
  });
}

function rowText(row: ComparedRow['before']): string {
  return row === null ? '' : [row.dueOn, row.principalFen, row.interestFen - row.waivedInterestFen, row.feeFen - row.waivedFeeFen].join('|');
}
