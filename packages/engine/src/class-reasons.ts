import type { CivilDate } from './civil-date.ts';
import { fiveTierClasses, fiveTierFloor } from './classification.ts';
import type { FiveTierClass } from './classification.ts';

/** One rule that keeps a loan from a better class; texts are the contract's. */
export interface ClassReason {
  readonly code:
    | 'days_past_due'
    | 'upgrade_test'
    | 'override'
    | 'restructured'
    | 'restructured_again'
    | 'written_off'
    | 'refinanced'
    | 'debtor_non_performing_elsewhere'
    | 'debtor_npl_share'
    | 'debtor_overdue_share'
    | 'credit_impaired'
    | 'bankruptcy';
  readonly fiveTierClass: FiveTierClass;
  /** What the reason's sentence says besides: days past due, the day a watch period or the upgrade test may end. */
  readonly figures?: ClassReasonFigures;
}

/** Days are counted, dates civil; null is a day that does not come while the plan lasts. */
export interface ClassReasonFigures {
  readonly daysPastDue?: number;
  readonly endsOn?: CivilDate | null;
}

/** What a loan's own life says about its class; replay knows these. */
export interface LoanClassFacts {
  readonly daysPastDue: number;
  /** Overdue for no fault of the borrower's, with evidence; counts for nothing up to seven days (rule §1.1). */
  readonly isTechnicalOverdue: boolean;
  readonly override: FiveTierClass | null;
  /** Class the loan had when it was restructured, while the watch period lasts. */
  readonly classBeforeRestructuring: FiveTierClass | null;
  readonly isRestructuredAgain: boolean;
  readonly watchEndsOn: CivilDate | null;
  /** The upgrade test is met: a loan that was non-performing before may be special mention. */
  readonly isUpgradeTestMet: boolean;
  /** Was non-performing, and has not met the upgrade test yet. */
  readonly isOnUpgradeTest: boolean;
  readonly upgradeTestEndsOn: CivilDate | null;
  readonly isWrittenOff: boolean;
  /** 借新还旧 that is not a qualified renewal. */
  readonly isRefinanced: boolean;
}

/** What is known of the debtor; the lender says it, shares in percent. */
export interface DebtorClassFacts {
  readonly isRetail: boolean;
  readonly hasNonPerformingElsewhere?: boolean;
  readonly nplSharePct?: number;
  readonly overdue90SharePct?: number;
  readonly isCreditImpaired?: boolean;
  readonly expectedLossPct?: number;
  readonly isBankrupt?: boolean;
}

export function worseClass(left: FiveTierClass, right: FiveTierClass): FiveTierClass {
  return fiveTierClasses.indexOf(left) >= fiveTierClasses.indexOf(right) ? left : right;
}

/** 技术性逾期 */
const mostTechnicalDays = 7;

/** The class that a list of reasons leaves; none means normal. */
export function worstClass(reasons: readonly ClassReason[]): FiveTierClass {
  return reasons.reduce<FiveTierClass>((worst, reason) => worseClass(worst, reason.fiveTierClass), 'normal');
}

/**
 * Reasons from the loan's life, worst first. Rule §1.1: the floor by days past due; substandard until the upgrade test is
 * met; a person's class, never better than the floor; restructured assets at least special mention, again inside the
 * watch period at least substandard, non-performing before and not yet upgraded as before.
 */
export function loanClassReasons(facts: LoanClassFacts): readonly ClassReason[] {
  const reasons: ClassReason[] = [];
  const { daysPastDue } = facts;
  const isExempt = facts.isTechnicalOverdue && daysPastDue <= mostTechnicalDays;
  const floor = isExempt ? 'normal' : fiveTierFloor(daysPastDue);
  if (floor !== 'normal') reasons.push({ code: 'days_past_due', fiveTierClass: floor, figures: { daysPastDue } });
  if (facts.isOnUpgradeTest) {
    reasons.push({ code: 'upgrade_test', fiveTierClass: 'substandard', figures: { endsOn: facts.upgradeTestEndsOn } });
  }
  if (facts.override !== null && facts.override !== 'normal') {
    reasons.push({ code: 'override', fiveTierClass: facts.override });
  }
  const watch = { endsOn: facts.watchEndsOn };
  if (facts.classBeforeRestructuring !== null) {
    const before = facts.isUpgradeTestMet ? 'special_mention' : facts.classBeforeRestructuring;
    reasons.push({ code: 'restructured', fiveTierClass: worseClass(before, 'special_mention'), figures: watch });
  }
  if (facts.isRestructuredAgain) reasons.push({ code: 'restructured_again', fiveTierClass: 'substandard', figures: watch });
  if (facts.isRefinanced) reasons.push({ code: 'refinanced', fiveTierClass: 'special_mention' });
  if (facts.isWrittenOff) reasons.push({ code: 'written_off', fiveTierClass: 'loss' });
  return worstFirst(reasons);
}

/** Reasons from the debtor (rule §1.1, other floors and the obligor rule). */
export function debtorClassReasons(facts: DebtorClassFacts): readonly ClassReason[] {
  const reasons: ClassReason[] = [];
  const add = (isTrue: boolean, code: ClassReason['code'], fiveTierClass: FiveTierClass): void => {
    if (isTrue) reasons.push({ code, fiveTierClass });
  };
  add(!facts.isRetail && facts.hasNonPerformingElsewhere === true, 'debtor_non_performing_elsewhere', 'special_mention');
  add(!facts.isRetail && (facts.nplSharePct ?? 0) > 10, 'debtor_npl_share', 'substandard');
  add(!facts.isRetail && (facts.overdue90SharePct ?? 0) > 20, 'debtor_overdue_share', 'substandard');
  add(facts.isCreditImpaired === true, 'credit_impaired', impairedClass(facts.expectedLossPct ?? 0));
  add(facts.isBankrupt === true, 'bankruptcy', 'loss');
  return worstFirst(reasons);
}

/** Credit-impaired is substandard; with expected losses of half the balance doubtful, of nine tenths loss. */
function impairedClass(expectedLossPct: number): FiveTierClass {
  if (expectedLossPct >= 90) return 'loss';
  return expectedLossPct >= 50 ? 'doubtful' : 'substandard';
}

function worstFirst(reasons: readonly ClassReason[]): readonly ClassReason[] {
  const rank = (reason: ClassReason): number => fiveTierClasses.indexOf(reason.fiveTierClass);
  return [...reasons].sort((left, right) => rank(right) - rank(left));
}
