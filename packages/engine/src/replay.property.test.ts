import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuseEvent } from './check-event.ts';
import { addDays } from './civil-date.ts';
import type { LoanEvent, ReverseEvent } from './events.ts';
import { loanLine } from './loan-line.ts';
import type { InstallmentState, LoanState } from './loan-state.ts';
import { replay } from './replay.ts';
import { buildSchedule } from './schedule/build-schedule.ts';
import { loanHistory, plannedTerms } from './testing/arbitraries.ts';
import { lastDayOf, postedEvents } from './testing/posted-events.ts';
import { propertyRuns } from './testing/property-runs.ts';

const runs = propertyRuns(300);

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function assertInvariants(events: readonly LoanEvent[], state: LoanState): void {
  const live = events.filter((event) => isInForce(event, events));
  for (const use of state.allocations) {
    const parts = [use.feeFen, use.compoundFen, use.penaltyFen, use.interestFen, use.principalFen, use.creditFen, use.refundedFen];
    const event = live.find(({ id }) => id === use.eventId);
    const isCapitalised = event?.type === 'restructure';
    expect(parts.every((part) => Number.isSafeInteger(part) && (part >= 0 || isCapitalised))).toBe(true);
    if (isCapitalised) expect(sumOf(parts)).toBe(0);
    if (event?.type === 'repay' || event?.type === 'recover') expect(sumOf(parts)).toBe(event.amountFen);
  }
  const lentFen = sumOf(live.map(lentBy));
  const owed = state.offBook ?? state.balances;
  expect(owed.principalFen).toBe(lentFen - sumOf(state.allocations.map((use) => use.principalFen)));
  expect(state.receivedPrincipalFen).toBe(lentFen);
  for (const row of state.installments) assertRow(row);
  for (const balances of [owed, state.balances]) {
    expect(Object.values(balances).every((figure) => Number.isSafeInteger(figure) && figure >= 0)).toBe(true);
  }
}

function lentBy(event: LoanEvent): number {
  if (event.type === 'opening') return event.principalFen;
  return event.type === 'disburse' || event.type === 'draw' ? event.amountFen : 0;
}

function assertRow(row: InstallmentState): void {
  const figures = [row.principalFen, row.interestFen, row.feeFen, row.penaltyFen, row.compoundFen];
  expect(figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0)).toBe(true);
  expect(row.paidPrincipalFen).toBeLessThanOrEqual(row.principalFen);
  expect(row.paidInterestFen + row.waivedInterestFen).toBeLessThanOrEqual(row.interestFen);
  expect(row.paidFeeFen + row.waivedFeeFen).toBeLessThanOrEqual(row.feeFen);
  expect(row.paidPenaltyFen + row.waivedPenaltyFen).toBeLessThanOrEqual(row.penaltyFen);
  expect(row.paidCompoundFen + row.waivedCompoundFen).toBeLessThanOrEqual(row.compoundFen);
}

function isInForce(event: LoanEvent, events: readonly LoanEvent[]): boolean {
  return !events.some((other) => other.type === 'reverse' && other.reversedEventId === event.id);
}

test('a plan repays exactly what was lent, row by row, and no row is negative', () => {
  fc.assert(fc.property(plannedTerms, (terms) => {
    const rows = buildSchedule(terms);
    let balanceFen: number = terms.principalFen;
    for (const row of rows) {
      balanceFen -= row.principalFen;
      expect(row.balanceFen).toBe(balanceFen);
      expect(row.totalFen).toBe(row.principalFen + row.interestFen);
      expect(Math.min(row.principalFen, row.interestFen, row.balanceFen)).toBeGreaterThanOrEqual(0);
    }
    expect(balanceFen).toBe(0);
  }), runs);
});

test('money is neither lost nor made on any day of any history', () => {
  fc.assert(fc.property(loanHistory, fc.integer({ min: 0, max: 400 }), ({ terms, events: wanted }, laterDays) => {
    const events = postedEvents(terms, wanted);
    const state = replay(terms, events, addDays(lastDayOf(events), laterDays));
    assertInvariants(events, state);
    expect(state.payoffFen + state.balances.creditFen).toBeGreaterThanOrEqual(0);
  }), runs);
});

test('the order in which events arrive does not matter', () => {
  fc.assert(fc.property(loanHistory, fc.array(fc.nat(), { maxLength: 24 }), ({ terms, events: wanted }, keys) => {
    const events = postedEvents(terms, wanted);
    const shuffled = events.map((event, index) => ({ event, key: keys[index] ?? 0 })).sort((left, right) => left.key - right.key).map(({ event }) => event);
    const asOf = addDays(lastDayOf(events), 10);
    expect(replay(terms, shuffled, asOf)).toEqual(replay(terms, events, asOf));
  }), runs);
});

test('an event and its reversal leave the state as it was', () => {
  fc.assert(fc.property(loanHistory, fc.nat(), ({ terms, events: wanted }, pick) => {
    const events = postedEvents(terms, wanted);
    const reversible = events.filter((event) => event.type !== 'reverse' && event.id !== 'e0' && isInForce(event, events));
    const target = reversible[pick % Math.max(1, reversible.length)];
    if (target === undefined) return;
    const asOf = addDays(lastDayOf(events), 10);
    const reversal: ReverseEvent = { type: 'reverse', id: 'r', sequence: 999, occurredOn: asOf, reversedEventId: target.id };
    if (refuseEvent(terms, events, reversal) !== null) return;
    const without = replay(terms, events.filter((event) => event !== target), asOf);
    const reversed = replay(terms, [...events, reversal], asOf);
    const inForce = reversed.allocations.filter((use) => !use.isReversed);
    expect({ ...reversed, allocations: inForce }).toEqual({ ...without, allocations: without.allocations.filter((use) => !use.isReversed) });
  }), runs);
});

test('the rows of a planned loan sum to what was lent and what became principal', () => {
  fc.assert(fc.property(loanHistory, ({ terms, events: wanted }) => {
    const events = postedEvents(terms, wanted);
    const state = replay(terms, events, addDays(lastDayOf(events), 3));
    if (terms.method === 'revolving' || state.installments.length === 0) return;
    const capitalisedFen = sumOf(state.allocations.filter((use) => use.principalFen < 0).map((use) => -use.principalFen));
    expect(sumOf(state.installments.map((row) => row.principalFen))).toBe(state.receivedPrincipalFen + capitalisedFen);
  }), runs);
});

test('a state is the same whether its days were replayed at once or one by one', () => {
  fc.assert(fc.property(loanHistory, ({ terms, events: wanted }) => {
    const events = postedEvents(terms, wanted);
    const before = JSON.stringify(events);
    const first = lastDayOf(events);
    for (const days of [0, 1, 30, 31, 95]) {
      const asOf = addDays(first, days);
      const line = loanLine(terms, events, asOf);
      const state = replay(terms, events, asOf);
      expect(line.principalOutstandingFen).toBe((state.offBook ?? state.balances).principalFen);
      const overdueDays = line.oldestOpenDueOn !== null && line.oldestOpenDueOn < asOf;
      expect(state.daysPastDue > 0).toBe(overdueDays);
    }
    expect(JSON.stringify(events)).toBe(before);
  }), propertyRuns(100));
});
