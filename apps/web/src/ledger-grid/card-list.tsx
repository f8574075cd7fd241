import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { formatCount } from '../platform/format.ts';
import { useTexts } from '../platform/i18n.ts';
import styles from './card-list.module.css';
import type { GridColumn } from './core/grid-column.ts';
import { gridTexts } from './grid-texts.ts';
import { Toned } from './toned.tsx';
import { rowsBeforeNextPage, type GridTotals, type IdentifiedRow, type RowSource } from './grid-rows.ts';

/** Which columns a card shows and where. */
export interface CardColumns<Row> {
  readonly title: GridColumn<Row>;
  readonly subtitle: GridColumn<Row>;
  readonly figures: readonly GridColumn<Row>[];
  readonly states: readonly GridColumn<Row>[];
  readonly action: GridColumn<Row> | undefined;
}

interface CardListProps<Row extends IdentifiedRow> {
  readonly label: string;
  readonly columns: CardColumns<Row>;
  readonly source: RowSource<Row>;
  readonly totals: GridTotals | undefined | null;
  readonly hrefOf: (row: Row) => string | null;
  readonly onOpen: (href: string) => void;
  readonly placeholder: ReactNode;
}

const cardHeightPx = 132;

/** The same rows for a narrow screen: one card a row, read and opened with a thumb. The window scrolls, not a box in it. */
export function CardList<Row extends IdentifiedRow>({ label, columns, source, totals, hrefOf, onOpen, placeholder }: CardListProps<Row>) {
  const t = useTexts(gridTexts);
  const list = useRef<HTMLUListElement>(null);
  const [topPx, setTopPx] = useState(0);
  useLayoutEffect(() => setTopPx((list.current?.getBoundingClientRect().top ?? 0) + globalThis.scrollY), [source.isLoading]);
  const { rows, hasMore, isLoadingMore, hasFailedToLoadMore, loadMore } = source;
  const virtualizer = useWindowVirtualizer({ count: rows.length, estimateSize: () => cardHeightPx, overscan: 6, scrollMargin: topPx });
  const drawn = virtualizer.getVirtualItems();
  const isNearEnd = (drawn.at(-1)?.index ?? -1) >= rows.length - rowsBeforeNextPage;
  useEffect(() => {
    if (isNearEnd && hasMore && !isLoadingMore && !hasFailedToLoadMore && rows.length > 0) loadMore();
  }, [isNearEnd, hasMore, isLoadingMore, hasFailedToLoadMore, rows.length, loadMore]);
  if (source.isLoading) return <div aria-hidden className={styles['skeleton']}>{Array.from({ length: 5 }, (_, index) => <div key={index} className={styles['skeletonCard']} />)}</div>;
  if (rows.length === 0) return <div className={styles['placeholder']}>{placeholder}</div>;
  return (
    <>
      <p className={styles['count']}>{totals ? t(totals.isCountCapped ? 'rowsAtLeast' : 'rows', { count: totals.count, shown: formatCount(totals.count) }) : t('counting')}</p>
      <ul ref={list} aria-label={label} className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li key={row.id} ref={virtualizer.measureElement} data-index={index} className={styles['item']} style={{ transform: `translateY(${start - topPx}px)` }}>
              <Card row={row} columns={columns} href={hrefOf(row)} onOpen={onOpen} />
            </li>
          );
        })}
      </ul>
      {isLoadingMore && <p className={styles['more']}>{t('loadingMore')}</p>}
      {hasFailedToLoadMore && <p className={styles['more']} role="alert">{t('loadMoreFailed')} <Button type="link" onClick={loadMore}>{t('tryAgain')}</Button></p>}
    </>
  );
}

function Card<Row>({ row, columns, href, onOpen }: { readonly row: Row; readonly columns: CardColumns<Row>; readonly href: string | null; readonly onOpen: (href: string) => void }) {
  const title = columns.title.text(row) || columns.subtitle.text(row);
  const actionHref = columns.action?.actionHref?.(row) ?? null;
  return (
    <article className={styles['card']}>
      <header className={styles['head']}>
        <div className={styles['names']}>
          {href === null ? <span className={styles['title']}>{title}</span> : <CardLink href={href} className={styles['title']} onOpen={onOpen}>{title}</CardLink>}
          {columns.subtitle.text(row) !== title && <span className={styles['subtitle']}>{columns.subtitle.text(row)}</span>}
        </div>
        <div className={styles['states']}>
          {columns.states.map((column) => column.text(row) && <Toned key={column.key} look="tag" tone={column.tone?.(row)}>{column.text(row)}</Toned>)}
        </div>
      </header>
      <dl className={styles['figures']}>
        {columns.figures.map((column) => column.text(row) && (
          <div key={column.key} className={styles['figure']}>
            <dt>{column.title}</dt>
            <dd><Toned look="value" tone={column.tone?.(row)}>{column.text(row)}</Toned></dd>
          </div>
        ))}
      </dl>
      {actionHref !== null && columns.action && <CardLink href={actionHref} className={styles['action']} onOpen={onOpen}>{columns.action.text(row)}</CardLink>}
    </article>
  );
}

function CardLink({ href, className, onOpen, children }: { readonly href: string; readonly className: string | undefined; readonly onOpen: (href: string) => void; readonly children: ReactNode }) {
  return (
    <a
      href={href}
      className={className}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(href);
      }}
    >
      {children}
    </a>
  );
}
