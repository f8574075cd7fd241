/** What a person changed about a list's columns. `order` holds every key once seen, shown or hidden. */
export interface ColumnChoice {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widthsPx: Readonly<Record<string, number>>;
  readonly frozenCount: number;
}

/** The part of a column that its place depends on. */
export interface PlaceableColumn {
  readonly key: string;
  readonly widthPx: number;
  readonly isShown: boolean;
  readonly isPinnedEnd?: boolean;
}

export interface PlacedColumn<Column> {
  readonly column: Column;
  readonly index: number;
  readonly leftPx: number;
  readonly widthPx: number;
  readonly isFrozen: boolean;
  readonly isPinnedEnd: boolean;
}

export interface ColumnLayout<Column> {
  readonly placed: readonly PlacedColumn<Column>[];
  readonly widthPx: number;
  readonly frozenWidthPx: number;
  readonly pinnedWidthPx: number;
}

export const narrowestColumnPx = 56;
export const widestColumnPx = 640;

export function defaultColumnChoice(columns: readonly PlaceableColumn[], frozenCount: number): ColumnChoice {
  return { order: columns.map((column) => column.key), hidden: columns.filter((column) => !column.isShown).map((column) => column.key), widthsPx: {}, frozenCount };
}

/** Brings a remembered choice up to date: columns that have gone are dropped, new ones come last, shown if they are by default. */
export function reconcileColumnChoice(remembered: ColumnChoice, columns: readonly PlaceableColumn[]): ColumnChoice {
  const known = new Set(columns.map((column) => column.key));
  const seen = new Set(remembered.order);
  const added = columns.filter((column) => !seen.has(column.key));
  return {
    order: [...remembered.order.filter((key) => known.has(key)), ...added.map((column) => column.key)],
    hidden: [...remembered.hidden.filter((key) => known.has(key)), ...added.filter((column) => !column.isShown).map((column) => column.key)],
    widthsPx: Object.fromEntries(Object.entries(remembered.widthsPx).filter(([key]) => known.has(key))),
    frozenCount: remembered.frozenCount,
  };
}

export function placeColumns<Column extends PlaceableColumn>(columns: readonly Column[], choice: ColumnChoice): ColumnLayout<Column> {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const hidden = new Set(choice.hidden);
  const shown = choice.order.flatMap((key) => {
    const column = byKey.get(key);
    return column === undefined || hidden.has(key) || column.isPinnedEnd ? [] : [column];
  });
  const pinned = columns.filter((column) => column.isPinnedEnd);
  const placed: PlacedColumn<Column>[] = [];
  let leftPx = 0;
  for (const column of [...shown, ...pinned]) {
    const widthPx = choice.widthsPx[column.key] ?? column.widthPx;
    const isPinnedEnd = column.isPinnedEnd === true;
    placed.push({ column, index: placed.length, leftPx, widthPx, isFrozen: !isPinnedEnd && placed.length < choice.frozenCount, isPinnedEnd });
    leftPx += widthPx;
  }
  return { placed, widthPx: leftPx, frozenWidthPx: widthOf(placed.filter((place) => place.isFrozen)), pinnedWidthPx: widthOf(placed.filter((place) => place.isPinnedEnd)) };
}

function widthOf(placed: readonly { readonly widthPx: number }[]): number {
  return placed.reduce((totalPx, { widthPx }) => totalPx + widthPx, 0);
}

/** Frozen columns are given up one by one where they would leave less than half of the view to scroll in. */
export function frozenCountThatFits(widthsPx: readonly number[], wanted: number, viewWidthPx: number): number {
  let usedPx = 0;
  let count = 0;
  for (const widthPx of widthsPx.slice(0, wanted)) {
    usedPx += widthPx;
    if (usedPx > viewWidthPx / 2) break;
    count += 1;
  }
  return count;
}

export function resizeColumn(choice: ColumnChoice, key: string, widthPx: number): ColumnChoice {
  const bounded = Math.min(widestColumnPx, Math.max(narrowestColumnPx, Math.round(widthPx)));
  return { ...choice, widthsPx: { ...choice.widthsPx, [key]: bounded } };
}

/** Puts `key` just before `beforeKey`, or last when that is null. */
export function moveColumn(choice: ColumnChoice, key: string, beforeKey: string | null): ColumnChoice {
  if (key === beforeKey) return choice;
  const rest = choice.order.filter((candidate) => candidate !== key);
  const at = beforeKey === null ? rest.length : rest.indexOf(beforeKey);
  if (at < 0) return choice;
  return { ...choice, order: [...rest.slice(0, at), key, ...rest.slice(at)] };
}

/** The last shown column stays: a list without columns cannot be brought back by its header. */
export function showColumn(choice: ColumnChoice, key: string, isShown: boolean): ColumnChoice {
  const hidden = choice.hidden.filter((candidate) => candidate !== key);
  if (isShown) return { ...choice, hidden };
  const isLast = choice.order.every((candidate) => candidate === key || choice.hidden.includes(candidate));
  return isLast ? choice : { ...choice, hidden: [...hidden, key] };
}

/** Indexes of the scrolling columns that touch the view, one more on either side; frozen columns are always drawn. */
export function visibleColumnRange(layout: ColumnLayout<unknown>, scrollLeftPx: number, viewWidthPx: number): readonly [first: number, last: number] {
  const fromPx = scrollLeftPx + layout.frozenWidthPx;
  const toPx = scrollLeftPx + viewWidthPx - layout.pinnedWidthPx;
  let first = -1;
  let last = -1;
  for (const { index, leftPx, widthPx, isFrozen, isPinnedEnd } of layout.placed) {
    if (isFrozen || isPinnedEnd || leftPx + widthPx <= fromPx || leftPx >= toPx) continue;
    if (first < 0) first = index;
    last = index;
  }
  if (first < 0) return [0, -1];
  return [Math.max(0, first - 1), Math.min(layout.placed.length - 1, last + 1)];
}

/** Key of the column that a header dropped at `xPx` (from the left of the whole table) comes to stand before; null: last. */
export function dropTarget(layout: ColumnLayout<PlaceableColumn>, xPx: number): string | null {
  const next = layout.placed.find(({ leftPx, widthPx, isPinnedEnd }) => !isPinnedEnd && xPx < leftPx + widthPx / 2);
  return next === undefined ? null : next.column.key;
}

/** Where to scroll sideways so that the column stands free of the frozen and pinned ones; unchanged when it does. */
export function scrollLeftForColumn(layout: ColumnLayout<unknown>, columnIndex: number, scrollLeftPx: number, viewWidthPx: number): number {
  const place = layout.placed[columnIndex];
  if (place === undefined || place.isFrozen || place.isPinnedEnd) return scrollLeftPx;
  const furthestPx = place.leftPx - layout.frozenWidthPx;
  const nearestPx = place.leftPx + place.widthPx + layout.pinnedWidthPx - viewWidthPx;
  return Math.max(0, Math.min(furthestPx, Math.max(nearestPx, scrollLeftPx)));
}
