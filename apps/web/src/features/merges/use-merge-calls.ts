import { mergesRoutes } from '@loanbook/contract/features/merges.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type RequestBody } from '../../platform/client.ts';

export function movesQuery(customerId: string) {
  return queryOptions({ queryKey: ['customer', customerId, 'moves'], queryFn: ({ signal }) => call(mergesRoutes.moves, { params: { customerId }, signal }) });
}

/** Both customers, their lists and their loans say something else afterwards. */
function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries();
}

export function useMerge(customerId: string) {
  return useMutation({ mutationFn: (body: RequestBody<typeof mergesRoutes.merge>) => call(mergesRoutes.merge, { params: { customerId }, body }), onSuccess: useRefresh() });
}

export function useSplit(customerId: string) {
  return useMutation({ mutationFn: (body: RequestBody<typeof mergesRoutes.split>) => call(mergesRoutes.split, { params: { customerId }, body }), onSuccess: useRefresh() });
}

export function useUndoMove() {
  return useMutation({ mutationFn: ({ moveId, reason }: { readonly moveId: string; readonly reason: string }) => call(mergesRoutes.undoMove, { params: { moveId }, body: { reason } }), onSuccess: useRefresh() });
}
