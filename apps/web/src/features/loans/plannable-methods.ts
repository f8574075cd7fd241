import type { LoanTermsInput } from '@loanbook/contract/features/loans.ts';

/** Methods offered for a new loan: those whose plan follows from amount, rate and dates alone, as `loanTermsFromInput` takes them. */
export const plannableMethods: ReadonlySet<LoanTermsInput['method']> = new Set(['equal_installment', 'equal_principal', 'interest_only', 'quarterly_interest', 'bullet', 'flat', 'revolving']);

/** Of these, methods that a restructuring or a refinancing may end in: a plan with an end. */
export const plannedMethods: ReadonlySet<LoanTermsInput['method']> = new Set([...plannableMethods].filter((method) => method !== 'revolving'));
