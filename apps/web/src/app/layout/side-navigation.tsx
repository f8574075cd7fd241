import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useSession } from '../../platform/session.ts';
import { storedPreference, usePreference } from '../../platform/stored-preference.ts';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { appTexts } from '../app-texts.ts';
import { administrationEntries, allowedEntries, ledgerEntries, supportEntries, type NavigationEntry } from './navigation.ts';
import styles from './side-navigation.module.css';

const widthPreference = storedPreference<'wide' | 'narrow'>('navigation-width', ['wide', 'narrow'], () => 'wide');

/** The left edge on a desk screen. Narrow, it keeps icons with their names as tooltips. */
export function SideNavigation(): ReactNode {
  const t = useTexts(appTexts);
  const { institution, rights } = useSession();
  const isNarrow = usePreference(widthPreference) === 'narrow';
  const administration = allowedEntries(administrationEntries, rights);
  const toggleLabel = isNarrow ? t('expand') : t('collapse');
  return (
    <nav className={styles['navigation']} data-narrow={isNarrow || undefined} aria-label={t('mainNavigation')}>
      <Link to={links.dashboard} className={styles['brand']} title={institution.name}>
        <BrandMark />
        <span className={styles['names']}>
          <span className={styles['institution']}>{institution.name}</span>
          <span className={styles['product']}>{t('product')}</span>
        </span>
      </Link>
      <Entries entries={allowedEntries(ledgerEntries, rights)} isNarrow={isNarrow} />
      {administration.length > 0 && <div className={styles['divider']}>{t('administration')}</div>}
      <Entries entries={administration} isNarrow={isNarrow} />
      <div className={styles['support']}><Entries entries={allowedEntries(supportEntries, rights)} isNarrow={isNarrow} /></div>
      <button type="button" className={styles['toggle']} title={toggleLabel} aria-label={toggleLabel} onClick={() => widthPreference.write(isNarrow ? 'wide' : 'narrow')}>
        {isNarrow ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
      </button>
    </nav>
  );
}

function Entries({ entries, isNarrow }: { readonly entries: readonly NavigationEntry[]; readonly isNarrow: boolean }): ReactNode {
  const t = useTexts(appTexts);
  return (
    <ul className={styles['entries']}>
      {entries.map((entry) => (
        <li key={entry.to}>
          <Link to={entry.to} className={styles['entry']} activeOptions={{ exact: entry.to === links.dashboard, includeSearch: false }} {...(isNarrow && { title: t(entry.text) })}>
            <entry.icon aria-hidden />
            <span className={styles['text']}>{t(entry.text)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
