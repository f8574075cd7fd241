import { worseClass } from './class-reasons.ts';
import { fiveTierFloor } from './classification.ts';
import type { FiveTierClass } from './classification.ts';

/** 信用, 保证, 抵押, 质押. */
export type GuaranteeKind = 'credit' | 'guarantor' | 'mortgage' | 'pledge';

/** Classes for 1-30, 31-90, 91-180, 181-360 and more than 360 days past due. */
export type MatrixRow = readonly [FiveTierClass, FiveTierClass, FiveTierClass, FiveTierClass, FiveTierClass];

/** 银监发〔2007〕63号, the older matrix of small businesses' loans (rule §1.1); a lender may set his own. */
export const smallBusinessMatrix: Readonly<Record<GuaranteeKind, MatrixRow>> = {
  credit: ['special_mention', 'substandard', 'doubtful', 'doubtful', 'loss'],
  guarantor: ['normal', 'special_mention', 'substandard', 'doubtful', 'loss'],
  mortgage: ['normal', 'special_mention', 'special_mention', 'substandard', 'doubtful'],
  pledge: ['normal', 'normal', 'special_mention', 'substandard', 'doubtful'],
};

/**
 * Best class by guarantee and days past due: the matrix, and never better than the floor of the 2023 rules.
 * A credit loan 31 days overdue is substandard, a pledged one 91 days overdue too, by the floor.
 */
export function guaranteeFloor(
  guarantee: GuaranteeKind, daysPastDue: number, matrix: Readonly<Record<GuaranteeKind, MatrixRow>> = smallBusinessMatrix,
): FiveTierClass {
  const floor = fiveTierFloor(daysPastDue);
  if (daysPastDue <= 0) return floor;
  const [upTo30, upTo90, upTo180, upTo360, beyond] = matrix[guarantee];
  if (daysPastDue <= 30) return worseClass(floor, upTo30);
  if (daysPastDue <= 90) return worseClass(floor, upTo90);
  if (daysPastDue <= 180) return worseClass(floor, upTo180);
  return worseClass(floor, daysPastDue <= 360 ? upTo360 : beyond);
}
