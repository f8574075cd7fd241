import { importsRoutes } from '@loanbook/contract/features/imports.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';
import { importQuery } from './import-query.ts';

/** Ends an import that is not written yet; its files are deleted on the server. */
export function useCancelImport(importId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => call(importsRoutes.cancel, { params: { importId }, body: {} }),
    onSuccess: (one) => queryClient.setQueryData(importQuery(importId).queryKey, one),
    // It may have become ready in the same moment; then the page shows that.
    onError: () => queryClient.invalidateQueries({ queryKey: ['import', importId] }),
  });
}
