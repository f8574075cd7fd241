import { importsRoutes } from '@loanbook/contract/features/imports.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';
import { importQuery } from './import-query.ts';
import { correctionsBody, draftOf, emptyDraft, mergedDraft, type MappingDraft } from './mapping-draft.ts';

/** Has the files read again, with these corrections on top of those sent before. */
export function useCorrectImport(importId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (draft: MappingDraft = emptyDraft) => {
      const known = queryClient.getQueryData(importQuery(importId).queryKey);
      const whole = mergedDraft(known === undefined ? emptyDraft : draftOf(known.corrections), draft);
      return call(importsRoutes.correct, { params: { importId }, body: correctionsBody(whole, known?.files ?? []) });
    },
    onSuccess: (one) => queryClient.setQueryData(importQuery(importId).queryKey, one),
  });
}
