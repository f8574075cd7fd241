import type { Cell, ListPage, ListRow } from '@loanbook/contract/list-query.ts';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { ledgerQueryKey } from '../list/use-ledger-rows.ts';
import type { EditableList } from './fact-from-text.ts';

export type RowCells = Readonly<Record<string, Cell>>;

type Pages = InfiniteData<ListPage>;

/** The cells of loaded rows as they stand now, by row id. */
export function loadedCells(queryClient: QueryClient, list: EditableList, ids: ReadonlySet<string>): Map<string, RowCells> {
  const found = new Map<string, RowCells>();
  for (const [, data] of queryClient.getQueriesData<Pages>({ queryKey: [...ledgerQueryKey, list, 'rows'] })) {
    for (const row of data?.pages.flatMap((page) => page.rows) ?? []) if (ids.has(row.id)) found.set(row.id, row.cells);
  }
  return found;
}

/** Puts saved cells into every loaded view of the list; rows that did not change stay the same objects. */
export function putCells(queryClient: QueryClient, list: EditableList, saved: ReadonlyMap<string, RowCells>): void {
  const put = (row: ListRow): ListRow => {
    const cells = saved.get(row.id);
    return cells === undefined ? row : { ...row, cells: { ...row.cells, ...cells } };
  };
  queryClient.setQueriesData<Pages>({ queryKey: [...ledgerQueryKey, list, 'rows'] }, (data) => data && {
    ...data,
    pages: data.pages.map((page) => (page.rows.some(({ id }) => saved.has(id)) ? { ...page, rows: page.rows.map(put) } : page)),
  });
}
