import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import styles from './guide-contents.module.css';
import { helpTexts } from './help-texts.ts';
import type { GuidePage } from './read-guide-page.ts';

interface GuideContentsProps {
  readonly pages: readonly GuidePage[];
  readonly current: string | undefined;
}

/** The list of pages beside the text; under the current one its headings. */
export function GuideContents({ pages, current }: GuideContentsProps): ReactNode {
  const t = useTexts(helpTexts);
  return (
    <nav className={styles['contents']} aria-label={t('contents')}>
      <ol>
        {pages.map((page) => (
          <li key={page.name}>
            <Link to={links.helpPage} params={{ page: page.name }} search={{}} className={styles['page']} aria-current={page.name === current ? 'page' : undefined}>{page.title}</Link>
            {page.name === current && <Headings page={page} />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Headings({ page }: { readonly page: GuidePage }): ReactNode {
  return (
    <ul className={styles['headings']}>
      {page.sections.filter((section) => section.depth === 2).map((section) => (
        <li key={section.id}><Link to={links.helpPage} params={{ page: page.name }} search={{}} hash={section.id} className={styles['heading']}>{section.heading}</Link></li>
      ))}
    </ul>
  );
}

/** The first page of the guide: every page with a sentence on what it is about. */
export function GuideOverview({ pages }: { readonly pages: readonly GuidePage[] }): ReactNode {
  return (
    <ol className={styles['overview']}>
      {pages.map((page) => (
        <li key={page.name}>
          <Link to={links.helpPage} params={{ page: page.name }} search={{}} className={styles['card']}>
            <span className={styles['cardTitle']}>{page.title}</span>
            <span className={styles['cardText']}>{page.summary}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
