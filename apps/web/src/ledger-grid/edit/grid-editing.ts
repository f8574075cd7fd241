import type { IdentifiedRow } from '../grid-rows.ts';

/** How a cell stands after an edit. `text` is shown in its place while the row itself still has the old value. */
export interface CellMark {
  readonly state: 'pending' | 'saved' | 'failed';
  readonly text: string;
  /** What is wrong, for failed cells. */
  readonly problem?: string;
}

/** The marks of one row by column key. */
export type RowMarks = Readonly<Record<string, CellMark>>;

export interface CellEdit<Row> {
  readonly row: Row;
  readonly key: string;
  readonly text: string;
}

/** line: one line of text · long: several lines · choice: one of `options`. */
export interface CellInput {
  readonly kind: 'line' | 'long' | 'choice';
  readonly options: readonly string[];
  readonly align: 'left' | 'right';
}

/** What the grid needs of whoever keeps the rows so that cells can be edited in place. */
export interface GridEditing<Row extends IdentifiedRow> {
  readonly isEditable: (row: Row, key: string) => boolean;
  readonly inputOf: (key: string) => CellInput;
  /** What an editor begins with; empty for sealed cells, whose masks are not values. */
  readonly textOf: (row: Row, key: string) => string;
  /** Saves these cells as one step that can be undone. */
  readonly write: (edits: readonly CellEdit<Row>[]) => void;
  /** A text as it would be shown, or what is wrong with it. */
  readonly check: (key: string, text: string) => { readonly text?: string; readonly problem?: string };
  readonly undo: () => void;
  readonly redo: () => void;
  /** Takes the mark of a cell that was refused away: its old value stands again. */
  readonly forget: (row: Row, key: string) => void;
  /** Tells the person what a paste left out, or why a cell cannot be edited. */
  readonly tell: (note: EditNote) => void;
  readonly marksOf: (rowId: string) => RowMarks | undefined;
}

export type EditNote =
  | { readonly type: 'not_editable'; readonly title: string }
  | { readonly type: 'skipped'; readonly count: number }
  | { readonly type: 'too_wide'; readonly count: number }
  | { readonly type: 'too_long'; readonly count: number };
