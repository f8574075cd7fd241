import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { listLinks } from '../../ledger-grid/list/row-href.ts';
import { formatCount, formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { listSearchFrom } from '../../platform/list-search.ts';
import { Panel } from '../../ui/panel.tsx';
import type { LendingMonth } from './dashboard-rows.ts';
import { dashboardTexts } from './dashboard-texts.ts';
import { DrillDownLink, type DrillDown } from './drill-down-link.tsx';
import styles from './lending-panel.module.css';

// The chart program is as large as half of the page; it comes when the figures already stand.
const LendingChart = lazy(async () => ({ default: (await import('./lending-chart.tsx')).LendingChart }));

/** Lending and collection over two years, as a chart or, for reading and for screen readers, as a table. */
export function LendingPanel({ months }: { readonly months: readonly LendingMonth[] }): ReactNode {
  const t = useTexts(dashboardTexts);
  const navigate = useNavigate();
  const [isTable, setIsTable] = useState(false);
  const open = useCallback((rows: DrillDown) => void navigate({ to: listLinks[rows.list], search: listSearchFrom(rows.view) }), [navigate]);
  return (
    <Panel
      title={t('lendingByMonth')}
      note={t('lendingNote')}
      actions={<Segmented value={isTable ? 'table' : 'chart'} options={[{ value: 'chart', label: t('asChart') }, { value: 'table', label: t('asTable') }]} onChange={(value) => setIsTable(value === 'table')} />}
    >
      {isTable ? <LendingTable months={months} /> : <Suspense fallback={<div className={styles['chart']} />}><LendingChart months={months} onOpen={open} className={styles['chart']} /></Suspense>}
    </Panel>
  );
}

function LendingTable({ months }: { readonly months: readonly LendingMonth[] }): ReactNode {
  const t = useTexts(dashboardTexts);
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('lendingByMonth')}>
      <table className={styles['table']}>
        <thead>
          <tr><th scope="col">{t('month')}</th><th scope="col">{t('loanCount')}</th><th scope="col">{t('lentAmount')}</th><th scope="col">{t('collectedAmount')}</th></tr>
        </thead>
        <tbody>
          {months.toReversed().map((month) => (
            <tr key={month.month}>
              <th scope="row"><DrillDownLink rows={month.rows}>{month.month}</DrillDownLink></th>
              <td>{formatCount(month.loans)}</td>
              <td>{formatMoney(month.lent)}</td>
              <td>{formatMoney(month.collected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
