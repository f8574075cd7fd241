/** 正常, 关注, 次级, 可疑, 损失; from best to worst. */
export const fiveTierClasses = ['normal', 'special_mention', 'substandard', 'doubtful', 'loss'] as const;
export type FiveTierClass = (typeof fiveTierClasses)[number];

/** 不良: substandard, doubtful and loss. */
export function isNonPerformingClass(fiveTierClass: FiveTierClass): boolean {
  return fiveTierClasses.indexOf(fiveTierClass) >= fiveTierClasses.indexOf('substandard');
}

/** Up to here a loan performs (rule §1.1); from the next day on it is substandard and its interest off the balance sheet. */
export const lastPerformingDay = 90;

/** Days past due from which each class after normal holds. Rule §1.1: 90 → special_mention, 91 → substandard. */
export const fiveTierThresholds = [1, lastPerformingDay + 1, 271, 361] as const;

/** Best class that the days past due allow. Rule §1.1: 270 → substandard, 271 → doubtful, 361 → loss. */
export function fiveTierFloor(daysPastDue: number): FiveTierClass {
  const [specialMention, substandard, doubtful, loss] = fiveTierThresholds;
  if (daysPastDue < specialMention) return 'normal';
  if (daysPastDue < substandard) return 'special_mention';
  if (daysPastDue < doubtful) return 'substandard';
  return daysPastDue < loss ? 'doubtful' : 'loss';
}
