import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { HelpLink } from '../../features/help/help-link.tsx';
import { useTexts } from '../../platform/i18n.ts';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { appTexts } from '../app-texts.ts';
import styles from './bare-layout.module.css';
import { LookSwitch } from './look-switch.tsx';

/** Pages before the shell: sign-in, setup, password. One sheet in the middle, nothing else to do. */
export function BareLayout(): ReactNode {
  const t = useTexts(appTexts);
  return (
    <div className={styles['layout']}>
      <header className={styles['header']}>
        <span className={styles['brand']}><BrandMark /> {t('product')}</span>
        <span className={styles['tools']}><LookSwitch /><HelpLink /></span>
      </header>
      <main className={styles['content']}>
        <Outlet />
      </main>
    </div>
  );
}
