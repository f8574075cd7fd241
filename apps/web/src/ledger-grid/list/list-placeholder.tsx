import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Failure } from '../../ui/failure.tsx';
import styles from './ledger-list.module.css';
import { listTexts } from './list-texts.ts';

interface ListPlaceholderProps {
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly empty: ReactNode;
}

/** What stands where there are no rows: why, and the way on. */
export function ListPlaceholder({ error, onRetry, isFiltered, onClear, empty }: ListPlaceholderProps): ReactNode {
  const t = useTexts(listTexts);
  const clear = <Button onClick={onClear}>{t('clearAll')}</Button>;
  if (error !== null) {
    // A link may carry a filter that no longer exists; then only clearing it helps.
    return (
      <>
        <Failure error={error} title={t('loadFailed')} onRetry={onRetry} />
        {isFiltered && <p className={styles['afterFailure']}>{clear}</p>}
      </>
    );
  }
  if (!isFiltered) return empty;
  return <EmptyState title={t('nothingFound')} hint={t('nothingFoundHint')} actions={clear} />;
}
