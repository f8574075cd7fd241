/** 正常, 关注, 次级, 可疑, 损失; from best to worst. */
export const fiveTierClasses = ['normal', 'special_mention', 'substandard', 'doubtful', 'loss'] as const;
export type FiveTierClass = (typeof fiveTierClasses)[number];

/** Best class that the days past due allow. Rule §1.1: 90 → special_mention, 91 → substandard, 361 → loss. */
export function fiveTierFloor(daysPastDue: number): FiveTierClass {
  if (daysPastDue <= 0) return 'normal';
  if (daysPastDue <= 90) return 'special_mention';
  if (daysPastDue <= 270) return 'substandard';
  if (daysPastDue <= 360) return 'doubtful';
  return 'loss';
}
