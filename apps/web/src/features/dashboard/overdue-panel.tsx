import { overdueBuckets } from '@loanbook/contract/choices.ts';
import type { Dashboard } from '@loanbook/contract/features/dashboard.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import type { ReactNode } from 'react';
import { formatCount, formatMoney, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { dashboardTexts } from './dashboard-texts.ts';
import { DrillDownLink } from './drill-down-link.tsx';
import styles from './overdue-panel.module.css';

/** Balances past due by bucket, as bars that are links: they need no chart and work with keyboard and screen reader. */
export function OverduePanel({ dashboard }: { readonly dashboard: Dashboard }): ReactNode {
  const t = useTexts(dashboardTexts);
  const formats = useFormats();
  const buckets = dashboard.overdueBuckets;
  const largestFen = Math.max(1, ...buckets.map((bucket) => parseYuan(bucket.outstandingPrincipal) ?? 0));
  if (dashboard.overdue.count === 0) {
    return <Panel title={t('overdueBuckets')}><p className={styles['none']}>{t('overdueNone')}</p><p className={styles['hint']}>{t('overdueNoneHint')}</p></Panel>;
  }
  return (
    <Panel title={t('overdueBuckets')} isFlush>
      <ul className={styles['bars']}>
        {buckets.map((bucket) => (
          <li key={bucket.bucket}>
            <DrillDownLink rows={bucket.rows} className={styles['bar']}>
              <span className={styles['label']}>{formats.choice(overdueBuckets, bucket.bucket)}</span>
              <Bar amountFen={parseYuan(bucket.outstandingPrincipal) ?? 0} largestFen={largestFen} />
              <span className={styles['count']}>{t('loans', { count: bucket.loans, shown: formatCount(bucket.loans) })}</span>
              <span className={styles['amount']}>{formatMoney(bucket.outstandingPrincipal)}</span>
            </DrillDownLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The smallest amount still shows; nothing shows nothing. */
function Bar({ amountFen, largestFen }: { readonly amountFen: number; readonly largestFen: number }): ReactNode {
  return <span className={styles['track']}>{amountFen > 0 && <span className={styles['fill']} style={{ width: `${Math.round((amountFen / largestFen) * 100)}%` }} />}</span>;
}
