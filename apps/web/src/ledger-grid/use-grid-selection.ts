import { useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { isSingleCell, moveSelection, selectAll, selectCell, type CellPlace, type CellSelection, type GridSize } from './core/cell-selection.ts';
import { clipboardTable, type ClipboardTable } from './core/clipboard-table.ts';
import type { GridColumn } from './core/grid-column.ts';
import { gridCommand, type GridCommand } from './core/grid-command.ts';

interface GridSelectionOptions<Row> {
  readonly rows: readonly Row[];
  /** The shown columns, in their order. */
  readonly columns: readonly GridColumn<Row>[];
  readonly pageRows: () => number;
  readonly onOpen: (place: CellPlace) => void;
  /** A double click: writes into the cell, or opens the row where it cannot be written. */
  readonly onEdit: (place: CellPlace) => void;
  readonly onFocus: (place: CellPlace) => void;
  readonly onCopied: (rowCount: number) => void;
}

export interface GridSelection {
  readonly selection: CellSelection | null;
  /** Moves the selected cell and brings it into view; false when it stands at the edge already. */
  readonly move: (rowStep: number, columnStep: number) => boolean;
  /** A key that is the grid's, wherever the event came from. */
  readonly onKey: (event: KeyboardEvent) => void;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onCopy: (event: ClipboardEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onDoubleClick: (event: MouseEvent) => void;
  };
}

/** The selected range of cells and what keys, mouse and finger do with it. */
export function useGridSelection<Row>({ rows, columns, pageRows, onOpen, onEdit, onFocus, onCopied }: GridSelectionOptions<Row>): GridSelection {
  const size: GridSize = { rows: rows.length, columns: columns.length };
  const [kept, setSelection] = useState<CellSelection | null>(null);
  const selection = kept === null ? null : inside(kept, size);
  const select = (next: CellSelection | null): void => {
    setSelection(next);
    if (next !== null) onFocus(next.focus);
  };
  const obey = (command: GridCommand): void => {
    switch (command.type) {
      case 'move': return select(moveSelection(selection, command, size));
      case 'open': return selection === null ? undefined : onOpen(selection.focus);
      case 'select_all': return setSelection(selectAll(size));
      case 'select_row': return selection === null ? undefined : setSelection(wholeRows(selection, size));
      case 'clear': return setSelection(null);
      default: {
        const unknownCommand: never = command;
        throw new Error(`no answer to ${String(unknownCommand)}`);
      }
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    const command = gridCommand({ key: event.key, isControl: event.ctrlKey || event.metaKey, isShift: event.shiftKey, isAlt: event.altKey }, pageRows());
    if (command === null) return;
    event.preventDefault();
    obey(command);
  };
  const move = (rowStep: number, columnStep: number): boolean => {
    const next = moveSelection(selection, { rowStep, columnStep, isExtending: false }, size);
    const isMoved = next !== null && (next.focus.row !== selection?.focus.row || next.focus.column !== selection.focus.column);
    if (isMoved) select(next);
    return isMoved;
  };
  const handlers = {
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.target === event.currentTarget) onKey(event);
    },
    onCopy: (event: ClipboardEvent): void => {
      if (selection !== null) onCopied(copyTo(event, clipboardTable(selection, rows, columns)));
    },
    onPointerDown: (event: PointerEvent): void => {
      const place = placeOf(event.target);
      // A finger scrolls and taps; ranges are drawn with the mouse.
      if (place === null || event.button !== 0 || event.pointerType === 'touch') return;
      setSelection(event.shiftKey && selection !== null ? { anchor: selection.anchor, focus: place } : selectCell(place));
    },
    onPointerMove: (event: PointerEvent): void => {
      if (event.buttons !== 1 || event.pointerType === 'touch' || selection === null) return;
      const place = placeOf(event.target);
      if (place !== null && (place.row !== selection.focus.row || place.column !== selection.focus.column)) setSelection({ anchor: selection.anchor, focus: place });
    },
    onClick: (event: MouseEvent): void => openFromClick(event, selection, onOpen),
    onDoubleClick: (event: MouseEvent): void => {
      const place = placeOf(event.target);
      if (place !== null) onEdit(place);
    },
  };
  return { selection, move, onKey, handlers };
}

/** Returns how many rows were copied. */
function copyTo(event: ClipboardEvent, table: ClipboardTable): number {
  event.preventDefault();
  event.clipboardData.setData('text/plain', table.plainText);
  event.clipboardData.setData('text/html', table.html);
  return table.rowCount;
}

function openFromClick(event: MouseEvent, selection: CellSelection | null, onOpen: (place: CellPlace) => void): void {
  const place = placeOf(event.target);
  if (place === null) return;
  const isLink = event.target instanceof Element && event.target.closest('a') !== null;
  const isTap = event.nativeEvent instanceof globalThis.PointerEvent && event.nativeEvent.pointerType === 'touch';
  const wantsNewTab = event.ctrlKey || event.metaKey || event.shiftKey;
  if (isLink && wantsNewTab) return;
  if (isLink) event.preventDefault();
  // Ending a drawn range on a link must not leave the page.
  const endsRange = selection !== null && !isSingleCell(selection);
  if ((isLink || isTap) && !endsRange) onOpen(place);
}

/** The cell an event came from; cells say their places in data attributes. */
export function placeOf(target: EventTarget): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  if (!cell || !row) return null;
  return { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) };
}

function wholeRows({ anchor, focus }: CellSelection, size: GridSize): CellSelection {
  return { anchor: { row: anchor.row, column: 0 }, focus: { row: focus.row, column: size.columns - 1 } };
}

function inside({ anchor, focus }: CellSelection, size: GridSize): CellSelection | null {
  if (size.rows === 0 || size.columns === 0) return null;
  const bounded = ({ row, column }: CellPlace): CellPlace => ({ row: Math.min(row, size.rows - 1), column: Math.min(column, size.columns - 1) });
  return { anchor: bounded(anchor), focus: bounded(focus) };
}
