/** How a cell stands out: danger is kept for what is overdue or harmful, so that red always means act. */
export type Tone = 'neutral' | 'quiet' | 'good' | 'warning' | 'danger' | 'strongDanger';

/** link: opens the row's page · action: a button-like link at the table's right edge, with its own address. */
export type CellLook = 'text' | 'tag' | 'link' | 'action';

/**
 * One column as the grid needs it; what the values mean is known only to whoever makes the columns.
 * `text` is shown, `copiedText` goes to the clipboard (plain digits where `text` has separators).
 */
export interface GridColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly widthPx: number;
  readonly align: 'left' | 'right';
  readonly look: CellLook;
  readonly isSortable: boolean;
  /** Shown until the person chooses columns. */
  readonly isShown: boolean;
  /** Pasted into a spreadsheet as text, so that long digit strings keep every digit. */
  readonly isTextInSpreadsheet: boolean;
  readonly text: (row: Row) => string;
  readonly copiedText: (row: Row) => string;
  readonly tone?: (row: Row) => Tone | undefined;
  /** Where an action leads; null where the row does not offer it. */
  readonly actionHref?: (row: Row) => string | null;
  /** Stays at the right edge and is neither moved nor hidden. */
  readonly isPinnedEnd?: boolean;
}

export interface GridSort {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
}

/** A click on another header sorts upward, on the same one the other way round; the list's own order is in the filter panel. */
export function nextSort(current: GridSort | undefined, key: string): GridSort {
  return { key, direction: current?.key === key && current.direction === 'asc' ? 'desc' : 'asc' };
}
