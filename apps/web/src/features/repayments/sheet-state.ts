import { blankRow, headingColumns, isBlank, sheetColumns, type SheetColumn, type SheetRow } from './sheet-row.ts';

/** The sheet with its past and future; each step of undo is one edit of a cell, one paste, one removal. */
export interface SheetState {
  readonly rows: readonly SheetRow[];
  readonly past: readonly (readonly SheetRow[])[];
  readonly future: readonly (readonly SheetRow[])[];
  /** Cell that is being typed into: its keystrokes are one step. */
  readonly typingIn: string | null;
  readonly nextKey: number;
  /** What of the last paste found no place; gone with the next step. */
  readonly leftOut: PasteRest | null;
}

export interface PasteRest {
  readonly rows: number;
  readonly columns: number;
}

export type SheetAction =
  | { readonly type: 'edit'; readonly key: number; readonly column: SheetColumn; readonly text: string }
  | { readonly type: 'paste'; readonly rowIndex: number; readonly column: SheetColumn; readonly cells: readonly (readonly string[])[] }
  | { readonly type: 'choose'; readonly key: number; readonly loanId: string }
  | { readonly type: 'keep'; readonly key: number; readonly keepExcess: boolean }
  | { readonly type: 'remove'; readonly key: number }
  | { readonly type: 'undo' | 'redo' | 'clear' };

/** The server takes so many at once. */
export const mostRows = 200;
const rememberedSteps = 100;
const openingRows = 5;

export function newSheet(firstName?: string): SheetState {
  const rows = Array.from({ length: openingRows }, (_, key) => blankRow(key));
  return { rows: rows.map((row, index) => (index === 0 && firstName ? { ...row, name: firstName } : row)), past: [], future: [], typingIn: null, nextKey: openingRows, leftOut: null };
}

export function changeSheet(state: SheetState, action: SheetAction): SheetState {
  switch (action.type) {
    case 'edit': return edited(state, action.key, action.column, action.text);
    case 'paste': return pasted(state, action.rowIndex, action.column, action.cells);
    case 'choose': return step(state, replaced(state.rows, action.key, { loanId: action.loanId }));
    case 'keep': return step(state, replaced(state.rows, action.key, { keepExcess: action.keepExcess }));
    case 'remove': return step(state, state.rows.filter((row) => row.key !== action.key));
    case 'clear': return step(state, []);
    case 'undo': return moved(state, state.past.at(-1), state.past.slice(0, -1), [state.rows, ...state.future]);
    case 'redo': return moved(state, state.future[0], [...state.past, state.rows], state.future.slice(1));
    default: return action satisfies never;
  }
}

function edited(state: SheetState, key: number, column: SheetColumn, text: string): SheetState {
  const cell = `${key}.${column}`;
  // Another name means another loan; another amount asks again whether the excess is kept.
  const rows = replaced(state.rows, key, { [column]: text, ...(column === 'name' && { loanId: null }), ...(column === 'amount' && { keepExcess: false }) });
  const next = state.typingIn === cell ? withSpareRow({ ...state, rows, future: [] }) : step(state, rows);
  return { ...next, typingIn: cell };
}

function pasted(state: SheetState, rowIndex: number, column: SheetColumn, cells: readonly (readonly string[])[]): SheetState {
  const heading = headingColumns(cells[0] ?? []);
  const filledRows = (heading === null ? cells : cells.slice(1)).filter((row) => row.some((cell) => cell !== ''));
  const data = filledRows.slice(0, mostRows - rowIndex);
  const first = sheetColumns.indexOf(column);
  const rows = [...state.rows];
  let { nextKey } = state;
  for (const [offset, values] of data.entries()) {
    const existing = rows[rowIndex + offset];
    const filled = sheetColumns.flatMap((target, index) => {
      const value = heading === null ? values[index - first] : values[heading.get(target) ?? -1];
      return value === undefined || (heading === null && index < first) ? [] : [[target, value.replaceAll('\n', ' ')] as const];
    });
    rows[rowIndex + offset] = { ...(existing ?? blankRow(nextKey++)), ...Object.fromEntries(filled), loanId: null, keepExcess: false };
  }
  // Under a heading the columns are chosen by name, and those of no use are meant to stay behind.
  const columnsLeft = heading === null ? Math.max(0, ...data.map((values) => usedWidth(values) - (sheetColumns.length - first))) : 0;
  const rowsLeft = filledRows.length - data.length;
  return { ...step({ ...state, nextKey }, rows), leftOut: rowsLeft + columnsLeft > 0 ? { rows: rowsLeft, columns: columnsLeft } : null };
}

function usedWidth(values: readonly string[]): number {
  return values.findLastIndex((value) => value !== '') + 1;
}

function replaced(rows: readonly SheetRow[], key: number, change: Partial<SheetRow>): readonly SheetRow[] {
  return rows.map((row) => (row.key === key ? { ...row, ...change } : row));
}

function step(state: SheetState, rows: readonly SheetRow[]): SheetState {
  return withSpareRow({ ...state, rows, past: [...state.past, state.rows].slice(-rememberedSteps), future: [], typingIn: null, leftOut: null });
}

function moved(state: SheetState, rows: readonly SheetRow[] | undefined, past: SheetState['past'], future: SheetState['future']): SheetState {
  return rows === undefined ? state : { ...state, rows, past, future, typingIn: null, leftOut: null };
}

/** There is always a blank row to go on in. */
function withSpareRow(state: SheetState): SheetState {
  const last = state.rows.at(-1);
  if (last !== undefined && (isBlank(last) || state.rows.length >= mostRows)) return state;
  return { ...state, rows: [...state.rows, blankRow(state.nextKey)], nextKey: state.nextKey + 1 };
}
