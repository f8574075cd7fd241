import { eventsRoutes, type CorrectTermsInput, type RefinanceInput } from '@loanbook/contract/features/events.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { call, type RequestBody } from '../../platform/client.ts';
import { useIdempotencyKey } from '../../platform/idempotency-key.ts';

/** What a loan's record holds beside its events. */
export function loanHistoryQuery(loanId: string) {
  return queryOptions({
    queryKey: ['loan', loanId, 'history'],
    queryFn: ({ signal }) => call(eventsRoutes.history, { params: { loanId }, signal }),
  });
}

/** More than one loan changes: every loan's page, lists, customers and the dashboard are read again. */
export function useRefreshBook(): () => void {
  const queryClient = useQueryClient();
  return () => {
    for (const queryKey of [['loan'], ledgerQueryKey, ['customer']]) void queryClient.invalidateQueries({ queryKey });
  };
}

export function useRefinance(loanId: string, onPosted: (newLoanId: string) => void) {
  const refresh = useRefreshBook();
  const { keyFor, done } = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: RefinanceInput) => call(eventsRoutes.refinance, { params: { loanId }, body, idempotencyKey: keyFor(body) }),
    onSuccess: ({ newLoanId }) => {
      done();
      refresh();
      onPosted(newLoanId);
    },
  });
}

/** Undoes a refinancing, or makes a loan void. */
export function useTakeBack(loanId: string, what: 'voidLoan' | 'reverseRefinance', onDone: () => void) {
  const refresh = useRefreshBook();
  const { keyFor, done } = useIdempotencyKey();
  return useMutation({
    mutationFn: async (reason: string): Promise<void> => {
      await call(eventsRoutes[what], { params: { loanId }, body: { reason }, idempotencyKey: keyFor({ what, reason }) });
    },
    onSuccess: () => {
      done();
      refresh();
      onDone();
    },
  });
}

export function useCorrectTerms(loanId: string, onDone: () => void) {
  const refresh = useRefreshBook();
  return useMutation({
    mutationFn: (body: CorrectTermsInput) => call(eventsRoutes.correctTerms, { params: { loanId }, body }),
    onSuccess: () => {
      refresh();
      onDone();
    },
  });
}

export function useHandOver(onDone: (handed: { readonly loans: number; readonly customers: number }) => void) {
  const refresh = useRefreshBook();
  return useMutation({
    mutationFn: (body: RequestBody<typeof eventsRoutes.handOver>) => call(eventsRoutes.handOver, { body }),
    onSuccess: (handed) => {
      refresh();
      onDone(handed);
    },
  });
}

