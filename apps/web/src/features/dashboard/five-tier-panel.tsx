import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import { fen, formatYuan, parseYuan } from '@loanbook/engine/money.ts';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, type ReactNode } from 'react';
import { listLinks } from '../../ledger-grid/list/row-href.ts';
import { formatCount, formatMoney, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { listSearchFrom } from '../../platform/list-search.ts';
import { Panel } from '../../ui/panel.tsx';
import type { FiveTierRow } from './dashboard-rows.ts';
import { dashboardTexts } from './dashboard-texts.ts';
import { DrillDownLink, type DrillDown } from './drill-down-link.tsx';
import styles from './five-tier-panel.module.css';
import { shareText } from './headline-amount.ts';

const FiveTierChart = lazy(async () => ({ default: (await import('./five-tier-chart.tsx')).FiveTierChart }));

/** The book by class: a ring to see it, a list to read it; both open the rows. */
export function FiveTierPanel({ classes }: { readonly classes: readonly FiveTierRow[] }): ReactNode {
  const t = useTexts(dashboardTexts);
  const formats = useFormats();
  const navigate = useNavigate();
  const total = formatYuan(fen(classes.reduce((sumFen, row) => sumFen + (parseYuan(row.outstandingPrincipal) ?? 0), 0)));
  const open = useCallback((rows: DrillDown) => void navigate({ to: listLinks[rows.list], search: listSearchFrom(rows.view) }), [navigate]);
  return (
    <Panel title={t('fiveTier')}>
      <div className={styles['content']}>
        <Suspense fallback={<div className={styles['chart']} />}><FiveTierChart classes={classes} onOpen={open} className={styles['chart']} /></Suspense>
        <ul className={styles['list']}>
          {classes.map((row) => (
            <li key={row.class}>
              <DrillDownLink rows={row.rows} className={styles['row']}>
                <span className={styles['dot']} data-class={row.class} />
                <span className={styles['label']}>{formats.choice(fiveTierClassChoices, row.class)}</span>
                <span className={styles['count']}>{t('loans', { count: row.loans, shown: formatCount(row.loans) })}</span>
                <span className={styles['amount']}>{formatMoney(row.outstandingPrincipal)}</span>
                <span className={styles['share']}>{t('share', { share: shareText(row.outstandingPrincipal, total) })}</span>
              </DrillDownLink>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
