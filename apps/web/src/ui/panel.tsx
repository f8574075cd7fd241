import { useId, type ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly title?: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Tables and lists reach the panel's edges. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A sheet of paper on the page: one subject, with a heading. */
export function Panel({ title, note, actions, isFlush = false, children }: PanelProps): ReactNode {
  const headingId = useId();
  return (
    <section className={styles['panel']} aria-labelledby={title === undefined ? undefined : headingId}>
      {(title !== undefined || actions !== undefined) && (
        <header className={styles['header']}>
          <div>
            {title !== undefined && <h2 id={headingId} className={styles['title']}>{title}</h2>}
            {note !== undefined && <p className={styles['note']}>{note}</p>}
          </div>
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </header>
      )}
      <div className={isFlush ? styles['flush'] : styles['body']}>{children}</div>
    </section>
  );
}
