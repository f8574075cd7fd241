import type { SelectionMove } from './cell-selection.ts';

/** What a key asks of the grid. */
export type GridCommand =
  | ({ readonly type: 'move' } & SelectionMove)
  | { readonly type: 'open' }
  | { readonly type: 'select_all' }
  | { readonly type: 'select_row' }
  | { readonly type: 'clear' };

export interface KeyPress {
  readonly key: string;
  readonly isControl: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

// More rows or columns than any list holds: the move stops at the edge.
const toTheEdge = 100_000_000;

/** null: the key is not the grid's and goes its usual way. Control-C is left to the browser's copy event. */
export function gridCommand(press: KeyPress, pageRows: number): GridCommand | null {
  if (press.isAlt) return null;
  const step = moveSteps(press, pageRows);
  if (step !== null) return { type: 'move', rowStep: step[0], columnStep: step[1], isExtending: press.isShift };
  if (press.isControl) return press.key.toLowerCase() === 'a' ? { type: 'select_all' } : null;
  if (press.key === 'Enter') return { type: 'open' };
  if (press.key === 'Escape') return { type: 'clear' };
  if (press.key === ' ' && press.isShift) return { type: 'select_row' };
  return null;
}

function moveSteps({ key, isControl }: KeyPress, pageRows: number): readonly [rowStep: number, columnStep: number] | null {
  const far = isControl ? toTheEdge : 1;
  switch (key) {
    case 'ArrowUp': return [-far, 0];
    case 'ArrowDown': return [far, 0];
    case 'ArrowLeft': return [0, -far];
    case 'ArrowRight': return [0, far];
    case 'PageUp': return [-pageRows, 0];
    case 'PageDown': return [pageRows, 0];
    case 'Home': return [isControl ? -toTheEdge : 0, -toTheEdge];
    case 'End': return [isControl ? toTheEdge : 0, toTheEdge];
    default: return null;
  }
}
