import { ledgerLists, type ListName } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import type { ReactNode } from 'react';
import { useLanguage } from '../../platform/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { LedgerList, type LedgerListTools, type RowAction } from './ledger-list.tsx';
import { useLedgerView, type LedgerViewState } from './use-ledger-view.ts';

interface LedgerListPageProps {
  readonly list: ListName;
  /** The list's own name when absent. */
  readonly title?: string;
  readonly subtitle?: ReactNode;
  /** Buttons of the page, the main one last. */
  readonly actions?: ReactNode;
  /** Between title and toolbar, such as tabs that set filters. */
  readonly above?: (viewState: LedgerViewState) => ReactNode;
  readonly fixedFilters?: readonly Filter[];
  readonly rowAction?: RowAction;
  /** The columns of this page's work first; the catalogue's order when absent. */
  readonly leadingFields?: readonly string[];
  readonly empty: ReactNode;
  readonly tools?: LedgerListTools;
}

/** A page that is one ledger list. Everything about its columns, filters, cards and export comes from the field catalogue. */
export function LedgerListPage({ list, title, subtitle, actions, above, fixedFilters, rowAction, leadingFields, empty, tools }: LedgerListPageProps): ReactNode {
  const language = useLanguage();
  const description = ledgerLists[list];
  const viewState = useLedgerView(description);
  return (
    <Page title={title ?? description[language]} subtitle={subtitle} actions={actions} width="fill">
      {above?.(viewState)}
      <LedgerList list={description} viewState={viewState} empty={empty} {...(fixedFilters && { fixedFilters })} {...(rowAction && { rowAction })} {...(leadingFields && { leadingFields })} {...(tools && { tools })} />
    </Page>
  );
}
