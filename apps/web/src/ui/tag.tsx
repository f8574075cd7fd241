import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type TagTone = 'neutral' | 'accent' | 'good' | 'attention' | 'danger';

/** A short state in words; the colour only repeats what the word says. */
export function Tag({ tone = 'neutral', children }: { readonly tone?: TagTone; readonly children: ReactNode }): ReactNode {
  return <span className={`${styles['tag']} ${styles[tone]}`}>{children}</span>;
}
