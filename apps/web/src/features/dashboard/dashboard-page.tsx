import { dashboardRoutes } from '@loanbook/contract/features/dashboard.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { useTexts } from '../../platform/i18n.ts';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { useSession } from '../../platform/session.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import styles from './dashboard-page.module.css';
import { dashboardTexts } from './dashboard-texts.ts';
import { DueTodayPanel } from './due-today-panel.tsx';
import { EmptyBook } from './empty-book.tsx';
import { FiveTierPanel } from './five-tier-panel.tsx';
import { HeadlineFigures } from './headline-figures.tsx';
import { LendingPanel } from './lending-panel.tsx';
import { OverduePanel } from './overdue-panel.tsx';

/** 工作台: what has to be done today, and how the book stands. Every figure opens its rows. */
export function DashboardPage(): ReactNode {
  const t = useTexts(dashboardTexts);
  const { businessDate } = useSession();
  // Below the lists' key, so that whatever changes the ledger refreshes the figures too.
  const query = useQuery({ queryKey: [...ledgerQueryKey, 'dashboard', businessDate], queryFn: ({ signal }) => call(dashboardRoutes.read, { signal }) });
  return (
    <Page title={t('title')} subtitle={t('asOf', { date: businessDate })}>
      <QueryView query={query} loadingLines={9}>
        {(dashboard) => dashboard.customers.count === 0 && dashboard.outstandingPrincipal.count === 0 ? <EmptyBook /> : (
          <div className={styles['dashboard']}>
            <HeadlineFigures dashboard={dashboard} />
            <div className={styles['pair']}>
              <DueTodayPanel dashboard={dashboard} />
              <OverduePanel dashboard={dashboard} />
            </div>
            <div className={styles['pair']}>
              <LendingPanel months={dashboard.lendingByMonth} />
              <FiveTierPanel classes={dashboard.fiveTier} />
            </div>
          </div>
        )}
      </QueryView>
    </Page>
  );
}
