import { importsRoutes, type Import, type ImportProblem } from '@loanbook/contract/features/imports.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import { keepPreviousData, queryOptions, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';
import type { RecordTableName } from './mapping-draft.ts';

export type PreviewPage = ReplyOf<typeof importsRoutes.preview>;
export type PreviewRow = PreviewPage['rows'][number];

export const previewPageRows = 50;
const problemPageRows = 200;

/** One page of records, and the problems its rows point at by number (as far as they have arrived). */
export function usePreview(one: Import, table: RecordTableName, from: number): { readonly page: UseQueryResult<PreviewPage>; readonly problemOf: (number: number) => ImportProblem | undefined } {
  const page = useQuery({
    queryKey: ['import-rows', one.id, 'preview', table, from],
    queryFn: ({ signal }) => call(importsRoutes.preview, { params: { importId: one.id }, body: { table, from, limit: previewPageRows }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const wanted = [...new Set((page.data?.rows ?? []).flatMap((row) => row.problems.map((number) => Math.floor(number / problemPageRows))))];
  const found = useQueries({ queries: wanted.map((index) => problemPageQuery(one.id, index * problemPageRows)) });
  const byNumber = new Map(found.flatMap((query) => query.data?.problems ?? []).map((problem) => [problem.number, problem]));
  return { page, problemOf: (number) => byNumber.get(number) };
}

function problemPageQuery(importId: string, from: number) {
  return queryOptions({
    queryKey: ['import-rows', importId, 'problems', from],
    queryFn: ({ signal }) => call(importsRoutes.problems, { params: { importId }, body: { from, limit: problemPageRows }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
