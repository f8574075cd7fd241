import type { RecordTableName } from './mapping-draft.ts';
import type { MarkedRow } from './marked-row.ts';
import type { PreviewRow } from './use-preview.ts';

/** One page of records as the table on a desk and the cards on a phone take it. */
export interface PreviewRowsProps {
  readonly table: RecordTableName;
  readonly keys: readonly string[];
  readonly rows: readonly PreviewRow[];
  readonly marksOf: (row: PreviewRow) => MarkedRow;
}
