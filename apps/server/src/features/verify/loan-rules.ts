import { fiveTierClasses, fiveTierFloor } from '@loanbook/engine/classification.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { isReceipt, type LoanStateRow, type ReceiptRow, type UnstatedTerm } from '../loans/loans.index.ts';

/*
 * What has to hold of one loan, as pure functions of its facts and of what replay makes of them: the quick screening of
 * whole blocks and the exact check that names a deviation both ask here.
 */

/** Columns that an old book may leave open; where it does, the engine's placeholder must not show. */
const unstatedColumns: readonly (readonly [UnstatedTerm, string])[] = [
  ['principalFen', 'principal_fen'], ['rateAnnualE8', 'rate_annual_e8'], ['method', 'method'], ['startsOn', 'disbursed_on'], ['firstDueOn', 'first_due_on'], ['maturesOn', 'matures_on'],
];

export function unstatedTerms(isTakenOver: boolean, isEmpty: (column: string) => boolean): UnstatedTerm[] {
  return isTakenOver ? unstatedColumns.flatMap(([term, column]) => (isEmpty(column) ? [term] : [])) : [];
}

/** The first entry number that is missing; null when they run from 1 without a gap. */
export function missingEntry(events: readonly LoanEvent[]): number | null {
  const numbers = events.map((event) => event.sequence).toSorted((left, right) => left - right);
  const gap = numbers.findIndex((number, index) => number !== index + 1);
  return gap >= 0 ? gap + 1 : null;
}

/** How many reversals there are, and what is wrong with them. */
export function checkReversals(events: readonly LoanEvent[]): { readonly count: number; readonly problems: readonly string[] } {
  const reversals = events.filter((event) => event.type === 'reverse');
  if (reversals.length === 0) return { count: 0, problems: [] };
  const byId = new Map(events.map((event) => [event.id, event]));
  const reversed = new Set<string>();
  const problems = reversals.flatMap((event) => {
    const problem = reversalProblem(byId.get(event.reversedEventId), event, reversed);
    reversed.add(event.reversedEventId);
    return problem === null ? [] : [`entry ${event.sequence} ${problem}`];
  });
  return { count: reversals.length, problems };
}

function reversalProblem(target: LoanEvent | undefined, reversal: LoanEvent, reversed: ReadonlySet<string>): string | null {
  if (!target) return 'reverses an entry of another loan';
  if (target.type === 'reverse') return 'reverses a reversal';
  if (target.sequence >= reversal.sequence) return 'reverses a later entry';
  return reversed.has(target.id) ? 'reverses what was reversed already' : null;
}

/** What a loan's own row adds to its state. */
export interface StateBasis {
  readonly repaidPrincipalFen: number;
  readonly repaidInterestFen: number;
  readonly terms: LoanTerms;
  readonly isEmpty: (column: string) => boolean;
}

/** The stored state: what an old book had collected counts on top, and what it did not say stays unsaid until something changes it. */
export function storedState(state: LoanStateRow, { repaidPrincipalFen, repaidInterestFen, terms, isEmpty }: StateBasis): Readonly<Record<string, unknown>> {
  const unlessUnstated = <Value>(column: string, value: Value, agreed: Value): Value | null => (value === agreed && isEmpty(column) ? null : value);
  return {
    ...state,
    repaid_principal_fen: repaidPrincipalFen + state.repaid_principal_fen, repaid_interest_fen: repaidInterestFen + state.repaid_interest_fen,
    matures_on: unlessUnstated('matures_on', state.matures_on, terms.maturesOn), rate_annual_e8: unlessUnstated('rate_annual_e8', state.rate_annual_e8, terms.rateAnnualE8),
  };
}

/** How lists and dashboard must show a loan: the view against the engine, the one arithmetic on days outside it. */
export function shownColumns(state: LoanStateRow, replayedToday: LoanState): { readonly overdue_days: number; readonly class: string | undefined; readonly status: string } {
  const days = state.life === 'active' ? replayedToday.daysPastDue : 0;
  const isClassed = state.life === 'active' || state.life === 'written_off';
  const rank = isClassed ? Math.max(fiveTierClasses.indexOf(fiveTierFloor(days)), state.class_override ?? 0) : 0;
  const activeStatus = rank >= 2 ? 'defaulted' : days > 0 ? 'overdue' : 'active';
  return { overdue_days: days, class: fiveTierClasses[rank], status: state.life === 'active' ? activeStatus : state.life };
}

/** Invariant 4 of the loan engine, on what is stored. Principal that stands without a plan has no rows. Null when it holds. */
export function planPrincipalProblem(terms: LoanTerms, events: readonly LoanEvent[], plannedFen: number, state: LoanState): string | null {
  const reversedIds = new Set(events.flatMap((event) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  const receivedFen = events.reduce((sum, event) => (reversedIds.has(event.id) ? sum : sum + receivedPrincipalFen(event)), 0);
  // 利息转本金: a restructuring's plan repays this as well.
  const capitalisedFen = state.allocations.reduce((sum, one) => sum + Math.max(0, -one.principalFen), 0);
  const owedFen = receivedFen + capitalisedFen;
  const openFen = state.installments.reduce((sum, row) => sum + row.principalFen - row.paidPrincipalFen, 0);
  const standsWithoutPlan = state.balances.principalFen !== openFen || terms.method === 'revolving' || terms.method === 'custom';
  const isRight = standsWithoutPlan ? plannedFen <= owedFen : plannedFen === owedFen;
  return isRight ? null : `planned ${plannedFen} ≠ received ${owedFen} fen`;
}

function receivedPrincipalFen(event: LoanEvent): number {
  if (event.type === 'opening') return event.principalFen;
  return event.type === 'disburse' || event.type === 'draw' ? event.amountFen : 0;
}

const splitColumns = ['principal_fen', 'interest_fen', 'penalty_fen', 'compound_fen', 'fee_fen', 'credit_fen'] as const;

/** What a receipt's parts come to. */
export function partsFen(row: Readonly<Record<string, unknown>> | ReceiptRow): number {
  const parts: Readonly<Record<string, unknown>> = { ...row };
  return splitColumns.reduce((sum, column) => sum + Number(parts[column] ?? 0), 0);
}

/** Stated amount by id of each entry that brought money; null for an early repayment, which states its principal only. */
export function receivedAmounts(events: readonly LoanEvent[]): Map<string, number | null> {
  return new Map(events.flatMap((event) => (isReceipt(event) ? [[event.id, 'amountFen' in event ? event.amountFen : null] as const] : [])));
}
