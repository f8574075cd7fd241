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
import { day, disburse } from './testing/events.ts';
import { lastDayOf, postedEvents } from './testing/posted-events.ts';

function replayed(terms: LoanTerms, events: readonly LoanEvent[], date: CivilDate): ProjectedFigures {
  const state = replay(terms, events, date);
  return { daysPastDue: state.daysPastDue, overdueInstallments: state.overdueInstallments, balances: state.offBook ?? state.balances };
}

/** First, some middle and last day of a projection; a month where it never bends. */
function daysOf(projection: LoanProjection): readonly CivilDate[] {
  const length = projection.nextChangeOn === null ? 30 : daysBetween(projection.asOf, projection.nextChangeOn);
  return [0, 1, Math.floor(length / 2), length - 1].filter((days) => days < length).map((days) => addDays(projection.asOf, days));
}

test('the projection equals replay on every day it covers, from bend to bend', () => {
  fc.assert(fc.property(loanHistory, ({ terms, events: wanted }) => {
    const events = postedEvents(terms, wanted);
    let asOf: CivilDate | null = lastDayOf(events);
    for (let bends = 0; asOf !== null && bends < 15; bends += 1) {
      const projection = projectLoan(terms, events, asOf);
      for (const date of daysOf(projection)) expect(figuresOn(projection, date), date).toEqual(replayed(terms, events, date));
      asOf = projection.nextChangeOn;
    }
  }), { numRuns: 150 });
});

test('rolled from bend to bend or projected at once, a later day is the same', () => {
  fc.assert(fc.property(loanHistory, fc.integer({ min: 1, max: 60 }), ({ terms, events: wanted }, days) => {
    const events = postedEvents(terms, wanted);
    const target = addDays(lastDayOf(events), days);
    let rolled = projectLoan(terms, events, lastDayOf(events));
    while (rolled.nextChangeOn !== null && rolled.nextChangeOn <= target) rolled = projectLoan(terms, events, rolled.nextChangeOn);
    expect(figuresOn(rolled, target)).toEqual(figuresOn(projectLoan(terms, events, target), target));
  }), { numRuns: 150 });
});

test('a projection speaks only for its own days', () => {
  const terms = completeTerms({ method: 'bullet', principalFen: fen(100), rateAnnualE8: rateE8(0), startsOn: day('2024-01-15'), periods: 1 });
  const events = [disburse('e1', '2024-01-15', '1')];
  const projection = projectLoan(terms, events, terms.startsOn);
  expect(lastCoveredDay(projection)).toBe('2024-02-14');
  expect(() => figuresOn(projection, day('2024-01-14'))).toThrow(RangeError);
  expect(() => figuresOn(projection, day('2024-02-15'))).toThrow(RangeError);
  const lost = projectLoan(terms, events, day('2026-01-15'));
  expect(lastCoveredDay(lost)).toBeNull();
  expect(figuresOn(lost, day('2030-01-01')).daysPastDue).toBe(2147);
});
