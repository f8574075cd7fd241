import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { HelpLink } from '../../features/help/help-link.tsx';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useSession } from '../../platform/session.ts';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import { appTexts } from '../app-texts.ts';
import { PersonMenu } from './person-menu.tsx';
import styles from './top-bar.module.css';

/** The upper edge: search, the business date every figure is as of, and the person. */
export function TopBar({ search }: { readonly search: ReactNode }): ReactNode {
  const t = useTexts(appTexts);
  const { businessDate, user, institution } = useSession();
  return (
    <header className={styles['bar']}>
      <Link to={links.dashboard} className={styles['mark']} aria-label={institution.name}>
        <BrandMark />
      </Link>
      <div className={styles['search']}>{search}</div>
      <div className={styles['facts']}>
        {user.role === 'read_only' && <Tag>{t('readOnly')}</Tag>}
        <span className={styles['date']}>
          {t('businessDate')} <time dateTime={businessDate}>{businessDate}</time>
        </span>
      </div>
      <HelpLink />
      <PersonMenu />
    </header>
  );
}
