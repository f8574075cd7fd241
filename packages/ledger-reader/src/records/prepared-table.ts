import type { SheetGrid } from '../decode/cell-grid.ts';
import type { SheetRole } from '../ledger-reading.ts';
import type { CaptionFacts } from '../tables/captions.ts';
import type { RawTable } from '../tables/find-tables.ts';
import type { TableContext } from '../tables/header-rule.ts';
import type { ColumnMap } from '../tables/map-columns.ts';
import type { CellOrigins } from '../tables/lay-out.ts';
import type { SplitRow } from '../tables/split-rows.ts';
import type { ColourMeanings } from '../tables/row-colours.ts';
import type { RowDefaults } from '../tables/table-defaults.ts';

/** What reading the rows found out that the check of the totals needs. */
export interface RowFindings {
  /** Amounts whose unit was a slip, as they were meant, in fen by markKey of the cell. */
  readonly correctedFen: Map<number, number>;
  /** Rows that repeat another row and were taken once. */
  readonly repeatedRows: Set<number>;
}

/** A table ready to be read: its cells, what its columns mean and what its captions say. */
export interface PreparedTable {
  readonly id: string;
  readonly file: string;
  readonly sheet: SheetGrid;
  readonly raw: RawTable;
  readonly map: ColumnMap;
  readonly context: TableContext;
  readonly hasLoanColumns: boolean;
  readonly captions: CaptionFacts;
  /** The day the table's figures stand for, by caption or sheet name. */
  readonly asOf?: string;
  /** The one year that sheet name and title speak of, for days written without one. */
  readonly year?: number;
  /** The plan of one loan, whose terms stand above the table. */
  readonly isSinglePlan?: true;
  readonly role: SheetRole;
  /** What sheet name and captions say for every row, and what section headings say for the rows below them. */
  readonly defaults: RowDefaults;
  readonly sectionDefaults: readonly { readonly row: number; readonly values: RowDefaults }[];
  /** What the colours of its rows say, by legend or custom. */
  readonly colours: ColourMeanings;
  /** Lines that held several loans. */
  readonly splits: readonly SplitRow[];
  /** Where cells really stand: rows of lines that were taken apart, columns that are captions. */
  readonly origins?: CellOrigins;
  /** Code → words, by column index, from a dictionary that came with the files. */
  readonly codes: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** Filled while the rows are read. */
  readonly findings: RowFindings;
}
