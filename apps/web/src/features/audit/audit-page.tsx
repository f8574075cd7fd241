import { auditRoutes, type AuditEntry } from '@loanbook/contract/features/audit.ts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { uiTexts } from '../../ui/ui-texts.ts';
import { AuditTable } from './audit-table.tsx';
import { auditTexts } from './audit-texts.ts';
import styles from './audit.module.css';

function auditQuery(objectId: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['audit', objectId ?? null],
    queryFn: ({ pageParam, signal }) => call(auditRoutes.list, { body: { limit: 100, ...(objectId !== undefined && { objectId }), ...(pageParam !== null && { before: pageParam }) }, signal }),
    initialPageParam: null as number | null, // widens the literal null to what `next` may be
    getNextPageParam: (last) => last.next,
  });
}

export function AuditPage(): ReactNode {
  const t = useTexts(auditTexts);
  const words = useTexts(uiTexts);
  const { objectId } = useSearch({ from: '/signed-in/audit' });
  const audit = useInfiniteQuery(auditQuery(objectId));
  const more = audit.hasNextPage && (
    <div className={styles['more']}>
      <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>{words('more')}</Button>
    </div>
  );
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      {objectId !== undefined && <Notice tone="info" actions={<ButtonLink to={links.audit} search={{}}>{t('showAll')}</ButtonLink>}>{t('onlyObject')} <code>{objectId}</code></Notice>}
      <QueryView query={audit} loadingLines={9}>
        {({ pages }) => (
          <Panel isFlush>
            <Entries entries={pages.flatMap((page) => page.entries)} isFiltered={objectId !== undefined} />
            {more}
          </Panel>
        )}
      </QueryView>
    </Page>
  );
}

function Entries({ entries, isFiltered }: { readonly entries: readonly AuditEntry[]; readonly isFiltered: boolean }): ReactNode {
  const t = useTexts(auditTexts);
  if (entries.length > 0) return <AuditTable entries={entries} isFiltered={isFiltered} />;
  return isFiltered ? <EmptyState title={t('emptyForObject')} /> : <EmptyState title={t('empty')} hint={t('emptyHint')} />;
}
