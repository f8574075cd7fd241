import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { LoanEvent } from './events.ts';
import { figuresOn, lastCoveredDay } from './loan-projection.ts';
import type { LoanProjection, ProjectedFigures } from './loan-projection.ts';
import { completeTerms } from './default-terms.ts';
import { fen } from './money.ts';
import { rateE8 } from './rate.ts';
import { replay } from './replay.ts';
import { projectLoan } from './replay/project-ledger.ts';
import type { LoanTerms } from './terms.ts';
import { loanHistory } from './testing/arbitraries.ts';
import type { LoanHistory } from './testing/arbitraries.ts';
import { day, disburse, opening, repay } from './testing/events.ts';
import { lastDayOf, postedEvents } from './testing/posted-events.ts';
import { propertyRuns } from './testing/property-runs.ts';

function replayed(terms: LoanTerms, events: readonly LoanEvent[], date: CivilDate): ProjectedFigures {
  const state = replay(terms, events, date);
  return { daysPastDue: state.daysPastDue, overdueInstallments: state.overdueInstallments, balances: state.offBook ?? state.balances, payoffFen: state.payoffFen };
}

function projected(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): LoanProjection {
  return projectLoan(terms, events, asOf).projection;
}

/** First, last and some other days of a projection; years where it never bends. */
function daysOf(projection: LoanProjection, shares: readonly number[]): readonly CivilDate[] {
  const length = projection.nextChangeOn === null ? 1500 : daysBetween(projection.asOf, projection.nextChangeOn);
  return [0, 1, length - 1, ...shares.map((share) => Math.floor((length * share) / 1000))].filter((days) => days < length).map((days) => addDays(projection.asOf, days));
}

/** What contracts may say beside the plan, which histories alone do not vary. */
const options = fc.record({
  graceDays: fc.constantFrom(0, 0, 3, 40),
  repricingRule: fc.constantFrom('days_360', 'month_share'),
  compoundRate: fc.constantFrom('penalty', 'contract'),
  basisDays: fc.constantFrom(360, 365),
  stepDays: fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 2 }),
});

const anyHistory: fc.Arbitrary<LoanHistory> = fc.record({ history: loanHistory, option: options }).map(({ history, option: { stepDays, ...rest } }) => {
  const rateSteps = stepDays.toSorted((left, right) => left - right).map((days, index) => ({ startsOn: addDays(history.terms.startsOn, days), rateAnnualE8: rateE8(4_000_000 * (index + 1)) }));
  return { events: history.events, terms: { ...history.terms, ...rest, ...(rateSteps.length > 0 && history.terms.method !== 'revolving' && { rateSteps }) } as const };
});

const shares = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 3, maxLength: 3 });

test('the projection equals replay on every day it covers, from bend to bend', () => {
  fc.assert(fc.property(anyHistory, shares, ({ terms, events: wanted }, dayShares) => {
    const events = postedEvents(terms, wanted);
    let asOf: CivilDate | null = lastDayOf(events);
    for (let bends = 0; asOf !== null && bends < 15; bends += 1) {
      const projection: LoanProjection = projected(terms, events, asOf);
      for (const date of daysOf(projection, dayShares)) expect(figuresOn(projection, date), date).toEqual(replayed(terms, events, date));
      asOf = projection.nextChangeOn;
    }
  }), propertyRuns(200));
});

test('until the next bend it does not matter on which day the projection is made', () => {
  fc.assert(fc.property(anyHistory, shares, ({ terms, events: wanted }, dayShares) => {
    const events = postedEvents(terms, wanted);
    const first = projected(terms, events, lastDayOf(events));
    for (const asOf of daysOf(first, dayShares)) expect({ ...projected(terms, events, asOf), asOf: first.asOf }, asOf).toEqual(first);
  }), propertyRuns(150));
});

test('rolled from bend to bend or projected at once, a later day is the same', () => {
  fc.assert(fc.property(anyHistory, fc.integer({ min: 1, max: 400 }), ({ terms, events: wanted }, days) => {
    const events = postedEvents(terms, wanted);
    const target = addDays(lastDayOf(events), days);
    let rolled = projected(terms, events, lastDayOf(events));
    while (rolled.nextChangeOn !== null && rolled.nextChangeOn <= target) rolled = projected(terms, events, rolled.nextChangeOn);
    expect({ ...rolled, asOf: target }).toEqual(projected(terms, events, target));
  }), propertyRuns(150));
});

const oneRow = completeTerms({ method: 'bullet', principalFen: fen(100_00), rateAnnualE8: rateE8(12_000_000), startsOn: day('2024-01-15'), periods: 1 });

test('neither a due date nor the years after it bend a loan', () => {
  const projection = projected(oneRow, [disburse('e1', '2024-01-15', '100')], oneRow.startsOn);
  expect(lastCoveredDay(projection)).toBeNull();
  expect(figuresOn(projection, day('2024-02-14')).balances).toMatchObject({ interestAccruedFen: 100, interestDueFen: 0, overduePrincipalFen: 0 });
  expect(figuresOn(projection, day('2024-02-15')).balances).toMatchObject({ interestAccruedFen: 0, interestDueFen: 100, overduePrincipalFen: 0 });
  expect(figuresOn(projection, day('2030-01-01'))).toMatchObject({ daysPastDue: 2147, overdueInstallments: 1, balances: { overduePrincipalFen: 100_00 } });
});

test('waiting credit bends it on the due date, and a projection speaks only for its own days', () => {
  const terms = completeTerms({ ...oneRow, method: 'equal_principal', periods: 2, maturesOn: day('2024-03-15') });
  const projection = projected(terms, [disburse('e1', '2024-01-15', '100'), repay('e2', '2024-01-20', '60')], day('2024-01-20'));
  expect(lastCoveredDay(projection)).toBe('2024-02-14');
  expect(() => figuresOn(projection, day('2024-01-19'))).toThrow(RangeError);
  expect(() => figuresOn(projection, day('2024-02-15'))).toThrow(RangeError);
});

test('what an old book charged before the takeover is not charged again', () => {
  const events = [opening('e1', '2024-05-15', '100', { overdueSince: day('2024-02-15'), overduePrincipalFen: fen(100_00), overdueInterestFen: fen(100), penaltyFen: fen(70) })];
  const projection = projected(oneRow, events, day('2024-05-15'));
  expect(figuresOn(projection, day('2024-05-15')).balances).toMatchObject({ penaltyFen: 70, compoundFen: 0 });
  expect(figuresOn(projection, day('2024-05-25')).balances.penaltyFen).toBe(70 + 50);
});
