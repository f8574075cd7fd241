import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { helpTexts } from './help-texts.ts';
import type { GuidePage } from './read-guide-page.ts';
import styles from './search-hits.module.css';
import { markWords, searchGuide, searchWords } from './search-guide.ts';

interface SearchHitsProps {
  readonly pages: readonly GuidePage[];
  readonly query: string;
}

/** What a search of the guide found: page and heading, and the text around the words. */
export function SearchHits({ pages, query }: SearchHitsProps): ReactNode {
  const t = useTexts(helpTexts);
  const hits = searchGuide(pages, query);
  const words = searchWords(query);
  if (hits.length === 0) return <EmptyState title={t('noHits', { query })} hint={t('noHitsHint')} />;
  return (
    <section className={styles['hits']} aria-label={t('search')}>
      <p className={styles['count']} role="status">{t('hits', { count: hits.length })}</p>
      <ul>
        {hits.map(({ page, section, excerpt }) => (
          <li key={`${page.name}#${section.id}`}>
            <Link to={links.helpPage} params={{ page: page.name }} search={{}} {...(section.id !== '' && { hash: section.id })} className={styles['hit']}>
              <span className={styles['where']}>{section.depth === 1 ? page.title : <>{page.title} <span aria-hidden="true">›</span> <Marked text={section.heading} words={words} /></>}</span>
              <span className={styles['excerpt']}><Marked text={excerpt} words={words} /></span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }): ReactNode {
  return markWords(text, words).map((piece, index) => (piece.isMatch ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>));
}
