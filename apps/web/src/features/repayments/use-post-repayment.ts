import { repaymentsRoutes, type NewRepayment } from '@loanbook/contract/features/repayments.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { call } from '../../platform/client.ts';
import { useIdempotencyKey } from '../../platform/idempotency-key.ts';
import { loanQuery } from '../loans/loans.index.ts';
import type { PostedRepayment } from './posted-repayment.ts';

/** Posts one receipt; the same content posted twice counts once. */
export function usePostRepayment(onPosted: (posted: PostedRepayment) => void) {
  const refresh = useRefreshAfterMoney();
  const { keyFor, done } = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: NewRepayment) => call(repaymentsRoutes.post, { body, idempotencyKey: keyFor(body) }),
    onSuccess: (posted) => {
      done();
      refresh([posted.repayment.loanId]);
      onPosted(posted);
    },
  });
}

/** Money moved: loans, customers, lists and the dashboard are read again. */
export function useRefreshAfterMoney(): (loanIds: readonly string[]) => void {
  const queryClient = useQueryClient();
  return (loanIds) => {
    for (const loanId of loanIds) void queryClient.invalidateQueries({ queryKey: loanQuery(loanId).queryKey });
    for (const queryKey of [ledgerQueryKey, ['customer']]) void queryClient.invalidateQueries({ queryKey });
  };
}
