import type { KeyboardEvent } from 'react';

/** Attributes by which a cell is found: its row's place and its column's. */
export function cellAttributes(rowIndex: number, columnIndex: number): Readonly<Record<'data-row' | 'data-column', number>> {
  return { 'data-row': rowIndex, 'data-column': columnIndex };
}

/**
 * Moves between cells as a spreadsheet does: Enter and Down go down, Shift + Enter and Up go up, Left and Right leave the
 * cell at the end of its text. Tab is the browser's own. Returns whether the key was taken.
 */
export function moveByKey(event: KeyboardEvent<HTMLElement>): boolean {
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLInputElement) || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
  const step = stepOf(event, target);
  if (step === null) return false;
  const row = Number(target.dataset['row']) + step.rows;
  const column = Number(target.dataset['column']) + step.columns;
  const next = currentTarget.querySelector<HTMLInputElement>(`input[data-row="${row}"][data-column="${column}"]`);
  event.preventDefault();
  if (next === null) return true;
  next.focus();
  next.select();
  return true;
}

function stepOf(event: KeyboardEvent<HTMLElement>, input: HTMLInputElement): { readonly rows: number; readonly columns: number } | null {
  const isAllSelected = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  const isAtStart = input.selectionEnd === 0 || isAllSelected;
  const isAtEnd = input.selectionStart === input.value.length || isAllSelected;
  switch (event.key) {
    case 'Enter': return { rows: event.shiftKey ? -1 : 1, columns: 0 };
    case 'ArrowDown': return { rows: 1, columns: 0 };
    case 'ArrowUp': return { rows: -1, columns: 0 };
    case 'ArrowLeft': return isAtStart && !event.shiftKey ? { rows: 0, columns: -1 } : null;
    case 'ArrowRight': return isAtEnd && !event.shiftKey ? { rows: 0, columns: 1 } : null;
    default: return null;
  }
}
