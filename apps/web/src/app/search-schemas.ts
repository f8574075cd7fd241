import { z } from 'zod';

const optionalText = z.string().optional().catch(undefined);

export const signInSearchSchema = z.object({ back: optionalText });
export const newLoanSearchSchema = z.object({ customerId: optionalText });
export const batchSearchSchema = z.object({ loanId: optionalText });
/** What is looked for in the guide; public text, so it may stand in the address. */
export const helpSearchSchema = z.object({ q: optionalText });
export const auditSearchSchema = z.object({ objectId: optionalText });
