import { civilDateOf } from '../civil-date.ts';
import { loanClassReasons } from '../class-reasons.ts';
import type { ClassReason } from '../class-reasons.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { daysPastDueOn } from './loan-ledger.ts';
import { upgradeDay } from './upgrade-state.ts';
import { watchedRestructuring, watchEndDay } from './watch-state.ts';

/** Why the loan has the class it has on `day`, worst first; the upgrade test must be noted up to the day. */
export function classReasonsOn(ledger: LoanLedger, day: number): readonly ClassReason[] {
  const { refinancing, restructuring, isNonPerforming } = ledger;
  const watched = watchedRestructuring(ledger, day);
  const isTested = ledger.agreedTerms.isUpgradeTested !== false;
  const testEndDay = upgradeDay(ledger);
  return loanClassReasons({
    isRefinanced: refinancing !== null && !refinancing.isQualifiedRenewal,
    daysPastDue: daysPastDueOn(ledger, day),
    isTechnicalOverdue: false,
    override: ledger.classOverride?.fiveTierClass ?? null,
    classBeforeRestructuring: watched?.classBefore ?? null,
    isRestructuredAgain: watched?.isInsideWatch ?? false,
    watchEndsOn: restructuring === null ? null : civilDateOf(watchEndDay(ledger, day)),
    isUpgradeTestMet: !isNonPerforming,
    isOnUpgradeTest: isTested && isNonPerforming,
    upgradeTestEndsOn: testEndDay === Infinity ? null : civilDateOf(testEndDay),
    isWrittenOff: ledger.writtenOffDay !== null,
  });
}
