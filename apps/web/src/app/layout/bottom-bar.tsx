import { AppstoreOutlined } from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useSession } from '../../platform/session.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { appTexts } from '../app-texts.ts';
import styles from './bottom-bar.module.css';
import { administrationEntries, allowedEntries, ledgerEntries, supportEntries, tabEntries } from './navigation.ts';

/** The tabs under the thumb on a phone. */
export function BottomBar(): ReactNode {
  const t = useTexts(appTexts);
  const { rights } = useSession();
  const [isMoreOpen, setIsMoreOpen] = useState(false);
  const tabs = allowedEntries(tabEntries, rights);
  const path = useLocation({ select: (location) => location.pathname });
  const rest = allowedEntries([...ledgerEntries, ...administrationEntries, ...supportEntries], rights).filter((entry) => !tabs.some((tab) => tab.to === entry.to));
  return (
    <nav className={styles['bar']} aria-label={t('mainNavigation')}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className={styles['tab']} activeOptions={{ exact: tab.to === links.dashboard, includeSearch: false }}>
          <tab.icon aria-hidden />
          <span>{t(tab.text)}</span>
        </Link>
      ))}
      <button type="button" className={`${styles['tab']} ${rest.some((entry) => path.startsWith(entry.to)) ? 'active' : ''}`} aria-haspopup="dialog" onClick={() => setIsMoreOpen(true)}>
        <AppstoreOutlined aria-hidden />
        <span>{t('tabMore')}</span>
      </button>
      <Sheet isOpen={isMoreOpen} label={t('tabMore')} onClose={() => setIsMoreOpen(false)}>
        <ul className={styles['rest']}>
          {rest.map((entry) => (
            <li key={entry.to}>
              <Link to={entry.to} className={styles['tile']} onClick={() => setIsMoreOpen(false)}>
                <entry.icon aria-hidden />
                <span>{t(entry.text)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Sheet>
    </nav>
  );
}
