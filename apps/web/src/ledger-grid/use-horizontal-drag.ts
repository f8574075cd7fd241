import { useRef, type PointerEvent } from 'react';

interface HorizontalDragOptions {
  readonly isEnabled: boolean;
  readonly onMove: (clientX: number) => void;
  /** null: the pointer was taken away, nothing is dropped. */
  readonly onEnd: (clientX: number | null) => void;
}

export interface HorizontalDrag {
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: () => void;
  };
  /** True for the click that ends a drag, which must not also count as a click. */
  readonly hasMoved: () => boolean;
}

const dragBeginsAfterPx = 6;

/** Dragging with the mouse or a pen; a finger scrolls instead. */
export function useHorizontalDrag({ isEnabled, onMove, onEnd }: HorizontalDragOptions): HorizontalDrag {
  const fromX = useRef<number | null>(null);
  const isDragging = useRef(false);
  const handlers = {
    onPointerDown: (event: PointerEvent): void => {
      isDragging.current = false;
      fromX.current = isEnabled && event.button === 0 && event.pointerType !== 'touch' ? event.clientX : null;
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      if (fromX.current === null) return;
      if (!isDragging.current && Math.abs(event.clientX - fromX.current) < dragBeginsAfterPx) return;
      if (!isDragging.current) event.currentTarget.setPointerCapture(event.pointerId);
      isDragging.current = true;
      onMove(event.clientX);
    },
    onPointerUp: (event: PointerEvent): void => {
      fromX.current = null;
      if (isDragging.current) onEnd(event.clientX);
    },
    onPointerCancel: (): void => {
      fromX.current = null;
      if (isDragging.current) onEnd(null);
    },
  };
  return { handlers, hasMoved: () => isDragging.current };
}
