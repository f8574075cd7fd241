import type { ReactNode } from 'react';
import styles from './front-card.module.css';
import { useDocumentTitle } from './use-document-title.ts';

interface FrontCardProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
}

/** The one sheet of a page outside the shell. */
export function FrontCard({ title, subtitle, children }: FrontCardProps): ReactNode {
  useDocumentTitle(title);
  return (
    <section className={styles['card']}>
      <h1 className={styles['title']}>{title}</h1>
      {subtitle !== undefined && <p className={styles['subtitle']}>{subtitle}</p>}
      <div className={styles['content']}>{children}</div>
    </section>
  );
}
