import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { scrollLeftForColumn, type ColumnChoice } from './core/column-layout.ts';
import { rangeOf, type CellPlace } from './core/cell-selection.ts';
import type { GridColumn, GridSort } from './core/grid-column.ts';
import { joinClasses } from './core/join-classes.ts';
import { CellEditor } from './edit/cell-editor.tsx';
import type { GridEditing } from './edit/grid-editing.ts';
import { useFillHandle } from './edit/use-fill-handle.ts';
import { useGridEditor } from './edit/use-grid-editor.ts';
import { GridFooter } from './grid-footer.tsx';
import { GridHeader } from './grid-header.tsx';
import { cellId, GridRow } from './grid-row.tsx';
import { rowsBeforeNextPage, type GridTotals, type IdentifiedRow, type RowSource } from './grid-rows.ts';
import { GridTail } from './grid-tail.tsx';
import styles from './ledger-grid.module.css';
import { useGridSelection } from './use-grid-selection.ts';
import { useGridView } from './use-grid-view.ts';

interface LedgerGridProps<Row extends IdentifiedRow> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly choice: ColumnChoice;
  readonly onChoose: (choice: ColumnChoice) => void;
  readonly source: RowSource<Row>;
  /** undefined while still being added up, null when that failed. */
  readonly totals: GridTotals | undefined | null;
  readonly sort: GridSort | undefined;
  readonly onSort: (sort: GridSort | undefined) => void;
  /** Address of a row's page, for links that can be opened in a new tab. */
  readonly hrefOf: (row: Row) => string | null;
  readonly onOpen: (href: string) => void;
  readonly onCopied: (rowCount: number) => void;
  /** The rows of the selected range, whenever it changes. */
  readonly onSelect?: ((rows: readonly Row[]) => void) | undefined;
  /** Present where cells may be written in place. */
  readonly editing?: GridEditing<Row> | undefined;
  /** Shown instead of rows: nothing found, or why nothing could be read. */
  readonly placeholder: ReactNode;
}

const rowHeightPx = 32;
const headerHeightPx = 34;

export function LedgerGrid<Row extends IdentifiedRow>({ label, columns, choice, onChoose, source, totals, sort, onSort, hrefOf, onOpen, onCopied, onSelect, editing, placeholder }: LedgerGridProps<Row>) {
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = source;
  const view = useGridView(scroller, columns, choice);
  const { layout } = view;
  const shownColumns = useMemo(() => layout.placed.map(({ column }) => column), [layout]);
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeightPx, overscan: 6, scrollPaddingStart: headerHeightPx, scrollPaddingEnd: headerHeightPx });
  const bringIntoView = useCallback(({ row, column }: CellPlace) => {
    virtualizer.scrollToIndex(row, { align: 'auto' });
    const element = scroller.current;
    if (element !== null) element.scrollLeft = scrollLeftForColumn(layout, column, element.scrollLeft, element.clientWidth);
  }, [virtualizer, layout]);
  const open = ({ row, column }: CellPlace): void => {
    const target = rows[row];
    if (target === undefined) return;
    const href = shownColumns[column]?.actionHref?.(target) ?? hrefOf(target);
    if (href !== null) onOpen(href);
  };
  const { selection, move, onKey, handlers } = useGridSelection({ rows, columns: shownColumns, pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 3), onOpen: open, onEdit: (place) => editor.begin(place) || open(place), onFocus: bringIntoView, onCopied });
  const editor = useGridEditor({ editing, selection, rows, columns: shownColumns, move, onOpen: open, onCopy: handlers.onCopy, onOtherKey: onKey });
  const range = selection === null ? null : rangeOf(selection);
  const fill = useFillHandle(range, editor.fillTo);
  const input = useRef<HTMLTextAreaElement>(null);
  const [isInputFocused, setIsInputFocused] = useState(false);
  useSelectedRows(rows, range, onSelect);
  const drawnRows = virtualizer.getVirtualItems();
  const poolSize = useLargest(drawnRows.length);
  useLoadMoreNear(source, drawnRows.at(-1)?.index ?? -1);
  const isFocusDrawn = selection !== null && drawnRows.some(({ index }) => index === selection.focus.row);
  const focusId = isFocusDrawn ? cellId(gridId, selection.focus.row, selection.focus.column) : undefined;
  return (
    <div className={styles['frame']}>
      <div
        ref={scroller}
        role="grid"
        // While the text area has the focus, Shift+Tab must leave the table and not come back into it.
        tabIndex={isInputFocused ? -1 : 0}
        aria-label={label}
        aria-rowcount={source.hasMore ? -1 : rows.length + 2}
        aria-colcount={layout.placed.length}
        aria-multiselectable
        aria-busy={source.isLoading}
        aria-activedescendant={focusId}
        className={joinClasses(styles['grid'], view.isScrolledSideways && styles['scrolledSideways'])}
        onScroll={view.follow}
        {...handlers}
        {...fill.handlers(handlers)}
        onFocus={(event) => event.target === event.currentTarget && input.current?.focus({ preventScroll: true })}
      >
        <div role="presentation" className={styles['table']} style={{ minWidth: layout.widthPx }}>
          <GridHeader layout={layout} firstColumn={view.firstColumn} lastColumn={view.lastColumn} choice={choice} onChoose={onChoose} sort={sort} onSort={onSort} />
          <div role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize(), width: layout.widthPx }}>
            {drawnRows.map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              const isInRange = range !== null && index >= range.firstRow && index <= Math.max(range.lastRow, fill.lastRow);
              return (
                <GridRow
                  // A row that scrolls out hands its elements to the one that scrolls in: changing text is cheaper than making cells.
                  key={index % poolSize}
                  gridId={gridId}
                  row={row}
                  index={index}
                  topPx={start}
                  layout={layout}
                  firstColumn={view.firstColumn}
                  lastColumn={view.lastColumn}
                  href={hrefOf(row)}
                  firstSelected={isInRange ? range.firstColumn : 0}
                  lastSelected={isInRange ? range.lastColumn : -1}
                  focusColumn={selection?.focus.row === index ? selection.focus.column : null}
                  marks={editing?.marksOf(row.id)}
                  handleColumn={editing !== undefined && range?.lastRow === index ? range.lastColumn : -1}
                />
              );
            })}
          </div>
          <GridTail source={source} placeholder={placeholder} widthPx={view.widthPx} />
          {rows.length > 0 && <GridFooter layout={layout} firstColumn={view.firstColumn} lastColumn={view.lastColumn} rowIndex={rows.length + 2} totals={totals} />}
        </div>
      </div>
      {editing !== undefined && <CellEditor editor={editor} input={input} scroller={scroller} layout={layout} focus={selection?.focus ?? null} focusId={focusId} headerHeightPx={headerHeightPx} rowHeightPx={rowHeightPx} problem={problemAt(editing, selection && rows[selection.focus.row], selection && shownColumns[selection.focus.column])} onFocusChange={setIsInputFocused} />}
    </div>
  );
}

function problemAt<Row extends IdentifiedRow>(editing: GridEditing<Row>, row: Row | null | undefined, column: GridColumn<Row> | null | undefined): string | undefined {
  return row && column ? editing.marksOf(row.id)?.[column.key]?.problem : undefined;
}

function useSelectedRows<Row>(rows: readonly Row[], range: ReturnType<typeof rangeOf> | null, onSelect: ((rows: readonly Row[]) => void) | undefined): void {
  const [first, last] = range === null ? [0, -1] : [range.firstRow, range.lastRow];
  useEffect(() => onSelect?.(rows.slice(first, last + 1)), [rows, first, last, onSelect]);
}

/** The largest number so far; rows drawn differ by one or two from scroll to scroll. */
function useLargest(count: number): number {
  const [largest, setLargest] = useState(1);
  if (count > largest) setLargest(count);
  return Math.max(count, largest);
}

function useLoadMoreNear<Row extends IdentifiedRow>({ rows, hasMore, isLoadingMore, hasFailedToLoadMore, loadMore }: RowSource<Row>, lastDrawnIndex: number): void {
  const isNearEnd = lastDrawnIndex >= rows.length - rowsBeforeNextPage;
  useEffect(() => {
    if (isNearEnd && hasMore && !isLoadingMore && !hasFailedToLoadMore && rows.length > 0) loadMore();
  }, [isNearEnd, hasMore, isLoadingMore, hasFailedToLoadMore, rows.length, loadMore]);
}
