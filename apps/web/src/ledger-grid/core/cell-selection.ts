/** A cell by place: row of the loaded rows, column of the shown columns, both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** `focus` moves with the keyboard; `anchor` stays where the range was begun. */
export interface CellSelection {
  readonly anchor: CellPlace;
  readonly focus: CellPlace;
}

export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export function selectCell(place: CellPlace): CellSelection {
  return { anchor: place, focus: place };
}

export function selectAll(size: GridSize): CellSelection | null {
  if (size.rows === 0 || size.columns === 0) return null;
  return { anchor: { row: 0, column: 0 }, focus: { row: size.rows - 1, column: size.columns - 1 } };
}

export function rangeOf({ anchor, focus }: CellSelection): CellRange {
  return {
    firstRow: Math.min(anchor.row, focus.row),
    lastRow: Math.max(anchor.row, focus.row),
    firstColumn: Math.min(anchor.column, focus.column),
    lastColumn: Math.max(anchor.column, focus.column),
  };
}

export function isSingleCell({ anchor, focus }: CellSelection): boolean {
  return anchor.row === focus.row && anchor.column === focus.column;
}

export interface SelectionMove {
  readonly rowStep: number;
  readonly columnStep: number;
  readonly isExtending: boolean;
}

/** Steps beyond an edge stop at the edge; a selection left over from more rows or columns comes back inside. */
export function moveSelection(selection: CellSelection | null, move: SelectionMove, size: GridSize): CellSelection | null {
  if (size.rows === 0 || size.columns === 0) return null;
  if (selection === null) return selectCell({ row: 0, column: 0 });
  const focus = {
    row: bounded(selection.focus.row + move.rowStep, size.rows),
    column: bounded(selection.focus.column + move.columnStep, size.columns),
  };
  return move.isExtending ? { anchor: selection.anchor, focus } : selectCell(focus);
}

function bounded(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}
