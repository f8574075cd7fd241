import { useState, type PointerEvent } from 'react';
import type { CellRange } from '../core/cell-selection.ts';
import { placeOf } from '../use-grid-selection.ts';

interface PointerHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
}

export interface FillHandle {
  /** The last row the handle is pulled over; -1 while it is not pulled. */
  readonly lastRow: number;
  /** Handlers that pull the handle and leave every other pointer to those given. */
  readonly handlers: (others: PointerHandlers) => PointerHandlers & { readonly onPointerUp: () => void };
}

/** The square at the range's corner that is pulled down to fill rows. */
export function useFillHandle(range: CellRange | null, onFill: (lastRow: number) => void): FillHandle {
  const [lastRow, setLastRow] = useState(-1);
  return {
    lastRow,
    handlers: (others) => ({
      onPointerDown: (event) => {
        if (range === null || !(event.target instanceof HTMLElement) || event.target.dataset['fill'] === undefined) return others.onPointerDown(event);
        // The press must neither select nor take the focus.
        event.preventDefault();
        return setLastRow(range.lastRow);
      },
      onPointerMove: (event) => {
        if (lastRow < 0) return others.onPointerMove(event);
        const place = placeOf(event.target);
        return event.buttons === 1 && place !== null && range !== null ? setLastRow(Math.max(range.lastRow, place.row)) : undefined;
      },
      onPointerUp: () => {
        if (lastRow < 0) return;
        setLastRow(-1);
        onFill(lastRow);
      },
    }),
  };
}
