import { importsRoutes } from '@loanbook/contract/features/imports.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';
import { importQuery } from './import-query.ts';

/** Begins to write the import into the book; the page then follows its progress. */
export function useCommitImport(importId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => call(importsRoutes.commit, { params: { importId }, body: {} }),
    onSuccess: (one) => queryClient.setQueryData(importQuery(importId).queryKey, one),
  });
}
