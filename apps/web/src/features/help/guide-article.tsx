import { Link, useLocation, useRouterState } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './guide-article.module.css';
import { helpTexts } from './help-texts.ts';
import { Markdown } from './markdown.tsx';
import type { GuidePage } from './read-guide-page.ts';

interface GuideArticleProps {
  readonly pages: readonly GuidePage[];
  readonly name: string;
}

/** One page of the guide, with the way to the pages before and after it. */
export function GuideArticle({ pages, name }: GuideArticleProps): ReactNode {
  const t = useTexts(helpTexts);
  useHeadingOfAddress();
  const index = pages.findIndex((page) => page.name === name);
  const page = pages[index];
  if (page === undefined) return <EmptyState title={t('missing')} hint={t('missingHint')} actions={<ButtonLink to={links.help}>{t('toContents')}</ButtonLink>} />;
  return (
    <article className={styles['article']}>
      <Markdown tokens={page.tokens} />
      <nav className={styles['neighbours']}>
        <Neighbour page={pages[index - 1]} label={t('previous')} />
        <Neighbour page={pages[index + 1]} label={t('next')} />
      </nav>
    </article>
  );
}

function Neighbour({ page, label }: { readonly page: GuidePage | undefined; readonly label: string }): ReactNode {
  if (page === undefined) return <span />;
  return <Link to={links.helpPage} params={{ page: page.name }} search={{}} className={styles['neighbour']}><span>{label}</span>{page.title}</Link>;
}

/** A change of page starts at its top, also where the address names a heading; this goes there once the page stands. */
function useHeadingOfAddress(): void {
  const hash = useLocation({ select: (location) => location.hash });
  const href = useRouterState({ select: (state) => state.resolvedLocation?.href });
  useEffect(() => {
    if (hash === '') return undefined;
    const frame = requestAnimationFrame(() => document.getElementById(decodeHash(hash))?.scrollIntoView({ block: 'start' }));
    return () => cancelAnimationFrame(frame);
  }, [hash, href]);
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash; // Somebody typed a stray percent sign: then it is no heading of ours either.
  }
}
