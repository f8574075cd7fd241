import { importsRoutes } from '@loanbook/contract/features/imports.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';
import { rememberCorrections, sentCorrections } from './correction-memory.ts';
import { importQuery } from './import-query.ts';
import { correctionsBody, emptyDraft, mergedDraft, type MappingDraft } from './mapping-draft.ts';

/** Has the files read again, with these corrections on top of those sent before. */
export function useCorrectImport(importId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (draft: MappingDraft = emptyDraft) => {
      const whole = mergedDraft(sentCorrections(importId), draft);
      const one = await call(importsRoutes.correct, { params: { importId }, body: correctionsBody(whole, queryClient.getQueryData(importQuery(importId).queryKey)?.files ?? []) });
      rememberCorrections(importId, whole);
      return one;
    },
    onSuccess: (one) => queryClient.setQueryData(importQuery(importId).queryKey, one),
  });
}
