import { addMonths, compareCivilDates } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';

const upgradePeriods = 2;
const upgradeMonths = 6;

/** What has happened since a non-performing loan's arrears were cleared. */
export interface UpgradeFacts {
  readonly areArrearsCleared: boolean;
  /** Consecutive repayment periods paid in full and on time since then. */
  readonly periodsPaid: number;
  readonly monthsPaid: number;
  readonly hasOtherImpairedAssets: boolean;
}

/**
 * May a non-performing loan become normal or special mention (rule §1.1)? Arrears and fees cleared, then two periods and
 * six months paid, whichever is longer, and nothing else of the debtor impaired. A monthly payer needs six months, a
 * yearly payer two years.
 */
export function isUpgradeAllowed(facts: UpgradeFacts): boolean {
  const isProven = facts.periodsPaid >= upgradePeriods && facts.monthsPaid >= upgradeMonths;
  return facts.areArrearsCleared && isProven && !facts.hasOtherImpairedAssets;
}

/**
 * First day on which the test can be met: the second due date after the arrears were cleared, or six months after that
 * day, whichever is later. Without a plan two periods of the contract stand for the due dates.
 */
export function upgradeDate(clearedOn: CivilDate, secondDueOn: CivilDate | null, periodMonths: number): CivilDate {
  const afterMonths = addMonths(clearedOn, upgradeMonths);
  const afterPeriods = secondDueOn ?? addMonths(clearedOn, upgradePeriods * periodMonths);
  return compareCivilDates(afterMonths, afterPeriods) >= 0 ? afterMonths : afterPeriods;
}
