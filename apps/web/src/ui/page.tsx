import type { ReactNode } from 'react';
import styles from './page.module.css';
import { useDocumentTitle } from './use-document-title.ts';

interface PageProps {
  readonly title: string;
  /** One line under the title: what this page is about, or a state in words. */
  readonly subtitle?: ReactNode;
  /** Buttons at the right of the title; the main one last. */
  readonly actions?: ReactNode;
  /** A link above the title. */
  readonly before?: ReactNode;
  /** full: the whole width, for ledgers. reading: a column of text and forms. fill: full, and as high as the screen. */
  readonly width?: 'full' | 'reading' | 'fill';
  readonly children: ReactNode;
}

/** The frame of every page: browser title, heading, actions, content. */
export function Page({ title, subtitle, actions, before, width = 'full', children }: PageProps): ReactNode {
  useDocumentTitle(title);
  return (
    <div className={`${styles['page']} ${styles[width]}`}>
      <header className={styles['header']}>
        <div className={styles['titles']}>
          {before !== undefined && <div className={styles['before']}>{before}</div>}
          <h1 className={styles['title']}>{title}</h1>
          {subtitle !== undefined && <p className={styles['subtitle']}>{subtitle}</p>}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      <div className={styles['content']}>{children}</div>
    </div>
  );
}
