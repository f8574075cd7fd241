import { ImportOutlined, UserAddOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useRight } from '../../platform/session.ts';
import { dashboardTexts } from './dashboard-texts.ts';
import styles from './empty-book.module.css';

/** The first minute: two ways to put something into the book, and nothing else to look at. */
export function EmptyBook(): ReactNode {
  const t = useTexts(dashboardTexts);
  const mayImport = useRight('import');
  const mayWrite = useRight('ledger.write');
  if (!mayImport && !mayWrite) return <p className={styles['text']}>{t('emptyReadOnly')}</p>;
  return (
    <section className={styles['empty']} aria-labelledby="empty-book">
      <h2 id="empty-book" className={styles['title']}>{t('emptyTitle')}</h2>
      <p className={styles['text']}>{t('emptyText')}</p>
      <div className={styles['steps']}>
        {mayImport && (
          <Link to={links.imports} className={styles['step']}>
            <ImportOutlined aria-hidden className={styles['icon']} />
            <strong>{t('importTitle')}</strong>
            <span className={styles['text']}>{t('importText')}</span>
            <span className={styles['go']}>{t('importAction')} →</span>
          </Link>
        )}
        {mayWrite && (
          <Link to={links.newCustomer} className={styles['step']}>
            <UserAddOutlined aria-hidden className={styles['icon']} />
            <strong>{t('newTitle')}</strong>
            <span className={styles['text']}>{t('newText')}</span>
            <span className={styles['go']}>{t('newAction')} →</span>
          </Link>
        )}
      </div>
    </section>
  );
}
