import { day } from '@loanbook/engine/testing/events.ts';
import { expect, test } from 'vitest';
import { classReasonSentences } from './class-reason-words.ts';

const judged = { id: 'e9', type: 'class', occurredOn: day('2026-03-01'), sequence: 9, fiveTierClass: 'doubtful', reason: '借款人涉诉' } as const;

test('each reason is a sentence that ends in the class it calls for', () => {
  const reasons = [{ code: 'override', fiveTierClass: 'doubtful' }, { code: 'restructured', fiveTierClass: 'substandard', figures: { endsOn: day('2027-03-01') } }, { code: 'days_past_due', fiveTierClass: 'special_mention', figures: { daysPastDue: 31 } }] as const;
  expect(classReasonSentences(reasons, [judged], 'zh')).toEqual(['人工认定：借款人涉诉 → 可疑', '重组资产，观察期未满（最早 2027-03-01 满） → 次级', '本金或利息逾期 31 天 → 关注']);
  expect(classReasonSentences(reasons, [judged], 'en')[2]).toBe('31 days past due → Special mention');
});

test('a test that does not end while the plan lasts names no day', () => {
  expect(classReasonSentences([{ code: 'upgrade_test', fiveTierClass: 'substandard', figures: { endsOn: null } }], [], 'zh')).toEqual(['曾为不良，上调观察期未满 → 次级']);
});
