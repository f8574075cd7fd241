import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { loanHistory } from '@loanbook/engine/testing/arbitraries.ts';
import { day, disburse, percent, repay, yuan } from '@loanbook/engine/testing/events.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classTimeline } from './class-timeline.ts';

const terms = completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), periods: 12 });
const lent = disburse('e1', '2024-01-15', '12000');

function shortly(changes: ReturnType<typeof classTimeline>): readonly string[] {
  return changes.map((change) => `${change.changedOn} ${change.from ?? '-'} → ${change.to} (${change.reasons.map((reason) => reason.code).join()})`);
}

test('the class falls on the first day past due and on days 91, 271 and 361', () => {
  expect(shortly(classTimeline(terms, [lent], day('2026-01-01')))).toEqual([
    '2024-01-15 - → normal ()', '2024-02-16 normal → special_mention (days_past_due)', '2024-05-16 special_mention → substandard (days_past_due)',
    '2024-11-12 substandard → doubtful (days_past_due)', '2025-02-10 doubtful → loss (days_past_due)',
  ]);
});

test('a payment and a person’s judgement change it on their days', () => {
  const events = [lent, repay('e2', '2024-02-20', '1122.80'), { id: 'e3', type: 'class', occurredOn: day('2024-03-01'), sequence: 3, fiveTierClass: 'doubtful', reason: '借款人涉诉' } as const];
  expect(shortly(classTimeline(terms, events, day('2024-03-10')))).toEqual([
    '2024-01-15 - → normal ()', '2024-02-16 normal → special_mention (days_past_due)', '2024-02-20 special_mention → normal ()', '2024-03-01 normal → doubtful (override)',
  ]);
});

test('on every day it is the class that replay gives', () => {
  fc.assert(fc.property(loanHistory, ({ terms: anyTerms, events }) => {
    const first = events[0]?.occurredOn ?? anyTerms.startsOn;
    const last = addDays(events.at(-1)?.occurredOn ?? first, 400);
    try {
      const changes = classTimeline(anyTerms, events, last);
      const classOn = (date: CivilDate): string => changes.findLast((change) => change.changedOn <= date)?.to ?? 'normal';
      for (let date = first; date <= last; date = addDays(date, 13)) expect([date, classOn(date)]).toEqual([date, replay(anyTerms, events, date).fiveTierClass]);
    } catch (error) {
      if (!(error instanceof EngineRefusal)) throw error;
    }
  }), { numRuns: 60 });
}, 30_000);
