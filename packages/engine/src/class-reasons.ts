import { fiveTierClasses, fiveTierFloor } from './classification.ts';
import type { FiveTierClass } from './classification.ts';

/** One rule that keeps a loan from a better class; texts are the contract's. */
export interface ClassReason {
  readonly code: 'days_past_due' | 'override' | 'restructured' | 'restructured_again' | 'written_off';
  readonly fiveTierClass: FiveTierClass;
}

export function worseClass(left: FiveTierClass, right: FiveTierClass): FiveTierClass {
  return fiveTierClasses.indexOf(left) >= fiveTierClasses.indexOf(right) ? left : right;
}

/** What a loan's own life says about its class. */
export interface ClassFacts {
  readonly daysPastDue: number;
  readonly override: FiveTierClass | null;
  /** Class the loan had when it was restructured, while the watch period lasts. */
  readonly classBeforeRestructuring: FiveTierClass | null;
  readonly isRestructuredAgain: boolean;
  readonly isWrittenOff: boolean;
}

/**
 * Reasons that bind, worst first; none means normal. Rule §1.1: the floor by days past due, a person's class (never
 * better than the floor), restructured assets at least special mention, again inside the watch period at least
 * substandard, non-performing before and not yet upgraded: as before.
 */
export function classReasons(facts: ClassFacts): readonly ClassReason[] {
  const reasons: ClassReason[] = [];
  const floor = fiveTierFloor(facts.daysPastDue);
  if (floor !== 'normal') reasons.push({ code: 'days_past_due', fiveTierClass: floor });
  if (facts.override !== null && facts.override !== 'normal') {
    reasons.push({ code: 'override', fiveTierClass: facts.override });
  }
  if (facts.classBeforeRestructuring !== null) {
    const least = worseClass(facts.classBeforeRestructuring, 'special_mention');
    reasons.push({ code: 'restructured', fiveTierClass: least });
    if (facts.isRestructuredAgain) {
      reasons.push({ code: 'restructured_again', fiveTierClass: worseClass(least, 'substandard') });
    }
  }
  if (facts.isWrittenOff) reasons.push({ code: 'written_off', fiveTierClass: 'loss' });
  return reasons.sort(
    (left, right) => fiveTierClasses.indexOf(right.fiveTierClass) - fiveTierClasses.indexOf(left.fiveTierClass),
  );
}
