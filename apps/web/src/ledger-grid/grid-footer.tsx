import { memo } from 'react';
import { formatCount } from '../platform/format.ts';
import { useTexts, type Translate } from '../platform/i18n.ts';
import type { ColumnLayout } from './core/column-layout.ts';
import type { GridColumn } from './core/grid-column.ts';
import { joinClasses } from './core/join-classes.ts';
import { placeClasses, placeStyle } from './grid-cell.tsx';
import { drawnColumns } from './grid-row.tsx';
import type { GridTotals } from './grid-rows.ts';
import { gridTexts } from './grid-texts.ts';
import styles from './ledger-grid.module.css';

interface GridFooterProps<Row> {
  readonly layout: ColumnLayout<GridColumn<Row>>;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly rowIndex: number;
  /** undefined while the sums are still being added up; null when they could not be. */
  readonly totals: GridTotals | undefined | null;
}

/** Count and sums over the whole view, not only over the rows that are loaded. */
function GridFooterView<Row>({ layout, firstColumn, lastColumn, rowIndex, totals }: GridFooterProps<Row>) {
  const t = useTexts(gridTexts);
  return (
    <div role="rowgroup" className={styles['foot']} style={{ width: layout.widthPx }}>
      <div role="row" aria-rowindex={rowIndex} className={styles['headRow']}>
        {drawnColumns(layout, firstColumn, lastColumn, null).map((place) => (
          <div key={place.column.key} role="gridcell" aria-colindex={place.index + 1} className={joinClasses(styles['footCell'], ...placeClasses(place), place.column.align === 'right' && styles['figure'])} style={placeStyle(place)}>
            <span className={styles['text']}>{place.index === 0 ? countText(totals, t) : totals?.sums[place.column.key]}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

export const GridFooter = memo(GridFooterView) as typeof GridFooterView; // memo forgets the type parameter

function countText(totals: GridTotals | undefined | null, t: Translate<keyof typeof gridTexts.zh>): string {
  if (totals === undefined) return t('counting');
  if (totals === null) return t('total');
  const shown = formatCount(totals.count);
  return totals.isCountCapped ? t('rowsAtLeast', { shown }) : t('rows', { count: totals.count, shown });
}
