import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { GuideArticle } from './guide-article.tsx';
import { GuideContents, GuideOverview } from './guide-contents.tsx';
import styles from './help-page.module.css';
import { helpTexts } from './help-texts.ts';
import { guideQuery } from './load-guide.ts';
import type { GuidePage } from './read-guide-page.ts';
import { SearchHits } from './search-hits.tsx';

/** The guide: its contents, one page of it, or what a search found. The language is the person's. */
export function HelpPage(): ReactNode {
  const t = useTexts(helpTexts);
  const language = useLanguage();
  const { page: name } = useParams({ strict: false });
  const guide = useQuery(guideQuery(language));
  const shown = guide.data?.find((page) => page.name === name);
  return (
    <Page
      title={shown?.title ?? t('title')}
      {...(name === undefined ? { subtitle: t('subtitle') } : { before: <Link to={links.help}>{t('title')}</Link> })}
    >
      <QueryView query={guide}>{(pages) => <Guide key={language} pages={pages} name={name} />}</QueryView>
    </Page>
  );
}

function Guide({ pages, name }: { readonly pages: readonly GuidePage[]; readonly name: string | undefined }): ReactNode {
  const { q: query = '' } = useSearch({ strict: false });
  const searched = query.trim();
  return (
    <div className={styles['guide']} data-has-page={name !== undefined || undefined}>
      <aside className={styles['side']}>
        <GuideSearch key={name} query={query} />
        <GuideContents pages={pages} current={name} />
      </aside>
      <div className={styles['main']}>{searched === '' ? <GuideBody pages={pages} name={name} /> : <SearchHits pages={pages} query={searched} />}</div>
    </div>
  );
}

function GuideBody({ pages, name }: { readonly pages: readonly GuidePage[]; readonly name: string | undefined }): ReactNode {
  return name === undefined ? <GuideOverview pages={pages} /> : <GuideArticle pages={pages} name={name} />;
}

/** The words stand in the address, so that "back" returns to what was found; the box itself keeps what is being typed. */
function GuideSearch({ query }: { readonly query: string }): ReactNode {
  const t = useTexts(helpTexts);
  const navigate = useNavigate();
  const [typed, setTyped] = useState(query);
  const search = (text: string): void => {
    setTyped(text);
    void navigate({ to: '.', search: text.trim() === '' ? {} : { q: text }, replace: true });
  };
  return (
    <Input type="search" prefix={<SearchOutlined aria-hidden />} placeholder={t('search')} aria-label={t('search')} autoComplete="off" maxLength={60} allowClear value={typed} onChange={(event) => search(event.currentTarget.value)} />
  );
}
