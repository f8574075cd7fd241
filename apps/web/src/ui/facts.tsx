import type { ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  readonly key: string;
  readonly label: string;
  /** Empty text is shown as a dash. */
  readonly value: ReactNode;
  /** Takes the whole row: notes, addresses. */
  readonly isWide?: boolean;
}

/** Names and values in even columns, as many as fit. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={styles['facts']}>
      {facts.map((fact) => (
        <div key={fact.key} className={fact.isWide ? styles['wide'] : undefined}>
          <dt className={styles['label']}>{fact.label}</dt>
          <dd className={styles['value']}>{fact.value === '' || fact.value === null || fact.value === undefined ? <span className={styles['none']}>—</span> : fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
