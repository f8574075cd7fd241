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
  const isProven = facts.periodsPaid >= 2 && facts.monthsPaid >= 6;
  return facts.areArrearsCleared && isProven && !facts.hasOtherImpairedAssets;
}
