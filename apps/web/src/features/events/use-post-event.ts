import { eventsRoutes, type LoanEventInput } from '@loanbook/contract/features/events.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { call } from '../../platform/client.ts';
import { useIdempotencyKey } from '../../platform/idempotency-key.ts';
import { loanQuery } from '../loans/loans.index.ts';

/** Posts one event; the same content posted twice counts once. */
export function usePostEvent(loanId: string, onPosted: () => void) {
  const refresh = useRefreshLoan(loanId);
  const { keyFor, done } = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: LoanEventInput) => call(eventsRoutes.post, { params: { loanId }, body, idempotencyKey: keyFor(body) }),
    onSuccess: () => {
      done();
      refresh();
      onPosted();
    },
  });
}

export function useReverseEvent(loanId: string, onReversed: () => void) {
  const refresh = useRefreshLoan(loanId);
  const { keyFor, done } = useIdempotencyKey();
  return useMutation({
    mutationFn: ({ eventId, reason }: { readonly eventId: string; readonly reason: string }) =>
      call(eventsRoutes.reverse, { params: { loanId, eventId }, body: { reason }, idempotencyKey: keyFor({ eventId, reason }) }),
    onSuccess: () => {
      done();
      refresh();
      onReversed();
    },
  });
}

/** The loan changed: its page, its customer's, lists and the dashboard are read again. */
function useRefreshLoan(loanId: string): () => void {
  const queryClient = useQueryClient();
  return () => {
    for (const queryKey of [loanQuery(loanId).queryKey, ledgerQueryKey, ['customer']]) void queryClient.invalidateQueries({ queryKey });
  };
}
