import { importsRoutes, type Import, type ImportProblem } from '@loanbook/contract/features/imports.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../platform/client.ts';
import type { Severity } from './problem-groups.ts';

const pageRows = 500;
/** Beyond this nobody reads on in a browser; the downloaded list has them all. */
const mostRows = 20_000;

export interface AllProblems {
  readonly problems: readonly ImportProblem[];
  readonly total: number;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** All problems of a severity, page after page, so that they can be counted by kind. */
export function useAllProblems(one: Import, severity: Severity | null): AllProblems {
  const query = useInfiniteQuery({
    queryKey: ['import-rows', one.id, 'all-problems', severity],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => call(importsRoutes.problems, { params: { importId: one.id }, body: { from: pageParam, limit: pageRows, ...(severity !== null && { severity }) }, signal }),
    getNextPageParam: (last, _pages, from) => (from + pageRows < Math.min(last.total, mostRows) ? from + pageRows : undefined),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const pages = query.data?.pages ?? [];
  return { problems: pages.flatMap((page) => page.problems), total: pages[0]?.total ?? 0, isLoading: query.isPending, error: query.error, retry: () => void query.refetch() };
}
