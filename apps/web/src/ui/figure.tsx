import type { ReactNode } from 'react';
import styles from './figure.module.css';

interface FigureProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly unit?: ReactNode;
  readonly note?: ReactNode;
  readonly tone?: 'plain' | 'danger' | 'accent';
}

/** One headline number with what it counts. Put it inside a link when it opens its rows. */
export function Figure({ label, value, unit, note, tone = 'plain' }: FigureProps): ReactNode {
  return (
    <div className={`${styles['figure']} ${styles[tone]}`}>
      <div className={styles['label']}>{label}</div>
      <div className={styles['number']}>
        <span className={styles['value']}>{value}</span>
        {unit !== undefined && <span className={styles['unit']}>{unit}</span>}
      </div>
      {note !== undefined && <div className={styles['note']}>{note}</div>}
    </div>
  );
}
