import { loanTermsInputSchema, newLoanSchema, type LoanTermsInput } from '@loanbook/contract/features/loans.ts';
import type { RequestBody } from '../../platform/client.ts';
import type { loansRoutes } from '@loanbook/contract/features/loans.ts';
import type { LoanDates } from './linked-dates.ts';

/** What the form holds: as typed, hence any part may be missing. Paths are those of the request. */
export interface NewLoanValues {
  readonly customerId?: string | null;
  readonly terms: LoanDates & {
    readonly method: LoanTermsInput['method'];
    readonly principal: string;
    readonly annualRatePct: string;
    readonly interestMode: LoanTermsInput['interestMode'];
    readonly penaltyMultiplier: string;
    readonly graceDays: number | null;
  };
  /** Lent at once where that is less than what was agreed. */
  readonly firstDraw?: string | null;
  readonly facts: Readonly<Record<string, string | null>>;
}

/** Which of the linked dates a method's plan depends on. */
export function usesFirstDue(method: LoanTermsInput['method']): boolean {
  return usesDueDay(method) && method !== 'quarterly_interest';
}

export function usesDueDay(method: LoanTermsInput['method']): boolean {
  return method !== 'bullet' && method !== 'revolving';
}

/** The terms as the contract takes them; null while something is missing or not valid. */
export function termsInputOf(terms: NewLoanValues['terms']): LoanTermsInput | null {
  const parsed = loanTermsInputSchema.safeParse(termsBody(terms));
  return parsed.success ? parsed.data : null;
}

export function newLoanBody(values: NewLoanValues): RequestBody<typeof loansRoutes.create> | null {
  const parsed = newLoanSchema.safeParse({ customerId: values.customerId, terms: termsBody(values.terms), firstDraw: values.firstDraw || null, facts: values.facts });
  return parsed.success ? parsed.data : null;
}

function termsBody({ firstDueOn, dueDay, graceDays, ...terms }: NewLoanValues['terms']): Record<string, unknown> {
  return {
    ...terms,
    graceDays: graceDays ?? 0,
    ...(usesFirstDue(terms.method) && firstDueOn !== null && { firstDueOn }),
    ...(usesDueDay(terms.method) && dueDay !== null && { dueDay }),
  };
}
