import { channels } from '@loanbook/contract/choices.ts';
import { useId, type ClipboardEvent, type Dispatch, type KeyboardEvent, type ReactNode } from 'react';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { BatchRow } from './batch-row.tsx';
import styles from './batch-sheet.module.css';
import { batchTexts } from './batch-texts.ts';
import { clipboardRows } from './clipboard-rows.ts';
import type { InputProblem } from '@loanbook/contract/errors.ts';
import type { CheckedRow } from './sheet-check.ts';
import { moveByKey } from './sheet-keys.ts';
import { sheetColumns } from './sheet-row.ts';
import type { SheetAction, SheetState } from './sheet-state.ts';

interface BatchSheetProps {
  readonly state: SheetState;
  readonly dispatch: Dispatch<SheetAction>;
  readonly checked: readonly CheckedRow[];
  /** What the server refused, by row key. */
  readonly refusedByKey: ReadonlyMap<number, InputProblem>;
  readonly placeholders: { readonly paidOn: string; readonly channel: string };
  readonly onPost: () => void;
}

/** Rows to type into or paste over; what a row pays stands at its end. */
export function BatchSheet({ state, dispatch, checked, refusedByKey, placeholders, onPost }: BatchSheetProps): ReactNode {
  const t = useTexts(batchTexts);
  const language = useLanguage();
  const channelListId = useId();
  const byKey = new Map(checked.map((row) => [row.row.key, row]));
  const obeyKey = (event: KeyboardEvent<HTMLElement>): void => {
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (isCommand && (key === 'z' || key === 'y')) {
      event.preventDefault();
      dispatch({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
    } else if (isCommand && key === 'enter') {
      event.preventDefault();
      onPost();
    } else moveByKey(event);
  };
  return (
    <div className={styles['frame']}>
      <table className={styles['sheet']} aria-label={t('title')} onKeyDown={obeyKey} onPaste={(event) => takePaste(event, dispatch)}>
        <thead>
          <tr>
            <th scope="col" className={styles['number']}>#</th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('loan')}</th>
            {sheetColumns.slice(1).map((column) => <th key={column} scope="col" data-column={column}>{t(column)}</th>)}
            <th scope="col">{t('use')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {state.rows.map((row, index) => (
            <BatchRow key={row.key} row={row} index={index} checked={byKey.get(row.key)} refused={refusedByKey.get(row.key)} placeholders={placeholders} channelListId={channelListId} dispatch={dispatch} />
          ))}
        </tbody>
      </table>
      <datalist id={channelListId}>{channels.map((choice) => <option key={choice.value} value={choice[language]} />)}</datalist>
    </div>
  );
}

/** A single value goes into the cell as the browser does it; a block fills the sheet from the cell on. */
function takePaste(event: ClipboardEvent<HTMLElement>, dispatch: Dispatch<SheetAction>): void {
  const { target } = event;
  const text = event.clipboardData.getData('text/plain');
  if (!(target instanceof HTMLInputElement) || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return;
  const column = sheetColumns[Number(target.dataset['column'])];
  if (column === undefined) return;
  event.preventDefault();
  dispatch({ type: 'paste', rowIndex: Number(target.dataset['row']), column, cells: clipboardRows(text) });
}
