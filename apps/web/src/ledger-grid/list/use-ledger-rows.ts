import { ledgerLists, type ListName } from '@loanbook/contract/fields/ledger-lists.ts';
import { listRoutes } from '@loanbook/contract/features/lists.ts';
import type { ListRow, ListSummary, ListView } from '@loanbook/contract/list-query.ts';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { call } from '../../platform/client.ts';
import { formatCount, formatMoney } from '../../platform/format.ts';
import type { GridTotals, RowSource } from '../grid-rows.ts';

/** Every list hangs below this key: invalidate it after anything that changes the ledger. */
export const ledgerQueryKey = ['ledger'] as const;

export interface LedgerRows extends RowSource<ListRow> {
  readonly businessDate: string | undefined;
  readonly error: Error | null;
  /** The rows shown belong to the view before; the new ones are on their way. */
  readonly isStale: boolean;
  readonly isRefreshing: boolean;
  readonly totals: GridTotals | undefined | null;
  readonly refresh: () => void;
}

const rowsInOnePage = 100;

/** Rows of a view page by page, then its count and sums, which must never hold up the rows. */
export function useLedgerRows(list: ListName, view: ListView): LedgerRows {
  const queryClient = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: [...ledgerQueryKey, list, 'rows', view],
    queryFn: ({ pageParam, signal }) => call(listRoutes(list).query, { body: { ...view, ...(pageParam !== null && { after: pageParam }), limit: rowsInOnePage }, signal }),
    initialPageParam: null as string | null, // widens the first value to the type of all cursors
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Reading every loaded page again on each return to the window would be felt; the first pages are enough.
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= 2,
  });
  const summaryView = { filters: view.filters, ...(view.search !== undefined && { search: view.search }) };
  const summary = useQuery({
    queryKey: [...ledgerQueryKey, list, 'summary', summaryView],
    queryFn: ({ signal }) => call(listRoutes(list).summarise, { body: summaryView, signal }),
    enabled: query.data !== undefined && !query.isPlaceholderData,
  });
  const rows = useMemo(() => withoutRepeats(query.data?.pages.flatMap((page) => page.rows) ?? []), [query.data]);
  const { fetchNextPage } = query;
  return {
    rows,
    isLoading: query.isPending,
    isLoadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    hasFailedToLoadMore: query.isFetchNextPageError,
    loadMore: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    businessDate: query.data?.pages[0]?.businessDate,
    error: query.data === undefined ? query.error : null,
    isStale: query.isPlaceholderData,
    isRefreshing: query.isFetching && !query.isFetchingNextPage,
    totals: summary.isError ? null : summary.data && totalsOf(list, summary.data),
    refresh: useCallback(() => void queryClient.invalidateQueries({ queryKey: [...ledgerQueryKey, list] }), [queryClient, list]),
  };
}

// A row that moved between two pages while they were read comes twice; React needs each key once.
function withoutRepeats(rows: readonly ListRow[]): readonly ListRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return byId.size === rows.length ? rows : [...byId.values()];
}

function totalsOf(list: ListName, { count, isCountCapped, sums }: ListSummary): GridTotals {
  const shown = Object.entries(sums).map(([key, sum]) => {
    const field = ledgerLists[list].fields.find((candidate) => candidate.key === key);
    return [key, field?.type === 'money' ? formatMoney(sum) : formatCount(Number(sum))];
  });
  return { count, isCountCapped, sums: Object.fromEntries(shown) };
}
