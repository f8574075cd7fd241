import { importChangesRoutes } from '@loanbook/contract/features/import-changes.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, type RequestBody } from '../../platform/client.ts';

export type Changes = ReplyOf<typeof importChangesRoutes.changes>;
export type ChangesQuery = NonNullable<RequestBody<typeof importChangesRoutes.changes>>;
export type ChangeRow = Changes['rows'][number];

export const changesPageRows = 50;
export const firstChanges: ChangesQuery = { table: 'loan', from: 0, limit: changesPageRows };

/** What importing would change now. Begins with the import's rows, so that a new reading makes it old. */
export function changesQuery(importId: string, query: ChangesQuery) {
  return queryOptions({
    queryKey: ['import-rows', importId, 'changes', query],
    queryFn: ({ signal }) => call(importChangesRoutes.changes, { params: { importId }, body: query, signal }),
    placeholderData: keepPreviousData,
    // The book may have changed meanwhile.
    staleTime: 30_000,
  });
}
