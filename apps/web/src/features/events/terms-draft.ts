import { loanTermsInputSchema } from '@loanbook/contract/features/loans.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { formatPercent, rateE8 } from '@loanbook/engine/rate.ts';
import type { InterestMode, Method } from '@loanbook/engine/terms.ts';
import type { z } from 'zod';
import { plannedMethods } from '../loans/loans.index.ts';

/** Terms of a plan as typed. */
export interface TermsDraft {
  readonly disbursedOn: string | null;
  readonly principal: string;
  readonly method: Method;
  readonly annualRatePct: string;
  readonly termMonths: number | null;
  readonly maturesOn: string | null;
  readonly firstDueOn: string | null;
  readonly dueDay: number | null;
  readonly interestMode: InterestMode;
  readonly penaltyMultiplier: string;
  readonly graceDays: number;
}

/** What the loan has agreed now; the plan itself is left open. */
export function termsDraftOf({ state: { currentTerms } }: Loan): TermsDraft {
  return {
    disbursedOn: null, principal: '', method: plannedMethods.has(currentTerms.method) ? currentTerms.method : 'equal_installment', annualRatePct: formatPercent(currentTerms.rateAnnualE8),
    termMonths: 12, maturesOn: null, firstDueOn: null, dueDay: null,
    interestMode: currentTerms.interestMode, penaltyMultiplier: formatPercent(rateE8(currentTerms.penaltyMultiplierE4 * 100)), graceDays: currentTerms.graceDays,
  };
}

export function termsBodyOf({ firstDueOn, dueDay, ...terms }: TermsDraft): z.input<typeof loanTermsInputSchema> {
  const hasDueDay = terms.method !== 'bullet';
  const hasFirstDue = hasDueDay && terms.method !== 'quarterly_interest';
  // The schema says what is missing or wrong; here it is only handed over.
  return { ...terms, termMonths: terms.termMonths ?? 0, disbursedOn: terms.disbursedOn ?? '', ...(hasFirstDue && { firstDueOn }), ...(hasDueDay && { dueDay }) };
}
