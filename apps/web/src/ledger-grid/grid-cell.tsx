import type { PlacedColumn } from './core/column-layout.ts';
import type { GridColumn } from './core/grid-column.ts';
import { joinClasses } from './core/join-classes.ts';
import styles from './ledger-grid.module.css';
import { Toned } from './toned.tsx';

interface GridCellProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly place: PlacedColumn<GridColumn<Row>>;
  readonly href: string | null;
  readonly isSelected: boolean;
  readonly isFocus: boolean;
}

export function GridCell<Row>({ id, row, place, href, isSelected, isFocus }: GridCellProps<Row>) {
  const { column } = place;
  return (
    <div
      role="gridcell"
      id={id}
      aria-colindex={place.index + 1}
      aria-selected={isSelected}
      data-column={place.index}
      className={joinClasses(styles['cell'], ...placeClasses(place), column.align === 'right' && styles['figure'], isSelected && styles['selected'], isFocus && styles['focus'])}
      style={placeStyle(place)}
    >
      <CellContent row={row} column={column} href={href} />
    </div>
  );
}

function CellContent<Row>({ row, column, href }: { readonly row: Row; readonly column: GridColumn<Row>; readonly href: string | null }) {
  const text = column.text(row);
  const tone = column.tone?.(row);
  switch (column.look) {
    case 'link':
      return href === null ? <span className={styles['text']}>{text}</span> : <a className={styles['link']} href={href} tabIndex={-1} draggable={false} title={text}>{text}</a>;
    case 'action': {
      const actionHref = column.actionHref?.(row) ?? null;
      return actionHref === null ? null : <a className={styles['action']} href={actionHref} tabIndex={-1} draggable={false}>{text}</a>;
    }
    case 'tag':
      return text === '' ? null : <Toned look="tag" tone={tone}>{text}</Toned>;
    case 'text':
      return <Toned look="value" tone={tone} className={styles['text']} title={column.align === 'left' ? text : undefined}>{text}</Toned>;
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
