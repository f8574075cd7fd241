import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import type { SavedView, ViewContent } from '@loanbook/contract/features/views.ts';
import type { ListView } from '@loanbook/contract/list-query.ts';
import type { ColumnChoice } from '../../core/column-layout.ts';
import { splitFilters } from '../private-filters.ts';
import type { LedgerViewState } from '../use-ledger-view.ts';

/** The list as it stands. */
type ShownView = Pick<LedgerViewState, 'view' | 'groupBy'>;

/** What of the list as it stands is kept; names and numbers typed to find somebody are not. `columns` null: the list's own. */
export function contentOf(list: LedgerList, { view, groupBy }: ShownView, columns: ColumnChoice | null): ViewContent {
  return {
    filters: [...splitFilters(view.filters, list.fields).open],
    ...(view.sort && { sort: view.sort }),
    ...(groupBy !== undefined && { groupBy }),
    ...(columns && { columns: { order: [...columns.order], hidden: [...columns.hidden], widthsPx: { ...columns.widthsPx }, frozenCount: columns.frozenCount } }),
  };
}

/** What a view asks the server for. */
export function askedOf(content: ViewContent): ListView {
  return { filters: content.filters, ...(content.sort && { sort: content.sort }) };
}

/** Whether the list stands otherwise than its view says; a search is nobody's change. */
export function hasChanged(list: LedgerList, saved: SavedView | undefined, shown: ShownView, hasOwnColumns: boolean): boolean {
  return hasOwnColumns || comparable(saved?.content ?? { filters: [] }) !== comparable(contentOf(list, shown, null));
}

function comparable({ filters, sort, groupBy }: ViewContent): string {
  return JSON.stringify([filters.map((filter) => JSON.stringify(Object.entries(filter).toSorted())).toSorted(), sort?.key ?? null, sort?.direction ?? null, groupBy ?? null]);
}
