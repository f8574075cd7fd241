import { memo } from 'react';
import type { PlacedColumn } from './core/column-layout.ts';
import type { GridColumn } from './core/grid-column.ts';
import { joinClasses } from './core/join-classes.ts';
import type { CellMark as EditMark } from './edit/grid-editing.ts';
import styles from './ledger-grid.module.css';
import { Toned, tonedValueClass } from './toned.tsx';

interface GridCellProps<Row> {
  /** Only the cell with the focus has one, for the grid to point at. */
  readonly id: string | undefined;
  readonly row: Row;
  readonly place: PlacedColumn<GridColumn<Row>>;
  readonly href: string | null;
  readonly isSelected: boolean;
  readonly mark: EditMark | undefined;
  readonly hasFillHandle: boolean;
}

/** One cell is one element where it can be: a screenful has hundreds, and each costs on every turn of the wheel. */
function GridCellView<Row>({ id, row, place, href, isSelected, mark, hasFillHandle }: GridCellProps<Row>) {
  const { column } = place;
  const isMarkShown = mark !== undefined && mark.state !== 'saved';
  const text = isMarkShown ? mark.text : column.text(row);
  const tone = column.tone?.(row);
  return (
    <div
      role="gridcell"
      id={id}
      aria-colindex={place.index + 1}
      aria-selected={isSelected}
      data-column={place.index}
      aria-invalid={mark?.state === 'failed' || undefined}
      title={mark?.problem ?? (column.look === 'text' && column.align === 'left' ? text : undefined)}
      className={joinClasses(styles['cell'], ...placeClasses(place), column.align === 'right' && styles['figure'], column.look === 'text' && tone && tonedValueClass(tone), isSelected && styles['selected'], id !== undefined && styles['focus'], mark !== undefined && styles[mark.state])}
      style={placeStyle(place)}
    >
      {column.look === 'text' || isMarkShown ? text : <CellMark row={row} column={column} text={text} href={href} />}
      {hasFillHandle && <span className={styles['fillHandle']} data-fill="" aria-hidden />}
    </div>
  );
}

export const GridCell = memo(GridCellView) as typeof GridCellView; // memo forgets the type parameter

/** What stands in a cell that is more than its text. */
function CellMark<Row>({ row, column, text, href }: { readonly row: Row; readonly column: GridColumn<Row>; readonly text: string; readonly href: string | null }) {
  switch (column.look) {
    case 'text': return text;
    case 'link': return href === null ? text : <a className={styles['link']} href={href} tabIndex={-1} draggable={false} title={text}>{text}</a>;
    case 'tag': return text === '' ? null : <Toned look="tag" tone={column.tone?.(row)}>{text}</Toned>;
    case 'action': {
      const actionHref = column.actionHref?.(row) ?? null;
      return actionHref === null ? null : <a className={styles['action']} href={actionHref} tabIndex={-1} draggable={false}>{text}</a>;
    }
    default: {
      const unknownLook: never = column.look;
      throw new Error(`no look for ${String(unknownLook)}`);
    }
  }
}

/** Frozen and pinned cells hold by themselves while the row scrolls; the others are placed by their distance. */
export function placeStyle({ leftPx, widthPx, isPinnedEnd }: PlacedColumn<unknown>): { width: number; left?: number } {
  return isPinnedEnd ? { width: widthPx } : { width: widthPx, left: leftPx };
}

export function placeClasses({ isFrozen, isPinnedEnd }: PlacedColumn<unknown>): readonly (string | false | undefined)[] {
  return [isFrozen && styles['frozen'], isPinnedEnd && styles['pinned']];
}
