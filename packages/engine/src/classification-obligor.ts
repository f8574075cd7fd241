import type { ClassReason } from './class-reasons.ts';
import { isNonPerformingClass } from './classification.ts';
import type { FiveTierClass } from './classification.ts';
import type { Fen } from './money.ts';

/** One claim on a debtor, by the class it has of itself, before the obligor rule. */
export interface ObligorClaim {
  readonly outstandingFen: Fen;
  readonly ownClass: FiveTierClass;
}

/**
 * Rule §1.1, obligor rule: when more than a tenth of a business's claims is non-performing, all of them are at least
 * substandard; null where the rule says nothing, as for persons. 100 000.00 of 1 000 000.00 is not more than a tenth.
 */
export function obligorClassReason(claims: readonly ObligorClaim[], isRetail: boolean): ClassReason | null {
  if (isRetail) return null;
  let [allFen, nonPerformingFen] = [0n, 0n];
  for (const { outstandingFen, ownClass } of claims) {
    allFen += BigInt(outstandingFen);
    if (isNonPerformingClass(ownClass)) nonPerformingFen += BigInt(outstandingFen);
  }
  return nonPerformingFen * 10n > allFen ? { code: 'debtor_npl_share', fiveTierClass: 'substandard' } : null;
}
