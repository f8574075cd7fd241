import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Filter, ListView } from '@loanbook/contract/list-query.ts';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { listSearchFrom, listSearchSchema } from '../../platform/list-search.ts';
import type { GridSort } from '../core/grid-column.ts';
import { emptyPrivateView, splitFilters, type PrivateView } from './private-filters.ts';
import { listLinks } from './row-href.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The part of a list's view that must not stand in the address; lives as long as the entry in the browser's history. */
    privateView?: PrivateView;
  }
}

/** In the address where a person left a default view for the list as it stands. */
export const standardViewId = 'standard';

/** What the address says beside what is asked for: the saved view picked, the field of the groups. */
export interface ViewPlace {
  readonly viewId?: string | undefined;
  readonly groupBy?: string | undefined;
}

export interface LedgerViewState {
  /** The saved view that was picked, `standardViewId`, or undefined: none was. */
  readonly viewId: string | undefined;
  /** The field by which the rows are gathered. */
  readonly groupBy: string | undefined;
  readonly setGroupBy: (groupBy: string | undefined) => void;
  /** Shows this instead of all that was asked for; the place goes into the address beside it. */
  readonly show: (view: ListView, place: ViewPlace) => void;
  readonly view: ListView;
  readonly setFilters: (filters: readonly Filter[]) => void;
  readonly setSort: (sort: GridSort | undefined) => void;
  readonly setSearch: (search: string) => void;
  readonly clear: () => void;
}

/** A list page's view: filters and order in the address, so that a link is a view; what was typed about people beside it. */
export function useLedgerView(list: LedgerList): LedgerViewState {
  const address = useSearch({ strict: false });
  const privateView = useLocation({ select: (location) => location.state.privateView }) ?? emptyPrivateView;
  const navigate = useNavigate();
  return useMemo(() => {
    const fromAddress = listSearchSchema.parse(address);
    const view: ListView = {
      filters: [...(fromAddress.filters ?? []), ...privateView.filters],
      ...(fromAddress.sort && { sort: fromAddress.sort }),
      ...withSearch(privateView.search || fromAddress.search),
    };
    const change: ChangeView = (next, { viewId, groupBy }) => {
      const { open, hidden } = splitFilters(next.filters, list.fields);
      void navigate({
        to: listLinks[list.name],
        search: { ...listSearchFrom({ filters: [...open], ...(next.sort && { sort: next.sort }) }), ...(viewId !== undefined && { view: viewId }), ...(groupBy !== undefined && { group: groupBy }) },
        state: (previous) => ({ ...previous, privateView: { filters: hidden, search: next.search ?? '' } }),
        replace: true,
      });
    };
    return changesOf(view, { viewId: fromAddress.view, groupBy: fromAddress.group }, change);
  }, [address, privateView, navigate, list]);
}

/** The same for a list inside another page, whose address is not the list's. */
export function useEmbeddedLedgerView(): LedgerViewState {
  const [view, setView] = useState<ListView>({ filters: [] });
  return useMemo(() => changesOf(view, {}, setView), [view]);
}

type ChangeView = (next: ListView, place: ViewPlace) => void;

function changesOf(view: ListView, place: ViewPlace, show: ChangeView): LedgerViewState {
  const change = (next: ListView): void => show(next, place);
  return {
    view,
    viewId: place.viewId,
    groupBy: place.groupBy,
    setGroupBy: (groupBy) => show(view, { ...place, groupBy }),
    show,
    setFilters: (filters) => change({ ...view, filters: [...filters] }),
    setSort: (sort) => change({ filters: view.filters, ...withSearch(view.search), ...(sort && { sort }) }),
    setSearch: (search) => change({ filters: view.filters, ...(view.sort && { sort: view.sort }), ...withSearch(search) }),
    clear: () => change({ filters: [], ...(view.sort && { sort: view.sort }) }),
  };
}

function withSearch(search: string | undefined): { search?: string } {
  const text = search?.trim();
  return text ? { search: text } : {};
}
