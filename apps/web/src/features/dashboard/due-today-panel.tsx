import type { Dashboard } from '@loanbook/contract/features/dashboard.ts';
import { installmentsRoutes } from '@loanbook/contract/features/overdue.ts';
import type { ListRow } from '@loanbook/contract/list-query.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { loanHref, repaymentHref } from '../../ledger-grid/list/row-href.ts';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { call } from '../../platform/client.ts';
import { formatCount, formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { dashboardTexts } from './dashboard-texts.ts';
import { DrillDownLink } from './drill-down-link.tsx';
import styles from './due-today-panel.module.css';

const shownRows = 6;

/** The first of today's installments, each one step from its repayment. */
export function DueTodayPanel({ dashboard }: { readonly dashboard: Dashboard }): ReactNode {
  const t = useTexts(dashboardTexts);
  const { rows, count } = dashboard.dueToday;
  const query = useQuery({
    queryKey: [...ledgerQueryKey, 'installments', 'dueToday', rows.view],
    queryFn: ({ signal }) => call(installmentsRoutes.query, { body: { ...rows.view, limit: shownRows }, signal }),
    enabled: count > 0,
  });
  return (
    <Panel title={t('dueTodayList')} isFlush={count > 0} {...(count > shownRows && { actions: <DrillDownLink rows={rows}>{t('seeAll', { shown: formatCount(count) })}</DrillDownLink> })}>
      {count === 0 ? (
        <div className={styles['none']}>
          <p>{t('dueTodayNone')}</p>
          {dashboard.dueInSevenDays.count > 0 && <p className={styles['hint']}>{t('dueTodayNoneHint')} <DrillDownLink rows={dashboard.dueInSevenDays.rows}>{t('seeWeek')}</DrillDownLink></p>}
        </div>
      ) : (
        <QueryView query={query} loadingLines={5}>
          {(page) => <ul className={styles['rows']}>{page.rows.map((row) => <DueRow key={row.id} row={row} />)}</ul>}
        </QueryView>
      )}
    </Panel>
  );
}

function DueRow({ row }: { readonly row: ListRow }): ReactNode {
  const t = useTexts(dashboardTexts);
  const mayWrite = useRight('ledger.write');
  const { cells, loanId } = row;
  return (
    <li className={styles['row']}>
      <span className={styles['who']}>
        {loanId === undefined ? <strong>{String(cells['customerName'] ?? '')}</strong> : <PlainLink href={loanHref(loanId)} className={styles['name']}>{String(cells['customerName'] ?? '')}</PlainLink>}
        <span className={styles['detail']}>{[cells['receiptNo'], t('installmentNo', { number: String(cells['installmentNo'] ?? '') }), cells['mobile']].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles['amount']}>{formatMoney(String(cells['unpaid'] ?? ''))}</span>
      {mayWrite && loanId !== undefined && <PlainLink href={repaymentHref(loanId)} className={styles['repay']}>{t('repay')}</PlainLink>}
    </li>
  );
}

/** A link to an address that was put together elsewhere; opens in the page, or in a new tab when asked to. */
function PlainLink({ href, className, children }: { readonly href: string; readonly className: string | undefined; readonly children: ReactNode }): ReactNode {
  const navigate = useNavigate();
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ href });
  };
  return <a href={href} className={className} onClick={follow}>{children}</a>;
}
