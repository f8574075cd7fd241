import { passwordSchema } from '@loanbook/contract/features/session.ts';

/** Read off the contract's schema, so that the hint cannot promise what the server refuses. */
export const minimumPasswordLength = passwordSchema.minLength ?? 1;
