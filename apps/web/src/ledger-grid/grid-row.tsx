import { memo } from 'react';
import type { ColumnLayout, PlacedColumn } from './core/column-layout.ts';
import type { GridColumn } from './core/grid-column.ts';
import { joinClasses } from './core/join-classes.ts';
import type { RowMarks } from './edit/grid-editing.ts';
import { GridCell } from './grid-cell.tsx';
import styles from './ledger-grid.module.css';

interface GridRowProps<Row> {
  readonly gridId: string;
  readonly row: Row;
  readonly index: number;
  readonly topPx: number;
  readonly layout: ColumnLayout<GridColumn<Row>>;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly href: string | null;
  /** Selected columns of this row; last before first means none. Numbers, so that other rows are not drawn again. */
  readonly firstSelected: number;
  readonly lastSelected: number;
  readonly focusColumn: number | null;
  /** How edited cells of this row stand. */
  readonly marks: RowMarks | undefined;
  /** The cell that holds the fill handle. */
  readonly handleColumn: number;
}

/** The columns to draw: frozen, in view, pinned, and the one that holds the focus, which must exist for a screen reader. */
export function drawnColumns<Column>(layout: ColumnLayout<Column>, firstColumn: number, lastColumn: number, focusColumn: number | null): readonly PlacedColumn<Column>[] {
  return layout.placed.filter(({ index, isFrozen, isPinnedEnd }) => isFrozen || isPinnedEnd || index === focusColumn || (index >= firstColumn && index <= lastColumn));
}

export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}

function GridRowView<Row>({ gridId, row, index, topPx, layout, firstColumn, lastColumn, href, firstSelected, lastSelected, focusColumn, marks, handleColumn }: GridRowProps<Row>) {
  const isCurrent = focusColumn !== null;
  return (
    <div role="row" aria-rowindex={index + 2} data-row={index} className={joinClasses(styles['row'], isCurrent && styles['current'])} style={{ transform: `translateY(${topPx}px)`, width: layout.widthPx }}>
      {drawnColumns(layout, firstColumn, lastColumn, focusColumn).map((place) => (
        <GridCell
          key={place.column.key}
          id={place.index === focusColumn ? cellId(gridId, index, place.index) : undefined}
          row={row}
          place={place}
          href={href}
          isSelected={place.index >= firstSelected && place.index <= lastSelected}
          mark={marks?.[place.column.key]}
          hasFillHandle={place.index === handleColumn}
        />
      ))}
    </div>
  );
}

export const GridRow = memo(GridRowView) as typeof GridRowView; // memo forgets the type parameter
