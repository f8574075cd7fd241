import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { Navigate, useLocation, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { LedgerListPage } from '../../ledger-grid/list/ledger-list-page.tsx';
import { repaymentHref } from '../../ledger-grid/list/row-href.ts';
import type { LedgerViewState } from '../../ledger-grid/list/use-ledger-view.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { listSearchFrom, listSearchSchema } from '../../platform/list-search.ts';
import { useRight, useSession } from '../../platform/session.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { daysOfFilters, daysOfPeriod, filtersForDays, periodOfFilters, type DuePeriod } from './due-period.ts';
import styles from './due-page.module.css';
import { dueTexts } from './due-texts.ts';

const cashiersColumns = ['dueOn', 'customerName', 'mobile', 'receiptNo', 'installmentNo', 'unpaid', 'status', 'total', 'principal', 'interest'];

/** 今日应还: who has to pay today, in the next days, and who should have paid already. */
export function DuePage(): ReactNode {
  const t = useTexts(dueTexts);
  const mayWrite = useRight('ledger.write');
  const today = useToday();
  const { filters = [] } = listSearchSchema.parse(useSearch({ strict: false }));
  const privateView = useLocation({ select: (location) => location.state.privateView });
  // The bare address always means today, also tomorrow; a link with dates keeps its dates.
  if (filters.length === 0 && !privateView?.search && !privateView?.filters.length) {
    return <Navigate to={links.due} search={listSearchFrom({ filters: [...filtersForDays([], daysOfPeriod('today', today))] })} replace />;
  }
  return (
    <LedgerListPage
      list="installments"
      leadingFields={cashiersColumns}
      title={t('title')}
      subtitle={t('subtitle', { date: today })}
      above={(viewState) => <PeriodTabs viewState={viewState} today={today} />}
      {...(mayWrite && { rowAction: { text: t('repay'), href: (row) => (row.loanId === undefined || row.cells['status'] === 'paid' ? null : repaymentHref(row.loanId)) } })}
      empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />}
    />
  );
}

function useToday(): CivilDate {
  const { businessDate } = useSession();
  const today = parseCivilDate(businessDate);
  if (today === null) throw new Error(`the business date is no date: ${businessDate}`);
  return today;
}

function PeriodTabs({ viewState, today }: { readonly viewState: LedgerViewState; readonly today: CivilDate }): ReactNode {
  const t = useTexts(dueTexts);
  const { filters } = viewState.view;
  const period = periodOfFilters(filters, today);
  const days = daysOfFilters(filters);
  const choose = (chosen: DuePeriod): void => viewState.setFilters(filtersForDays(filters, chosen === 'chosen' ? { from: today, to: null } : daysOfPeriod(chosen, today)));
  const picker = (end: 'from' | 'to'): ReactNode => {
    const day = days[end];
    return <DateInput aria-label={t(end)} value={day} onChange={(picked) => viewState.setFilters(filtersForDays(filters, { ...days, [end]: picked === null ? null : parseCivilDate(picked) }))} />;
  };
  return (
    <div className={styles['tabs']}>
      <Segmented aria-label={t('period')} value={period} options={(['today', 'week', 'overdue', 'chosen'] as const).map((value) => ({ value, label: t(value) }))} onChange={choose} />
      {period === 'chosen' && (
        <span className={styles['days']}>
          {picker('from')} <span aria-hidden>–</span> {picker('to')}
        </span>
      )}
    </div>
  );
}
