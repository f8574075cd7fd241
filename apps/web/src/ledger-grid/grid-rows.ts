/** What the table needs of a row; everything else is known to the columns only. */
export interface IdentifiedRow {
  readonly id: string;
}

/** The rows loaded so far and how to get more. A failure keeps the rows that are there. */
export interface RowSource<Row extends IdentifiedRow> {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  readonly hasMore: boolean;
  readonly hasFailedToLoadMore: boolean;
  readonly loadMore: () => void;
}

/** Sums by column key, as shown; absent while they are still being added up. */
export interface GridTotals {
  readonly count: number;
  readonly isCountCapped: boolean;
  readonly sums: Readonly<Record<string, string>>;
}

/** How far before the end of the loaded rows the next page is asked for, so that a fast wheel rarely meets the end. */
export const rowsBeforeNextPage = 40;
