import fc from 'fast-check';
import { refuseEvent } from '../check-event.ts';
import { addDays, daysBetween } from '../civil-date.ts';
import type { CivilDate } from '../civil-date.ts';
import type { LoanEvent, RecoverEvent, RepayEvent, ReverseEvent } from '../events.ts';
import { figuresOn } from '../loan-projection.ts';
import type { LoanState } from '../loan-state.ts';
import { fen } from '../money.ts';
import { present } from '../present.ts';
import { replay } from '../replay.ts';
import { projectLoan } from '../replay/project-ledger.ts';
import { anyStory } from './commands.ts';
import type { LoanStory } from './commands.ts';
import { claim, claimInvariants, claimNamed, claimSame, inForce } from './commands-checks.ts';
import { live } from './commands-life.ts';
import type { Life, Step } from './commands-life.ts';
import { payoffChangeFen } from './commands-payoff.ts';

/** What must be true of every loan's life; `runs` are those of a usual test run. Its test life-<name>.model.test.ts says it in words, where it has one. */
export interface LifeProperty {
  readonly name: string;
  readonly runs: number;
  readonly property: fc.IProperty<[LoanStory, readonly number[]]>;
}

/** A story, and numbers for whatever else the property has to choose. */
function lifeProperty(name: string, runs: number, holds: (story: LoanStory, choices: readonly number[]) => void): LifeProperty {
  return { name, runs, property: fc.property(anyStory, fc.array(fc.nat(10_000), { minLength: 4, maxLength: 40 }), holds) };
}

/** Invariants 1, 2, 3, 4 and 7 after every step, and refusals by name. */
export const keepsInvariants = lifeProperty('balances', 2000, (story) => {
  live(story, ({ event, refusal, after }) => {
    if (refusal !== null) return claimNamed(event, refusal);
    claimInvariants(after.terms, after.events, replay(after.terms, after.events, after.lastOn));
  });
});

/** The tiny model of `payoffChangeFen`, on each event's own day. */
export const changesPayoff = lifeProperty('payoff', 2000, (story) => {
  live(story, (step) => {
    if (step.refusal === null) claimPayoff(step);
  });
});

/** Interest on the part repaid alone is rounded apart from the rest, so the sum may be a fen off; nothing else may. */
function toleranceFen({ before, event }: Step): number {
  return event.type === 'prepay' && event.mode !== 'settle' && before.terms.prepaymentInterest === 'portion' ? 1 : 0;
}

function claimPayoff(step: Step): void {
  const { before, event, after } = step;
  // Before a later reversal the day may be seen in one way without the event and in another with it.
  if (before.events.some((other) => other.type === 'reverse' && other.occurredOn > event.occurredOn)) return;
  const stateBefore = replay(before.terms, before.events, event.occurredOn);
  const stateAfter = replay(after.terms, after.events, event.occurredOn);
  if (replans.has(event.type) && isAtCap(stateBefore)) return;
  const change = stateAfter.payoffFen - stateBefore.payoffFen;
  const expected = payoffChangeFen(event, stateBefore, stateAfter);
  claim(Math.abs(change - expected) <= toleranceFen(step), `${event.type} ${event.id}: the payoff went from ${stateBefore.payoffFen} to ${stateAfter.payoffFen}, which should be ${expected} more`);
}

const replans: ReadonlySet<LoanEvent['type']> = new Set(['rate', 'disburse', 'draw', 'extend', 'prepay']);

/**
 * Inside a monthly period interest stops at the row's own (domain loan-engine), which says less than the days do when the
 * period is long; a row that is made anew in its last days counts the days again.
 */
function isAtCap({ installments, asOf, balances }: LoanState): boolean {
  const running = installments.find((row) => row.dueOn > asOf);
  return running !== undefined && balances.interestAccruedFen > 0 && balances.interestAccruedFen === running.interestFen - running.paidInterestFen - running.waivedInterestFen;
}

/** Invariant 6, for the order of the list, and for the order of entry where value dates differ. */
export const ignoresArrival = lifeProperty('arrival', 2000, (story, keys) => {
  const { terms, events, lastOn } = live(story);
  const asOf = addDays(lastOn, keys[0] ?? 0);
  const expected = replay(terms, events, asOf);
  const shuffled = events.map((event, index) => ({ event, key: keys[index % keys.length] ?? 0 })).toSorted((left, right) => left.key - right.key).map(({ event }) => event);
  claimSame(replay(terms, shuffled, asOf), expected, 'the list in another order is another loan');
  claimSame(replay(terms, enteredInOrder(shuffled), asOf), expected, 'the events entered in another order are another loan');
});

/** Numbered as if entered in the order of the list; events of one day keep their order among themselves. */
function enteredInOrder(shuffled: readonly LoanEvent[]): readonly LoanEvent[] {
  const positions = new Map<CivilDate, number[]>();
  for (const [position, { occurredOn }] of shuffled.entries()) positions.set(occurredOn, [...(positions.get(occurredOn) ?? []), position]);
  return shuffled.toSorted((left, right) => left.sequence - right.sequence).map((event) => ({ ...event, sequence: present(positions.get(event.occurredOn)?.shift()) }));
}

/** Invariant 5. */
export const undoesReversed = lifeProperty('reversal', 2000, (story, [pick = 0, days = 0]) => {
  const { terms, events, lastOn } = live(story);
  const reversible = inForce(events);
  const target = reversible[pick % Math.max(1, reversible.length)];
  if (target === undefined) return;
  const reversal: ReverseEvent = { type: 'reverse', id: 'r', sequence: 9999, occurredOn: lastOn, reversedEventId: target.id };
  if (refuseEvent(terms, events, reversal) !== null) return;
  const asOf = addDays(lastOn, days % 100);
  const without = events.filter((event) => event !== target);
  claimSame(withoutReversed(replay(terms, [...events, reversal], asOf)), withoutReversed(replay(terms, without, asOf)), `${target.type} ${target.id} and its reversal leave a trace`);
});

function withoutReversed(state: LoanState): LoanState {
  return { ...state, allocations: state.allocations.filter((use) => !use.isReversed) };
}

/** Invariant 3, on a day of the past, on one to come, and on those between two bends of the lines. */
export const projects = lifeProperty('projection', 2000, (story, [back = 0, ahead = 0, share = 0, share2 = 0]) => {
  const life = live(story);
  const lifeDays = daysBetween(life.terms.startsOn, life.lastOn);
  for (const asOf of [life.lastOn, addDays(life.lastOn, ahead % 900), addDays(life.lastOn, -(back % (lifeDays + 1)))]) {
    claimProjected(life, asOf, [0, share, share2, 10_000]);
  }
});

function claimProjected({ terms, events }: Life, asOf: CivilDate, shares: readonly number[]): void {
  const { projection } = projectLoan(terms, events, asOf);
  const later = events.map((event) => event.occurredOn).filter((day) => day > asOf).toSorted()[0];
  const ends = [projection.nextChangeOn, later].flatMap((day) => (day === null || day === undefined ? [] : [daysBetween(asOf, day) - 1]));
  const coveredDays = Math.min(1200, ...ends);
  for (const share of shares) {
    const date = addDays(asOf, Math.floor((coveredDays * share) / 10_000));
    const state = replay(terms, events, date);
    const { daysPastDue, overdueInstallments, balances, payoffFen } = figuresOn(projection, date);
    const replayed = { daysPastDue: state.daysPastDue, overdueInstallments: state.overdueInstallments, balances: state.offBook ?? state.balances, payoffFen: state.payoffFen };
    claimSame({ daysPastDue, overdueInstallments, balances, payoffFen }, replayed, `stored on ${asOf}, asked on ${date}`);
  }
}

/** What was not refused stands on every later day, whether or not anything happens. */
export const standsLater = lifeProperty('later', 2000, (story, days) => {
  const { terms, events, lastOn } = live(story);
  for (const ahead of days.slice(0, 6)) claimInvariants(terms, events, replay(terms, events, addDays(lastOn, ahead % 1500)));
});

/**
 * Money is money: two receipts of one day pay what one of their sum does, where arrears do not change the order of use.
 * Only `npm run soak -- engine --only split` tries it: about one life in ten thousand breaks it, and the cause is still to be found.
 */
export const splits = lifeProperty('split', 1000, (story, [first = 0, second = 0, ahead = 0, later = 0]) => {
  const terms = { ...story.terms, nplAllocation: story.terms.allocation };
  const { events, lastOn } = live({ ...story, terms });
  const occurredOn = addDays(lastOn, ahead % 300);
  const type = events.some((event) => event.type === 'write_off') ? 'recover' : 'repay';
  const money = (id: string, share: number): RepayEvent | RecoverEvent => ({ type, id, sequence: 9990 + id.length, occurredOn, amountFen: fen(1 + Math.floor((terms.principalFen * share) / 40_000)) });
  const [one, other] = [money('a', first), money('bb', second)];
  if (refuseEvent(terms, events, one) !== null || refuseEvent(terms, [...events, one], other) !== null) return;
  const asOf = addDays(occurredOn, later % 60);
  const both = { ...one, amountFen: fen(one.amountFen + other.amountFen) };
  claimSame(withoutAllocations(replay(terms, [...events, one, other], asOf)), withoutAllocations(replay(terms, [...events, both], asOf)), 'two receipts of one day are not the same as one');
});

function withoutAllocations(state: LoanState): LoanState {
  return { ...state, allocations: [] };
}

export const lifeProperties: readonly LifeProperty[] = [keepsInvariants, changesPayoff, ignoresArrival, undoesReversed, projects, standsLater, splits];
