import type { LedgerList as LedgerListDescription } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Filter, ListRow, ListView } from '@loanbook/contract/list-query.ts';
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useMediaQuery } from '../../platform/color-mode.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { CardList, type CardColumns } from '../card-list.tsx';
import { placeColumns } from '../core/column-layout.ts';
import type { GridColumn } from '../core/grid-column.ts';
import { gridTexts } from '../grid-texts.ts';
import { BulkEditButton } from '../edit/bulk-edit-button.tsx';
import { useLedgerEditing } from '../edit/use-ledger-editing.tsx';
import { LedgerGrid } from '../ledger-grid.tsx';
import { narrowScreen } from '../narrow-screen.ts';
import { useColumnChoice } from '../use-column-choice.ts';
import { cardFields } from './card-fields.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { GroupChooser } from './groups/group-chooser.tsx';
import { GroupedRows } from './groups/grouped-rows.tsx';
import { inLeadingOrder, ledgerColumns } from './ledger-columns.ts';
import styles from './ledger-list.module.css';
import { listTexts } from './list-texts.ts';
import { ListPlaceholder } from './list-placeholder.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { rowHref } from './row-href.ts';
import { useLedgerRows } from './use-ledger-rows.ts';
import { useEmbeddedLedgerView, type LedgerViewState } from './use-ledger-view.ts';
import { usePickedView } from './views/saved-views-query.ts';
import { ViewPicker } from './views/view-picker.tsx';

export interface RowAction {
  readonly text: string;
  /** null: this row does not offer it. */
  readonly href: (row: ListRow) => string | null;
}

export type LedgerListTools = (view: ListView, selected: readonly ListRow[]) => ReactNode;

interface LedgerListProps {
  readonly list: LedgerListDescription;
  readonly viewState: LedgerViewState;
  /** Asked for besides what the person filters; not shown as chips. */
  readonly fixedFilters?: readonly Filter[];
  readonly rowAction?: RowAction;
  /** Shown when the list has no rows at all: what to do next. */
  readonly empty: ReactNode;
  /** A list inside another page: as high as its rows, and no search of its own. */
  readonly isEmbedded?: boolean;
  /** What is shown here first and in this order, until the person chooses columns; the catalogue's own when absent. */
  readonly leadingFields?: readonly string[];
  /** Beside the list's own tools: what can be done with all it shows, or with the selected rows (none on a phone). */
  readonly tools?: LedgerListTools;
  /** Fields that would say the same in every row here. */
  readonly withoutFields?: readonly string[];
}

const noFilters: readonly Filter[] = [];
const noFields: readonly string[] = [];
const noRows: readonly ListRow[] = [];

/** One ledger list: search, filters, columns, export, and its rows as a table or, on a narrow screen, as cards. */
export function LedgerList({ list, viewState, fixedFilters = noFilters, rowAction, empty, isEmbedded = false, leadingFields = noFields, withoutFields = noFields, tools }: LedgerListProps): ReactNode {
  const tGrid = useTexts(gridTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const isNarrow = useMediaQuery(narrowScreen);
  const [isFilterOpen, setIsFilterOpen] = useState(false);
  const [selected, setSelected] = useState<readonly ListRow[]>(noRows);
  const { view } = viewState;
  const wholeView = useMemo(() => ({ ...view, filters: [...fixedFilters, ...view.filters] }), [view, fixedFilters]);
  const data = useLedgerRows(list.name, wholeView);
  const columns = useListColumns(list, data.businessDate, rowAction, leadingFields, withoutFields);
  const picked = usePickedView(list.name, isEmbedded ? undefined : viewState.viewId);
  const choiceState = useColumnChoice(memoryName(list.name, isEmbedded, picked?.id), columns, picked?.content?.columns);
  const { editing, dialogs } = useLedgerEditing(list);
  const columnKeys = useMemo(() => placeColumns(columns, choiceState.choice).placed.filter((place) => !place.isPinnedEnd).map(({ column }) => column.key), [columns, choiceState.choice]);
  const placeholder = <ListPlaceholder error={data.error} onRetry={data.refresh} isFiltered={view.filters.length > 0 || view.search !== undefined} onClear={viewState.clear} empty={empty} />;
  const shared = { label: list[language], source: data, totals: data.totals, hrefOf: (row: ListRow) => rowHref(list.name, row), onOpen: (href: string) => void navigate({ href }), placeholder };
  return (
    <div className={isEmbedded ? styles['embedded'] : styles['list']} data-stale={data.isStale}>
      {!isEmbedded && (
        <ListToolbar list={list} viewState={viewState} picker={<ViewPicker list={list} viewState={viewState} columns={choiceState} picked={picked} />} isRefreshing={data.isRefreshing} onRefresh={data.refresh} onOpenFilters={() => setIsFilterOpen(true)}>
          {!isNarrow && <ColumnChooser list={list} columns={choiceState} />}
          <GroupChooser list={list} viewState={viewState} />
          {!isNarrow && editing && <BulkEditButton fields={list.fields} editing={editing} selected={selected} />}
          {!isNarrow && tools?.(wholeView, selected)}
          <ExportMenu list={list} view={wholeView} columnKeys={columnKeys} />
        </ListToolbar>
      )}
      {viewState.groupBy !== undefined ? (
        <GroupedRows list={list} view={wholeView} groupBy={viewState.groupBy} totals={data.totals} renderRows={(filters) => <GroupRows list={list} view={wholeView} filters={filters} {...(rowAction && { rowAction })} leadingFields={leadingFields} />} />
      ) : isNarrow ? (
        <CardList {...shared} columns={cardColumnsOf(list, columns)} />
      ) : (
        <LedgerGrid {...shared} columns={columns} choice={choiceState.choice} onChoose={choiceState.change} sort={view.sort ?? list.defaultSort} onSort={viewState.setSort} onSelect={tools || editing ? setSelected : undefined} editing={isEmbedded ? undefined : editing} onCopied={(count) => void message.success(tGrid('copied', { count }))} />
      )}
      {dialogs}
      {!isEmbedded && <FilterPanel list={list} viewState={viewState} isOpen={isFilterOpen} onClose={() => setIsFilterOpen(false)} />}
    </div>
  );
}

interface GroupRowsProps {
  readonly list: LedgerListDescription;
  readonly view: ListView;
  readonly filters: readonly Filter[];
  readonly rowAction?: RowAction;
  readonly leadingFields: readonly string[];
}

/** The rows of one group, in an order of their own. */
function GroupRows({ list, view, filters, rowAction, leadingFields }: GroupRowsProps): ReactNode {
  const own = useEmbeddedLedgerView();
  const whole = useMemo(() => [...view.filters, ...filters], [view, filters]);
  const viewState = { ...own, view: { ...own.view, ...(view.search !== undefined && { search: view.search }), ...(own.view.sort === undefined && view.sort && { sort: view.sort }) } };
  return <LedgerList list={list} viewState={viewState} fixedFilters={whole} {...(rowAction && { rowAction })} leadingFields={leadingFields} empty={null} isEmbedded />;
}

function memoryName(list: string, isEmbedded: boolean, viewId: string | undefined): string {
  if (isEmbedded) return `${list}.embedded`;
  return viewId === undefined ? list : `${list}@${viewId}`;
}

function useListColumns(list: LedgerListDescription, businessDate: string | undefined, rowAction: RowAction | undefined, leadingFields: readonly string[], withoutFields: readonly string[]): readonly GridColumn<ListRow>[] {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const { timeZone } = useSession().institution;
  return useMemo(() => {
    const columns = inLeadingOrder(ledgerColumns(list, { language, timeZone }, businessDate), leadingFields).filter((column) => !withoutFields.includes(column.key));
    return rowAction === undefined ? columns : [...columns, actionColumn(rowAction, t('rowActions'))];
  }, [list, language, timeZone, businessDate, rowAction, leadingFields, withoutFields, t]);
}

const actionKey = 'rowAction';

function actionColumn({ text, href }: RowAction, title: string): GridColumn<ListRow> {
  return {
    key: actionKey, title, widthPx: 76, align: 'left', look: 'action', isSortable: false, isShown: true, isPinnedEnd: true, isTextInSpreadsheet: true,
    text: () => text, copiedText: () => '', actionHref: href,
  };
}

/** A card whose title would be the same on every card is titled by its number instead. */
function cardColumnsOf(list: LedgerListDescription, columns: readonly GridColumn<ListRow>[]): CardColumns<ListRow> {
  const fields = cardFields[list.name];
  const byKey = (key: string): GridColumn<ListRow>[] => columns.filter((column) => column.key === key);
  const [subtitle] = byKey(fields.subtitle);
  const title = byKey(fields.title)[0] ?? subtitle;
  if (title === undefined || subtitle === undefined) throw new Error(`the cards of ${list.name} name fields that are not in the catalogue`);
  return { title, subtitle, figures: fields.figures.flatMap(byKey), states: fields.states.flatMap(byKey), action: byKey(actionKey)[0] };
}
