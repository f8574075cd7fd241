import type { LoanTermsInput } from '@loanbook/contract/features/loans.ts';

/** Methods that a restructuring, a refinancing or a correction of old terms may name: a plan that follows from amount, rate and dates alone. */
export const plannedMethods: ReadonlySet<LoanTermsInput['method']> = new Set(['equal_installment', 'equal_principal', 'interest_only', 'quarterly_interest', 'bullet', 'flat']);
