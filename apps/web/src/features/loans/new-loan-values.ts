import { loanTermsInputSchema, newLoanSchema, type LoanTermsInput } from '@loanbook/contract/features/loans.ts';
import { loanOptionFields, type LoanOptionsBody } from '@loanbook/contract/loan-option-fields.ts';
import type { RequestBody } from '../../platform/client.ts';
import type { loansRoutes } from '@loanbook/contract/features/loans.ts';
import type { LoanDates } from './linked-dates.ts';

/** What the form holds: as typed, hence any part may be missing. Paths are those of the request. */
export interface NewLoanValues {
  readonly customerId?: string | null;
  readonly terms: LoanDates & LoanOptionsBody & {
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

type DueTerms = Pick<NewLoanValues['terms'], 'method' | 'cycle' | 'dueRule'>;

/** Which of the linked dates a plan depends on. */
export function usesFirstDue({ method, dueRule }: DueTerms): boolean {
  return hasCycle(method) && dueRule !== 'settlement_day';
}

export function usesDueDay(terms: DueTerms): boolean {
  if (terms.method === 'quarterly_interest' || isSettled(terms)) return true;
  return hasCycle(terms.method) && terms.dueRule !== 'month_end' && !countsDays(terms);
}

/** The due day is a settlement day (结息日). */
export function isSettled({ method, dueRule }: DueTerms): boolean {
  return method === 'quarterly_interest' || (dueRule === 'settlement_day' && (hasCycle(method) || method === 'revolving'));
}

/** Methods whose rows come round in a cycle that may be chosen. */
export function hasCycle(method: LoanTermsInput['method']): boolean {
  return method !== 'bullet' && method !== 'revolving' && method !== 'custom' && method !== 'quarterly_interest';
}

/** Rows every so many days have no day of the month. */
export function countsDays({ cycle }: Pick<DueTerms, 'cycle'>): boolean {
  return cycle === 'week' || cycle === 'two_weeks' || cycle === 'days';
}

/** The first due date follows from the other dates only where rows come monthly on a day of the month. */
export function isUsualCycle({ cycle, dueRule }: Pick<DueTerms, 'cycle' | 'dueRule'>): boolean {
  return (cycle ?? 'month') === 'month' && (dueRule ?? 'due_day') === 'due_day';
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
    ...Object.fromEntries(Object.keys(loanOptionFields).map((key) => [key, optionValue(terms, key)])),
    graceDays: graceDays ?? 0,
    ...(usesFirstDue(terms) && firstDueOn !== null && { firstDueOn }),
    ...(usesDueDay(terms) && dueDay !== null && { dueDay }),
  };
}

/** An emptied field is one left open. */
function optionValue(terms: object, key: string): unknown {
  const value = new Map<string, unknown>(Object.entries(terms)).get(key);
  return value === '' ? null : value;
}
