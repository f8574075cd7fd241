import type { Dashboard } from '@loanbook/contract/features/dashboard.ts';
import type { ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Figure } from '../../ui/figure.tsx';
import { dashboardTexts } from './dashboard-texts.ts';
import { DrillDownLink, type DrillDown } from './drill-down-link.tsx';
import { headlineAmount } from './headline-amount.ts';
import styles from './headline-figures.module.css';

/** The book in seven figures; the two that ask for something to be done stand first. */
export function HeadlineFigures({ dashboard }: { readonly dashboard: Dashboard }): ReactNode {
  const t = useTexts(dashboardTexts);
  const counted = (unit: 'loans' | 'installments' | 'receipts', count: number): string => t(unit, { count, shown: formatCount(count) });
  return (
    <div className={styles['figures']}>
      <AmountCard label={t('dueToday')} figure={dashboard.dueToday} note={counted('installments', dashboard.dueToday.count)} />
      <AmountCard label={t('overdue')} figure={dashboard.overdue} note={counted('loans', dashboard.overdue.count)} isDanger={dashboard.overdue.count > 0} />
      <AmountCard label={t('dueWeek')} figure={dashboard.dueInSevenDays} note={counted('installments', dashboard.dueInSevenDays.count)} />
      <AmountCard label={t('outstanding')} figure={dashboard.outstandingPrincipal} note={counted('loans', dashboard.outstandingPrincipal.count)} />
      <AmountCard label={t('lent')} figure={dashboard.lentThisMonth} note={counted('loans', dashboard.lentThisMonth.count)} />
      <AmountCard label={t('collected')} figure={dashboard.collectedThisMonth} note={counted('receipts', dashboard.collectedThisMonth.count)} />
      <DrillDownLink rows={dashboard.customers.rows} className={styles['card']}>
        <Figure label={t('customers')} value={formatCount(dashboard.customers.count)} unit={t('people')} />
      </DrillDownLink>
    </div>
  );
}

interface AmountCardProps {
  readonly label: string;
  readonly figure: { readonly value: string; readonly rows: DrillDown };
  readonly note: string;
  readonly isDanger?: boolean;
}

function AmountCard({ label, figure, note, isDanger = false }: AmountCardProps): ReactNode {
  const t = useTexts(dashboardTexts);
  const { text, unit } = headlineAmount(figure.value, useLanguage());
  return (
    <DrillDownLink rows={figure.rows} className={styles['card']}>
      <Figure label={label} value={text} unit={t(unit)} note={note} tone={isDanger ? 'danger' : 'plain'} />
    </DrillDownLink>
  );
}
