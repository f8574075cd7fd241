import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { CellPlace } from '../core/cell-selection.ts';
import type { ColumnLayout } from '../core/column-layout.ts';
import { joinClasses } from '../core/join-classes.ts';
import { useTexts } from '../../platform/i18n.ts';
import styles from './cell-editor.module.css';
import { editTexts } from './edit-texts.ts';
import type { GridEditor } from './use-grid-editor.ts';

interface CellEditorProps<Row> {
  readonly editor: GridEditor<Row>;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly layout: ColumnLayout<unknown>;
  readonly focus: CellPlace | null;
  /** Id of the drawn cell that has the focus. */
  readonly focusId: string | undefined;
  readonly headerHeightPx: number;
  readonly rowHeightPx: number;
  /** Why the selected cell was not saved. */
  readonly problem: string | undefined;
  readonly onFocusChange: (isFocused: boolean) => void;
}

/**
 * One text area that always has the focus of the table and lies unseen over the selected cell: only so does an input method
 * compose its first letter there. It is seen while a cell is written.
 */
export function CellEditor<Row>({ editor, input, scroller, layout, focus, focusId, headerHeightPx, rowHeightPx, problem, onFocusChange }: CellEditorProps<Row>) {
  const t = useTexts(editTexts);
  const box = useRef<HTMLDivElement>(null);
  const { open } = editor;
  const place = open?.place ?? focus;
  useLayoutEffect(() => {
    const [element, view] = [box.current, scroller.current];
    if (element === null || view === null || place === null) return undefined;
    const follow = (): void => putOver(element, view, layout, place, headerHeightPx, rowHeightPx);
    follow();
    if (open === null) return undefined;
    view.addEventListener('scroll', follow, { passive: true });
    return () => view.removeEventListener('scroll', follow);
  }, [scroller, layout, place, open, headerHeightPx, rowHeightPx]);
  const isOpenedWhole = open !== null && !open.isTyped;
  useLayoutEffect(() => {
    const element = input.current;
    if (!isOpenedWhole || element === null) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [input, isOpenedWhole]);
  return (
    <div ref={box} className={joinClasses(styles['box'], open !== null && styles['open'], open?.input.kind === 'long' && styles['long'])}>
      <textarea
        ref={input}
        rows={1}
        tabIndex={-1}
        aria-label={open === null ? t('cell') : t('editor', { title: open.column.title })}
        aria-activedescendant={focusId}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className={joinClasses(styles['input'], open?.input.align === 'right' && styles['figure'])}
        value={open?.draft ?? ''}
        onChange={(event) => editor.type(event.target.value)}
        onKeyDown={editor.onKeyDown}
        onCopy={editor.onCopy}
        onCut={editor.onCut}
        onPaste={editor.onPaste}
        onFocus={() => onFocusChange(true)}
        onBlur={() => {
          editor.commit();
          onFocusChange(false);
        }}
      />
      {problem !== undefined && open === null && <p role="status" className={styles['problem']}>{problem}</p>}
      {open !== null && open.options.length > 0 && (
        <ul className={styles['options']} aria-label={open.column.title}>
          {open.options.map((option, index) => (
            <li
              key={option}
              className={joinClasses(styles['option'], index === open.highlighted && styles['highlighted'])}
              onPointerDown={(event) => {
                // The text area keeps the focus; losing it would save the draft.
                event.preventDefault();
                editor.commit(option);
              }}
            >
              {option}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function putOver(element: HTMLElement, view: HTMLElement, layout: ColumnLayout<unknown>, place: CellPlace, headerHeightPx: number, rowHeightPx: number): void {
  const column = layout.placed[place.column];
  if (column === undefined) return;
  const leftPx = column.isPinnedEnd ? view.clientWidth - column.widthPx : column.leftPx - (column.isFrozen ? 0 : view.scrollLeft);
  const topPx = headerHeightPx + place.row * rowHeightPx - view.scrollTop;
  element.style.transform = `translate(${leftPx + view.clientLeft}px, ${topPx + view.clientTop}px)`;
  // Below the middle the choices open upward: the table's edge would cut them off.
  element.dataset['side'] = topPx > view.clientHeight / 2 ? 'above' : 'below';
  element.style.width = `${column.widthPx}px`;
  element.style.height = `${rowHeightPx}px`;
}
