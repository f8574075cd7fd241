import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './civil-date.ts';
import { loanLine } from './loan-line.ts';
import { replay } from './replay.ts';
import { buildSchedule } from './schedule/build-schedule.ts';
import { plannedTerms } from './testing/arbitraries.ts';
import { anyStory } from './testing/commands.ts';
import { live } from './testing/commands-life.ts';
import { propertyRuns } from './testing/property-runs.ts';

test('a plan repays exactly what was lent, row by row, and no row is negative', { timeout: 60_000 }, () => {
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
  }), propertyRuns(300));
});

test('the line that lists are made from says the same as replay, and neither changes the events', { timeout: 60_000 }, () => {
  fc.assert(fc.property(anyStory, (story) => {
    const { terms, events, lastOn } = live(story);
    const before = JSON.stringify(events);
    for (const days of [0, 1, 30, 31, 95]) {
      const asOf = addDays(lastOn, days);
      const line = loanLine(terms, events, asOf);
      const state = replay(terms, events, asOf);
      expect(line.principalOutstandingFen).toBe((state.offBook ?? state.balances).principalFen);
      expect(state.daysPastDue > 0).toBe(line.oldestOpenDueOn !== null && line.oldestOpenDueOn < asOf);
    }
    expect(JSON.stringify(events)).toBe(before);
  }), propertyRuns(300));
});
