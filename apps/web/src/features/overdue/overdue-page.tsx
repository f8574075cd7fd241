import { overdueBuckets } from '@loanbook/contract/choices.ts';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { chosenValues, filterByChoices, withFieldFilters } from '../../ledger-grid/list/field-filter.ts';
import { LedgerListPage } from '../../ledger-grid/list/ledger-list-page.tsx';
import { repaymentHref } from '../../ledger-grid/list/row-href.ts';
import type { LedgerViewState } from '../../ledger-grid/list/use-ledger-view.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { useRight, useSession } from '../../platform/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { OverdueNoticesButton } from '../papers/papers.index.ts';
import styles from './overdue-page.module.css';
import { overdueTexts } from './overdue-texts.ts';

const collectorsColumns = [
  'receiptNo', 'customerName', 'mobile', 'overdueDays', 'overdueInstallments', 'amountOverdue', 'overduePrincipal', 'overdueInterest', 'penalty', 'compound', 'payoff',
  'outstandingPrincipal', 'class', 'status', 'manager', 'overdueBucket',
];

/** 逾期台账: the collector's day, worst first. */
export function OverduePage(): ReactNode {
  const t = useTexts(overdueTexts);
  const mayWrite = useRight('ledger.write');
  const { businessDate } = useSession();
  return (
    <LedgerListPage
      list="overdue"
      leadingFields={collectorsColumns}
      subtitle={t('subtitle', { date: businessDate })}
      above={(viewState) => <BucketTabs viewState={viewState} />}
      {...(mayWrite && { rowAction: { text: t('repay'), href: (row) => repaymentHref(row.loanId ?? row.id) } })}
      empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />}
    />
  );
}

const bucketKey = 'overdueBucket';

function BucketTabs({ viewState }: { readonly viewState: LedgerViewState }): ReactNode {
  const t = useTexts(overdueTexts);
  const language = useLanguage();
  const { filters } = viewState.view;
  const chosen = chosenValues(filters, bucketKey);
  // Several buckets chosen in the filter panel are none of the tabs.
  const value = chosen.length <= 1 ? (chosen[0] ?? '') : 'several';
  return (
    <div className={styles['above']}>
      <div className={styles['tabs']}>
        <Segmented
          aria-label={t('buckets')}
          value={value}
          options={[{ value: '', label: t('all') }, ...overdueBuckets.map((bucket) => ({ value: bucket.value, label: bucket[language] }))]}
          onChange={(bucket) => viewState.setFilters(withFieldFilters(filters, bucketKey, filterByChoices(bucketKey, bucket === '' ? [] : [bucket])))}
        />
      </div>
      <OverdueNoticesButton view={viewState.view} />
    </div>
  );
}
