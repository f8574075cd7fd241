import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
}

/** Shown in place of rows: says what is missing and what to do next. */
export function EmptyState({ title, hint, actions }: EmptyStateProps): ReactNode {
  return (
    <div className={styles['empty']}>
      <svg className={styles['sheet']} viewBox="0 0 72 56" aria-hidden="true">
        <rect x="1" y="1" width="70" height="54" rx="6" />
        <path d="M1 15h70M20 15v40M1 28.5h70M1 42h70" />
      </svg>
      <p className={styles['title']}>{title}</p>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
