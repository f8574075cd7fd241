import { memo, useRef, useState, type PointerEvent } from 'react';
import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { useTexts } from '../platform/i18n.ts';
import { dropTarget, moveColumn, resizeColumn, type ColumnChoice, type ColumnLayout, type PlacedColumn } from './core/column-layout.ts';
import { nextSort, type GridColumn, type GridSort } from './core/grid-column.ts';
import { joinClasses } from './core/join-classes.ts';
import { drawnColumns } from './grid-row.tsx';
import { placeClasses, placeStyle } from './grid-cell.tsx';
import { gridTexts } from './grid-texts.ts';
import styles from './ledger-grid.module.css';
import { useHorizontalDrag } from './use-horizontal-drag.ts';

interface GridHeaderProps<Row> {
  readonly layout: ColumnLayout<GridColumn<Row>>;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly choice: ColumnChoice;
  readonly onChoose: (choice: ColumnChoice) => void;
  readonly sort: GridSort | undefined;
  readonly onSort: (sort: GridSort | undefined) => void;
}

function GridHeaderView<Row>({ layout, firstColumn, lastColumn, choice, onChoose, sort, onSort }: GridHeaderProps<Row>) {
  const rowElement = useRef<HTMLDivElement>(null);
  const [dropBeforeKey, setDropBeforeKey] = useState<string | null | undefined>();
  const targetAt = (clientX: number): string | null => dropTarget(layout, clientX - (rowElement.current?.getBoundingClientRect().left ?? 0));
  return (
    <div role="rowgroup" className={styles['head']} style={{ width: layout.widthPx }}>
      <div role="row" aria-rowindex={1} ref={rowElement} className={styles['headRow']}>
        {drawnColumns(layout, firstColumn, lastColumn, null).map((place) => (
          <HeaderCell
            key={place.column.key}
            place={place}
            sort={sort}
            isDropTarget={dropBeforeKey === place.column.key}
            onSort={() => onSort(nextSort(sort, place.column.key))}
            onResize={(widthPx) => onChoose(resizeColumn(choice, place.column.key, widthPx))}
            onDragTo={(clientX) => setDropBeforeKey(targetAt(clientX))}
            onDrop={(clientX) => {
              setDropBeforeKey(undefined);
              if (clientX !== null) onChoose(moveColumn(choice, place.column.key, targetAt(clientX)));
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** Scrolling draws rows, not titles. */
export const GridHeader = memo(GridHeaderView) as typeof GridHeaderView; // memo forgets the type parameter

interface HeaderCellProps<Row> {
  readonly place: PlacedColumn<GridColumn<Row>>;
  readonly sort: GridSort | undefined;
  readonly isDropTarget: boolean;
  readonly onSort: () => void;
  readonly onResize: (widthPx: number) => void;
  readonly onDragTo: (clientX: number) => void;
  /** null: given up. */
  readonly onDrop: (clientX: number | null) => void;
}

function HeaderCell<Row>({ place, sort, isDropTarget, onSort, onResize, onDragTo, onDrop }: HeaderCellProps<Row>) {
  const { column } = place;
  const direction = sort?.key === column.key ? sort.direction : undefined;
  const drag = useHorizontalDrag({ isEnabled: !place.isPinnedEnd, onMove: onDragTo, onEnd: onDrop });
  return (
    <div
      role="columnheader"
      aria-colindex={place.index + 1}
      aria-sort={ariaSort(column.isSortable, direction)}
      className={joinClasses(styles['headCell'], ...placeClasses(place), column.align === 'right' && styles['figure'], isDropTarget && styles['dropTarget'])}
      style={placeStyle(place)}
      title={column.title}
      {...drag.handlers}
    >
      {column.isSortable ? (
        <button type="button" className={styles['sortButton']} onClick={() => drag.hasMoved() || onSort()}>
          <span className={styles['text']}>{column.title}</span>
          <SortMark direction={direction} />
        </button>
      ) : (
        <span className={styles['text']}>{column.title}</span>
      )}
      {!place.isPinnedEnd && <ResizeHandle widthPx={place.widthPx} standardWidthPx={column.widthPx} onResize={onResize} />}
    </div>
  );
}

function SortMark({ direction }: { readonly direction: 'asc' | 'desc' | undefined }) {
  if (direction === undefined) return <ArrowUpOutlined className={styles['sortHint']} aria-hidden />;
  return direction === 'asc' ? <ArrowUpOutlined className={styles['sortMark']} aria-hidden /> : <ArrowDownOutlined className={styles['sortMark']} aria-hidden />;
}

function ResizeHandle({ widthPx, standardWidthPx, onResize }: { readonly widthPx: number; readonly standardWidthPx: number; readonly onResize: (widthPx: number) => void }) {
  const t = useTexts(gridTexts);
  const start = useRef<{ clientX: number; widthPx: number } | null>(null);
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { clientX: event.clientX, widthPx };
  };
  return (
    <div
      aria-hidden
      title={t('resize')}
      className={styles['resizeHandle']}
      onPointerDown={begin}
      onPointerMove={(event) => start.current && onResize(start.current.widthPx + event.clientX - start.current.clientX)}
      onPointerUp={() => { start.current = null; }}
      onPointerCancel={() => { start.current = null; }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => onResize(standardWidthPx)}
    />
  );
}

function ariaSort(isSortable: boolean, direction: 'asc' | 'desc' | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!isSortable) return undefined;
  if (direction === undefined) return 'none';
  return direction === 'asc' ? 'ascending' : 'descending';
}
