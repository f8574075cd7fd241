import type { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';

/** A receipt as it was posted, and its loan as it stands now. */
export type PostedRepayment = ReplyOf<typeof repaymentsRoutes.post>;
