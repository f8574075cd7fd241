import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../platform/i18n.ts';
import { gridTexts } from './grid-texts.ts';
import type { IdentifiedRow, RowSource } from './grid-rows.ts';
import styles from './ledger-grid.module.css';

interface GridTailProps<Row extends IdentifiedRow> {
  readonly source: RowSource<Row>;
  readonly placeholder: ReactNode;
  /** Width of the view: the tail stays in it while the table scrolls sideways. */
  readonly widthPx: number;
}

const skeletonRows = 12;

/** What stands below the rows: the first load, the next page, a failed page, or why there are no rows. */
export function GridTail<Row extends IdentifiedRow>({ source, placeholder, widthPx }: GridTailProps<Row>) {
  const t = useTexts(gridTexts);
  if (source.isLoading) {
    return (
      <div aria-hidden className={styles['skeleton']} style={{ width: widthPx }}>
        {Array.from({ length: skeletonRows }, (_, index) => <div key={index} className={styles['skeletonRow']} />)}
      </div>
    );
  }
  if (source.rows.length === 0) return <TailCell className={styles['placeholder']} widthPx={widthPx}>{placeholder}</TailCell>;
  if (source.hasFailedToLoadMore) {
    return (
      <TailCell className={styles['more']} widthPx={widthPx}>
        {t('loadMoreFailed')} <Button size="small" type="link" onClick={source.loadMore}>{t('tryAgain')}</Button>
      </TailCell>
    );
  }
  return source.isLoadingMore ? <TailCell className={styles['more']} widthPx={widthPx}>{t('loadingMore')}</TailCell> : null;
}

/** A grid may hold nothing but rows of cells, so words below the rows are one too. */
function TailCell({ className, widthPx, children }: { readonly className: string | undefined; readonly widthPx: number; readonly children: ReactNode }) {
  return (
    <div role="rowgroup">
      <div role="row">
        <div role="gridcell" className={className} style={{ width: widthPx }}>{children}</div>
      </div>
    </div>
  );
}
