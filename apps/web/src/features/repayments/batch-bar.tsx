import { Button } from 'antd';
import type { Dispatch, ReactNode } from 'react';
import { formatCount, formatFen } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import styles from './batch-bar.module.css';
import { batchTexts } from './batch-texts.ts';
import { isBad, totalFen, type CheckedRow } from './sheet-check.ts';
import type { SheetAction, SheetState } from './sheet-state.ts';

interface BatchBarProps {
  readonly state: SheetState;
  readonly dispatch: Dispatch<SheetAction>;
  readonly checked: readonly CheckedRow[];
  readonly isReady: boolean;
  readonly isPosting: boolean;
  readonly onPost: () => void;
}

/** Count, total and problems of the sheet, always in sight, and the one button that posts it. */
export function BatchBar({ state, dispatch, checked, isReady, isPosting, onPost }: BatchBarProps): ReactNode {
  const t = useTexts(batchTexts);
  const badCount = checked.filter(isBad).length;
  return (
    <div className={styles['bar']}>
      <div className={styles['sums']} role="status">
        {checked.length === 0 ? <span className={styles['quiet']}>{t('empty')}</span> : (
          <>
            <strong>{t('count', { count: formatCount(checked.length) })}</strong>
            <strong>{t('total', { amount: formatFen(totalFen(checked)) })}</strong>
            {badCount > 0 && <span className={styles['bad']}>{t('problems', { count: formatCount(badCount) })} <Button type="link" onClick={showFirstProblem}>{t('firstProblem')}</Button></span>}
            {badCount === 0 && isReady && <span className={styles['good']}>{t('ready')}</span>}
          </>
        )}
      </div>
      <Button disabled={state.past.length === 0} onClick={() => dispatch({ type: 'undo' })}>{t('undo')}</Button>
      <Button disabled={state.future.length === 0} onClick={() => dispatch({ type: 'redo' })}>{t('redo')}</Button>
      <Button disabled={checked.length === 0} onClick={() => dispatch({ type: 'clear' })}>{t('clear')}</Button>
      <Button type="primary" disabled={!isReady} loading={isPosting} onClick={onPost}>{t(isPosting ? 'posting' : 'post', { count: formatCount(checked.length) })}</Button>
    </div>
  );
}

function showFirstProblem(): void {
  globalThis.document.querySelector<HTMLElement>('input[data-row][aria-invalid="true"]')?.focus();
}
