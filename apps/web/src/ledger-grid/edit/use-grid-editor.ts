import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { fillDownEdits, fillSeriesEdits, pasteEdits, rangeEdits, type PlacedEdit } from '../core/cell-edits.ts';
import { rangeOf, type CellPlace, type CellRange, type CellSelection } from '../core/cell-selection.ts';
import type { GridColumn } from '../core/grid-column.ts';
import { pastedTable, withoutTitles } from '../core/pasted-table.ts';
import type { IdentifiedRow } from '../grid-rows.ts';
import type { CellInput, GridEditing } from './grid-editing.ts';

export interface GridEditorOptions<Row extends IdentifiedRow> {
  readonly editing: GridEditing<Row> | undefined;
  readonly selection: CellSelection | null;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  /** Moves the selected cell; false at the edge. */
  readonly move: (rowStep: number, columnStep: number) => boolean;
  readonly onOpen: (place: CellPlace) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  /** Keys of the selection: arrows, Ctrl+A, … */
  readonly onOtherKey: (event: KeyboardEvent) => void;
}

/** A cell whose text is being written. */
export interface OpenCell<Row> {
  readonly place: CellPlace;
  readonly row: Row;
  readonly column: GridColumn<Row>;
  readonly input: CellInput;
  readonly draft: string;
  /** What the cell was opened with; null when it was begun by typing over it. Left as it was, nothing is written. */
  readonly opened: string | null;
  /** Begun by typing over the cell: arrows then leave it, as in Excel. */
  readonly isTyped: boolean;
  /** The choices that fit the draft, and which of them Enter takes. */
  readonly options: readonly string[];
  readonly highlighted: number;
}

export interface GridEditor<Row> {
  readonly open: OpenCell<Row> | null;
  readonly begin: (place: CellPlace) => boolean;
  readonly type: (draft: string) => void;
  readonly commit: (text?: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly fillTo: (lastRow: number) => void;
}

/** Writing into cells: what keys and the clipboard do to the selected range. The rows are kept by `editing`. */
export function useGridEditor<Row extends IdentifiedRow>(options: GridEditorOptions<Row>): GridEditor<Row> {
  const { editing, selection, rows, columns } = options;
  const [open, setOpen] = useState<OpenCell<Row> | null>(null);
  const range = selection === null ? null : rangeOf(selection);
  const textAt = (row: number, column: number): string => (rows[row] === undefined ? '' : (columns[column]?.copiedText(rows[row]) ?? ''));
  const begin = (place: CellPlace, draft?: string): boolean => {
    const cell = cellAt(options, place);
    if (editing === undefined || cell === null || !editing.isEditable(cell.row, cell.column.key)) return false;
    const opened = draft === undefined ? editing.textOf(cell.row, cell.column.key) : null;
    setOpen(withDraft({ place, ...cell, input: editing.inputOf(cell.column.key), isTyped: opened === null, opened }, draft ?? opened ?? '', draft === undefined));
    return true;
  };
  const commit = (text = open === null ? '' : draftText(open)): void => {
    if (open === null) return;
    setOpen(null);
    if (text !== open.opened) editing?.write([{ row: open.row, key: open.column.key, text }]);
  };
  const write = (edits: readonly PlacedEdit[]): void => writePlaced(options, edits);
  const keys: EditorKeys<Row> = { options, open, range, setOpen, begin, commit, write, textAt };
  return {
    open, begin, commit,
    type: (draft) => {
      if (open !== null) setOpen(withDraft(open, draft, false));
      else if (selection !== null && !begin(selection.focus, draft)) tellNotEditable(options, selection.focus);
    },
    onKeyDown: (event) => {
      // While a word is composed, every key is the input method's.
      if (event.nativeEvent.isComposing || event.key === 'Process') return;
      if (open === null) selectedKey(event, keys);
      else openKey(event, keys, open);
    },
    onCopy: (event) => open === null && options.onCopy(event),
    onCut: (event) => {
      if (open !== null || range === null) return;
      options.onCopy(event);
      write(rangeEdits(range, ''));
    },
    onPaste: (event) => {
      if (open !== null || range === null) return;
      event.preventDefault();
      pasteText(options, range, event.clipboardData.getData('text/plain'), write);
    },
    fillTo: (lastRow) => range !== null && lastRow > range.lastRow && write(fillSeriesEdits(range, lastRow, textAt)),
  };
}

interface EditorKeys<Row extends IdentifiedRow> {
  readonly options: GridEditorOptions<Row>;
  readonly open: OpenCell<Row> | null;
  readonly range: CellRange | null;
  readonly setOpen: (open: OpenCell<Row> | null) => void;
  readonly begin: (place: CellPlace, draft?: string) => boolean;
  readonly commit: (text?: string) => void;
  readonly write: (edits: readonly PlacedEdit[]) => void;
  readonly textAt: (row: number, column: number) => string;
}

/** A key while a cell is being written. */
function openKey<Row extends IdentifiedRow>(event: KeyboardEvent, { options, range, setOpen, commit, write }: EditorKeys<Row>, cell: OpenCell<Row>): void {
  const { key } = event;
  const isArrow = key.startsWith('Arrow');
  const isUpOrDown = key === 'ArrowUp' || key === 'ArrowDown';
  if (key === 'Escape') return take(event, () => setOpen(null));
  if (key === 'Enter' && event.altKey && cell.input.kind === 'long') return take(event, () => setOpen(withDraft(cell, `${cell.draft}\n`, false)));
  if (isUpOrDown && cell.options.length > 0) return take(event, () => setOpen({ ...cell, highlighted: stepped(cell, key === 'ArrowUp' ? -1 : 1) }));
  if (key === 'Enter' && (event.ctrlKey || event.metaKey) && range !== null) {
    return take(event, () => {
      setOpen(null);
      write(rangeEdits(range, draftText(cell)));
    });
  }
  if (key !== 'Enter' && key !== 'Tab' && !(cell.isTyped && isArrow)) return undefined;
  return take(event, () => {
    commit();
    options.move(...stepOf(key, event.shiftKey));
  });
}

/** A key while no cell is being written. */
function selectedKey<Row extends IdentifiedRow>(event: KeyboardEvent, { options, range, begin, write, textAt }: EditorKeys<Row>): void {
  const { selection, editing, move, onOpen, onOtherKey } = options;
  if (selection === null || range === null || editing === undefined) return onOtherKey(event);
  const letter = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
  if (letter === 'z') return take(event, event.shiftKey ? editing.redo : editing.undo);
  if (letter === 'y') return take(event, editing.redo);
  if (letter === 'd') return take(event, () => write(fillDownEdits(range, textAt)));
  switch (event.key) {
    case 'F2': return take(event, () => begin(selection.focus) || tellNotEditable(options, selection.focus));
    case 'Enter': return take(event, () => begin(selection.focus) || onOpen(selection.focus));
    case 'Delete':
    case 'Backspace': return take(event, () => write(rangeEdits(range, '')));
    case 'Tab': return move(0, event.shiftKey ? -1 : 1) ? event.preventDefault() : undefined;
    case 'Escape': {
      const cell = cellAt(options, selection.focus);
      if (cell !== null) editing.forget(cell.row, cell.column.key);
      return onOtherKey(event);
    }
    default: return onOtherKey(event);
  }
}

function pasteText<Row extends IdentifiedRow>({ rows, columns, editing }: GridEditorOptions<Row>, range: CellRange, text: string, write: (edits: readonly PlacedEdit[]) => void): void {
  const table = withoutTitles(pastedTable(text), columns.slice(range.firstColumn).map((column) => column.title));
  const pasted = pasteEdits(table, range, { rows: rows.length, columns: columns.length });
  write(pasted.edits);
  if (pasted.columnsBeyond > 0) editing?.tell({ type: 'too_wide', count: pasted.columnsBeyond });
  if (pasted.rowsBeyond > 0) editing?.tell({ type: 'too_long', count: pasted.rowsBeyond });
}

/** Writes the cells that may be written, and says how many others would have changed. */
function writePlaced<Row extends IdentifiedRow>(options: GridEditorOptions<Row>, edits: readonly PlacedEdit[]): void {
  const { editing } = options;
  if (editing === undefined) return;
  const cells = edits.flatMap((edit) => {
    const cell = cellAt(options, edit);
    return cell === null ? [] : [{ ...cell, text: edit.text }];
  });
  const isWritable = ({ row, column }: { readonly row: Row; readonly column: GridColumn<Row> }): boolean => editing.isEditable(row, column.key);
  const skipped = cells.filter((cell) => !isWritable(cell) && cell.text.trim() !== cell.column.copiedText(cell.row) && cell.text.trim() !== cell.column.text(cell.row));
  editing.write(cells.filter(isWritable).map(({ row, column, text }) => ({ row, key: column.key, text })));
  if (skipped.length > 0) editing.tell({ type: 'skipped', count: skipped.length });
}

function cellAt<Row extends IdentifiedRow>({ rows, columns }: GridEditorOptions<Row>, place: CellPlace): { readonly row: Row; readonly column: GridColumn<Row> } | null {
  const [row, column] = [rows[place.row], columns[place.column]];
  return row === undefined || column === undefined ? null : { row, column };
}

function tellNotEditable<Row extends IdentifiedRow>(options: GridEditorOptions<Row>, place: CellPlace): void {
  options.editing?.tell({ type: 'not_editable', title: options.columns[place.column]?.title ?? '' });
}

type Undrafted<Row> = Omit<OpenCell<Row>, 'draft' | 'options' | 'highlighted'>;

/** A cell just opened offers every choice; from the first letter on, those that hold what is typed. */
function withDraft<Row>(cell: Undrafted<Row>, draft: string, isFresh: boolean): OpenCell<Row> {
  const options = isFresh || draft === '' ? cell.input.options : cell.input.options.filter((option) => option.toLowerCase().includes(draft.trim().toLowerCase()));
  const same = options.indexOf(draft);
  return { ...cell, draft, options, highlighted: same < 0 && draft !== '' && options.length > 0 ? 0 : same };
}

function draftText<Row>({ draft, options, highlighted }: OpenCell<Row>): string {
  return options[highlighted] ?? draft;
}

function stepped<Row>({ options, highlighted }: OpenCell<Row>, step: number): number {
  return Math.min(options.length - 1, Math.max(0, highlighted + step));
}

function stepOf(key: string, isShift: boolean): readonly [rowStep: number, columnStep: number] {
  if (key === 'Tab') return [0, isShift ? -1 : 1];
  if (key === 'Enter') return [isShift ? -1 : 1, 0];
  if (key === 'ArrowUp' || key === 'ArrowDown') return [key === 'ArrowUp' ? -1 : 1, 0];
  return [0, key === 'ArrowLeft' ? -1 : 1];
}

function take(event: KeyboardEvent, act: () => unknown): void {
  event.preventDefault();
  act();
}
