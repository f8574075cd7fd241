import { daysBetween } from '../civil-date.ts';
import { fiveTierClasses, fiveTierFloor } from '../classification.ts';
import type { LoanEvent } from '../events.ts';
import type { Balances, InstallmentState, LoanState } from '../loan-state.ts';
import type { EngineRefusal } from '../refusal.ts';
import type { LoanTerms } from '../terms.ts';

/*
 * The invariants of domain loan-engine, said of a state and the events behind it without asking the engine again.
 * They throw rather than `expect`, because `npm run soak` runs them outside of vitest.
 */

export function claim(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(what);
}

/** Plain data, keys in the order the engine writes them. */
export function claimSame(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  claim(left === right, `${what}\n  is        ${left}\n  should be ${right}`);
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Events that no reversal in the list takes back; reversals themselves left out. */
export function inForce(events: readonly LoanEvent[]): readonly LoanEvent[] {
  const reversedIds = new Set(events.map((event) => (event.type === 'reverse' ? event.reversedEventId : null)));
  return events.filter((event) => event.type !== 'reverse' && !reversedIds.has(event.id));
}

/** Invariants 1, 2, 4 and 7 on a day on or after every event. */
export function claimInvariants(terms: LoanTerms, events: readonly LoanEvent[], state: LoanState): void {
  const live = inForce(events);
  claimAllocations(live, state);
  claimPrincipal(terms, live, state);
  for (const row of state.installments) claimRow(row);
  claimBalances(state);
  claimOverdue(state);
}

/** 1: what a receipt was used for, what waits and what was paid back is what came in; nothing is negative. */
function claimAllocations(live: readonly LoanEvent[], state: LoanState): void {
  const byId = new Map(live.map((event) => [event.id, event]));
  for (const use of state.allocations) {
    const parts = [use.feeFen, use.compoundFen, use.penaltyFen, use.interestFen, use.principalFen, use.creditFen, use.refundedFen];
    const event = byId.get(use.eventId);
    claim(use.isReversed === (event === undefined), `the allocation of ${use.eventId} says it is reversed: ${use.isReversed}`);
    const isCapitalised = event?.type === 'restructure';
    claim(parts.every((part) => Number.isSafeInteger(part) && (part >= 0 || isCapitalised)), `the allocation of ${use.eventId} has a part that is no amount: ${parts.join(' ')}`);
    if (isCapitalised || use.isReversed) claim(sumOf(parts) === 0, `the allocation of ${use.eventId} is not nothing in all: ${parts.join(' ')}`);
    if (event?.type === 'repay' || event?.type === 'recover') claim(sumOf(parts) === event.amountFen, `${use.eventId} brought ${event.amountFen} and used ${parts.join(' ')}`);
  }
  const money = live.filter((event) => event.type === 'repay' || event.type === 'recover');
  claim(money.every(({ id }) => state.allocations.some((use) => use.eventId === id)), 'a receipt has no allocation');
  claim(state.balances.creditFen === sumOf(state.allocations.map((use) => use.creditFen)), 'the credit is not what the receipts left over');
  claim(sumOf(live.map((event) => (event.type === 'refund' ? event.amountFen : 0))) === sumOf(state.allocations.map((use) => use.refundedFen)), 'a refund was taken from no receipt');
}

/** 2 and 4: what was lent is what is owed and what was repaid, over all rows and none twice. */
function claimPrincipal(terms: LoanTerms, live: readonly LoanEvent[], state: LoanState): void {
  const lentFen = sumOf(live.map(lentBy));
  const owed = state.offBook ?? state.balances;
  claim(state.receivedPrincipalFen === lentFen, `lent ${lentFen}, but received is ${state.receivedPrincipalFen}`);
  claim(owed.principalFen === lentFen - sumOf(state.allocations.map((use) => use.principalFen)), 'principal owed is not what was lent less what was repaid');
  claim(sumOf(state.installments.map((row) => row.paidPrincipalFen)) <= lentFen + capitalisedFen(state), 'rows say more was repaid than lent');
  // Principal that stands without a plan has no rows.
  if (terms.method === 'revolving' || live.some((event) => event.type === 'opening') || state.installments.length === 0) return;
  claim(sumOf(state.installments.map((row) => row.principalFen)) === lentFen + capitalisedFen(state), 'the rows do not sum to what was lent');
}

function capitalisedFen(state: LoanState): number {
  return sumOf(state.allocations.map((use) => Math.max(0, -use.principalFen)));
}

function lentBy(event: LoanEvent): number {
  if (event.type === 'opening') return event.principalFen;
  return event.type === 'disburse' || event.type === 'draw' ? event.amountFen : 0;
}

function claimRow(row: InstallmentState): void {
  const charged = [row.principalFen, row.interestFen, row.feeFen, row.penaltyFen, row.compoundFen];
  const settled = [
    row.paidPrincipalFen, row.paidInterestFen + row.waivedInterestFen, row.paidFeeFen + row.waivedFeeFen, row.paidPenaltyFen + row.waivedPenaltyFen,
    row.paidCompoundFen + row.waivedCompoundFen,
  ];
  const said = `row ${row.number}: charged ${charged.join(' ')}, settled ${settled.join(' ')}`;
  claim([...charged, ...settled].every((figure) => Number.isSafeInteger(figure) && figure >= 0), said);
  claim(settled.every((figure, index) => figure <= (charged[index] ?? 0)), said);
}

function claimBalances(state: LoanState): void {
  for (const balances of [state.balances, state.offBook ?? state.balances]) {
    claim(Object.values(balances).every((figure) => Number.isSafeInteger(figure) && figure >= 0), `a balance is no amount: ${JSON.stringify(balances)}`);
  }
  const owed = state.offBook ?? state.balances;
  claim(state.payoffFen === owedFen(owed) - owed.creditFen, 'the payoff is not what is owed less credit');
  claim(owed.feeFen === sumOf(state.installments.map((row) => row.feeFen - row.paidFeeFen - row.waivedFeeFen)), 'fees owed are not those of the rows');
  const due = state.installments.filter((row) => row.dueOn <= state.asOf);
  claim(owed.interestDueFen === sumOf(due.map((row) => row.interestFen - row.paidInterestFen - row.waivedInterestFen)), 'interest due is not that of the rows due');
  claim(owed.penaltyFen === sumOf(due.map((row) => row.penaltyFen - row.paidPenaltyFen - row.waivedPenaltyFen)), 'penalty is not that of the rows due');
}

export function owedFen({ principalFen, interestDueFen, interestAccruedFen, penaltyFen, compoundFen, feeFen }: Balances): number {
  return principalFen + interestDueFen + interestAccruedFen + penaltyFen + compoundFen + feeFen;
}

/** Days past due run from the oldest row that owes principal, interest or fee; the class is never better than they allow. */
function claimOverdue(state: LoanState): void {
  const open = state.installments.filter((row) => row.paidPrincipalFen < row.principalFen || row.paidInterestFen + row.waivedInterestFen < row.interestFen || row.paidFeeFen + row.waivedFeeFen < row.feeFen);
  const overdue = open.filter((row) => row.dueOn < state.asOf);
  const oldestOn = overdue.map((row) => row.dueOn).toSorted()[0] ?? null;
  claim(state.overdueSince === oldestOn, `overdue since ${state.overdueSince}, by the rows ${oldestOn}`);
  claim(state.overdueInstallments === overdue.length, 'rows overdue are not those that are open and past');
  claim(state.daysPastDue === (oldestOn === null ? 0 : daysBetween(oldestOn, state.asOf)), 'days past due do not run from the oldest open row');
  if (state.status !== 'active' && state.status !== 'overdue') return;
  claim(fiveTierClasses.indexOf(state.fiveTierClass) >= fiveTierClasses.indexOf(fiveTierFloor(state.daysPastDue)), `${state.daysPastDue} days past due and ${state.fiveTierClass}`);
  claim((state.status === 'overdue') === (state.daysPastDue > 0), `${state.status} with ${state.daysPastDue} days past due`);
}

/** Keys a refusal may speak of besides those of the event: what the event changes, or the plan it brings. */
const namedFields: ReadonlySet<string> = new Set(['type', 'occurredOn', 'id', 'terms', 'amountFen', 'principalFen', 'maturesOn', 'reversedEventId', 'overduePrincipalFen']);

/** What is refused says why, and on which input. */
export function claimNamed(event: LoanEvent, refusal: EngineRefusal): void {
  const isKnown = namedFields.has(refusal.field) || refusal.field in event || (event.type === 'restructure' && refusal.field in event.terms);
  claim(refusal.code.length > 0 && isKnown, `${event.type} is refused with ${refusal.code} on “${refusal.field}”, which is none of its inputs`);
}
