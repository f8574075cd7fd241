import { expect, test } from 'vitest';
import { fiveTierFloor } from './classification.ts';
import type { FiveTierClass } from './classification.ts';
import { debtorClassReasons, loanClassReasons, worstClass } from './class-reasons.ts';
import type { DebtorClassFacts, LoanClassFacts } from './class-reasons.ts';
import { isUpgradeAllowed, upgradeDate } from './upgrade-test.ts';
import { watchPeriodEnd } from './watch-period.ts';
import { day } from './testing/events.ts';

// Source: rules §1.1: both sides of every threshold.
test.each([
  [-1, 'normal'], [0, 'normal'], [1, 'special_mention'], [30, 'special_mention'], [90, 'special_mention'], [91, 'substandard'],
  [180, 'substandard'], [270, 'substandard'], [271, 'doubtful'], [360, 'doubtful'], [361, 'loss'], [1000, 'loss'],
] as const)('%i days past due allow at best %s', (days, expected) => {
  expect(fiveTierFloor(days)).toBe(expected);
});

const performing: LoanClassFacts = {
  isTechnicalOverdue: false, watchEndsOn: null, isOnUpgradeTest: false, upgradeTestEndsOn: null, daysPastDue: 0, override: null, classBeforeRestructuring: null, isRestructuredAgain: false, isUpgradeTestMet: false,
  isWrittenOff: false, isRefinanced: false,
};

// Source: rules vectors, classification.
test.each([
  ['nothing wrong', {}, 'normal'],
  ['restructured-normal', { classBeforeRestructuring: 'normal' }, 'special_mention'],
  ['restructured-again', { classBeforeRestructuring: 'special_mention', isRestructuredAgain: true }, 'substandard'],
  ['restructured-npl', { classBeforeRestructuring: 'substandard' }, 'substandard'],
  ['restructured-npl-cured', { classBeforeRestructuring: 'substandard', isUpgradeTestMet: true }, 'special_mention'],
  ['an override that is worse than the floor', { daysPastDue: 5, override: 'doubtful' }, 'doubtful'],
  ['an override that is better than the floor', { daysPastDue: 95, override: 'normal' }, 'substandard'],
  ['refinance', { isRefinanced: true }, 'special_mention'],
  ['written off', { isWrittenOff: true }, 'loss'],
  ['cured, the upgrade test not met', { isOnUpgradeTest: true }, 'substandard'],
  ['overdue again inside the upgrade test', { isOnUpgradeTest: true, daysPastDue: 20 }, 'substandard'],
  ['worse than substandard by its days', { isOnUpgradeTest: true, daysPastDue: 271 }, 'doubtful'],
  ['a technical overdue of seven days', { isTechnicalOverdue: true, daysPastDue: 7 }, 'normal'],
  ['a technical overdue of eight days', { isTechnicalOverdue: true, daysPastDue: 8 }, 'special_mention'],
] as const satisfies readonly (readonly [string, Partial<LoanClassFacts>, FiveTierClass])[])(
  'the loan itself, %s', (_id, facts, expected) => {
    expect(worstClass(loanClassReasons({ ...performing, ...facts }))).toBe(expected);
  },
);

test.each([
  ['npl-elsewhere', { isRetail: false, hasNonPerformingElsewhere: true }, 'special_mention'],
  ['npl-elsewhere of a person', { isRetail: true, hasNonPerformingElsewhere: true, nplSharePct: 50, overdue90SharePct: 50 }, 'normal'],
  ['impaired', { isRetail: true, isCreditImpaired: true }, 'substandard'],
  ['ecl50', { isRetail: true, isCreditImpaired: true, expectedLossPct: 50 }, 'doubtful'],
  ['ecl90', { isRetail: true, isCreditImpaired: true, expectedLossPct: 90 }, 'loss'],
  ['bankruptcy', { isRetail: false, isBankrupt: true }, 'loss'],
  ['cross20', { isRetail: false, overdue90SharePct: 21 }, 'substandard'],
  ['cross20 at the threshold', { isRetail: false, overdue90SharePct: 20 }, 'normal'],
  ['cross10', { isRetail: false, nplSharePct: 11 }, 'substandard'],
  ['cross10 at the threshold', { isRetail: false, nplSharePct: 10 }, 'normal'],
] as const satisfies readonly (readonly [string, DebtorClassFacts, FiveTierClass])[])('the debtor, %s', (_id, facts, expected) => {
  expect(worstClass(debtorClassReasons(facts))).toBe(expected);
});

test('reasons come worst first', () => {
  const codes = loanClassReasons({ ...performing, daysPastDue: 10, override: 'loss', isOnUpgradeTest: true }).map((reason) => reason.code);
  expect(codes).toEqual(['override', 'upgrade_test', 'days_past_due']);
});

// Source: rules vectors, upgrade and watch_period.
test.each([
  [{ areArrearsCleared: true, periodsPaid: 2, monthsPaid: 6, hasOtherImpairedAssets: false }, true],
  [{ areArrearsCleared: true, periodsPaid: 2, monthsPaid: 6, hasOtherImpairedAssets: true }, false],
  [{ areArrearsCleared: false, periodsPaid: 6, monthsPaid: 6, hasOtherImpairedAssets: false }, false],
  [{ areArrearsCleared: true, periodsPaid: 2, monthsPaid: 24, hasOtherImpairedAssets: false }, true],
  [{ areArrearsCleared: true, periodsPaid: 6, monthsPaid: 5, hasOtherImpairedAssets: false }, false],
  [{ areArrearsCleared: true, periodsPaid: 1, monthsPaid: 12, hasOtherImpairedAssets: false }, false],
])('upgrade test %#', (facts, expected) => {
  expect(isUpgradeAllowed(facts)).toBe(expected);
});

test.each([
  ['monthly rows: six months are longer', '2024-03-10', '2024-05-01', 1, '2024-09-10'],
  ['yearly rows: two periods are longer', '2024-03-10', '2026-01-01', 12, '2026-01-01'],
  ['no plan, quarterly interest', '2024-03-10', null, 3, '2024-09-10'],
  ['no plan, yearly interest', '2024-03-10', null, 12, '2026-03-10'],
])('the upgrade test ends at the earliest, %s', (_case, clearedOn, secondDueOn, months, expected) => {
  expect(upgradeDate(day(clearedOn), secondDueOn === null ? null : day(secondDueOn), months)).toBe(expected);
});

test.each([
  ['2024-03-20', 1, '2025-03-20'], ['2024-03-20', 12, '2025-03-20'], ['2024-09-20', 1, '2025-09-20'], ['2024-03-20', 24, '2026-03-20'],
])('a watch period from %s with rows every %i months ends on %s', (from, months, expected) => {
  expect(watchPeriodEnd(day(from), months)).toBe(expected);
});
