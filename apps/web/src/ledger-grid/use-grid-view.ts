import { useCallback, useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { frozenCountThatFits, placeColumns, visibleColumnRange, type ColumnChoice, type ColumnLayout, type PlaceableColumn } from './core/column-layout.ts';

export interface GridView<Column> {
  readonly layout: ColumnLayout<Column>;
  readonly widthPx: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly isScrolledSideways: boolean;
  /** Call on every scroll. */
  readonly follow: () => void;
}

interface Viewport {
  readonly widthPx: number;
  readonly scrollLeftPx: number;
}

// Half of the narrowest column: one column more than visible is drawn on either side, so nothing is missing in between.
const scrollStepPx = 28;

/** Places the columns for the scroller's width and says which of them are in view. */
export function useGridView<Column extends PlaceableColumn>(scroller: RefObject<HTMLElement | null>, columns: readonly Column[], choice: ColumnChoice): GridView<Column> {
  const [viewport, setViewport] = useState<Viewport>({ widthPx: 0, scrollLeftPx: 0 });
  const follow = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const next = { widthPx: element.clientWidth, scrollLeftPx: Math.floor(element.scrollLeft / scrollStepPx) * scrollStepPx };
    setViewport((current) => (current.widthPx === next.widthPx && current.scrollLeftPx === next.scrollLeftPx ? current : next));
  }, [scroller]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, follow]);
  const { widthPx, scrollLeftPx } = viewport;
  const layout = useMemo(() => fittingLayout(columns, choice, widthPx), [columns, choice, widthPx]);
  const [firstColumn, lastColumn] = visibleColumnRange(layout, scrollLeftPx, widthPx + scrollStepPx);
  return { layout, widthPx, firstColumn, lastColumn, isScrolledSideways: scrollLeftPx > 0, follow };
}

/** On a narrow screen frozen columns would leave nothing to scroll, so fewer of them are frozen there. */
function fittingLayout<Column extends PlaceableColumn>(columns: readonly Column[], choice: ColumnChoice, widthPx: number): ColumnLayout<Column> {
  const wanted = placeColumns(columns, choice);
  if (widthPx === 0) return wanted;
  const frozenCount = frozenCountThatFits(wanted.placed.map((place) => place.widthPx), choice.frozenCount, widthPx);
  return frozenCount === choice.frozenCount ? wanted : placeColumns(columns, { ...choice, frozenCount });
}
