import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen } from '@loanbook/engine/money.ts';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { formatFen } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { comparePlans, type ComparedRow } from './event-preview.ts';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';

interface PlanComparisonProps {
  readonly before: LoanState;
  readonly after: LoanState;
}

type Row = NonNullable<ComparedRow['before']>;

/** Old and new plan side by side; changed rows are marked, and only they are shown at first. */
export function PlanComparison({ before, after }: PlanComparisonProps): ReactNode {
  const t = useTexts(eventsTexts);
  const rows = useMemo(() => comparePlans(before, after), [before, after]);
  const [isAll, setIsAll] = useState(false);
  const changed = rows.filter((row) => row.isChanged);
  if (changed.length === 0) return <p className={styles['muted']}>{t('planSame')}</p>;
  const shown = isAll ? rows : changed;
  return (
    <div>
      <div className={styles['planHead']}>
        <strong>{t('planTitle')}</strong>
        <span className={styles['muted']}>{t('planNote', { count: changed.length })}</span>
        {changed.length < rows.length && <Button type="link" size="small" onClick={() => setIsAll(!isAll)}>{t(isAll ? 'changedRows' : 'allRows')}</Button>}
      </div>
      <div className={styles['planFrame']} tabIndex={0} role="region" aria-label={t('planTitle')}>
        <table className={styles['plan']}>
          <thead>
            <tr><th rowSpan={2} scope="col">{t('number')}</th><th colSpan={4} scope="colgroup">{t('oldPlan')}</th><th colSpan={4} scope="colgroup">{t('newPlan')}</th></tr>
            <tr><Heads /><Heads /></tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.number} data-changed={row.isChanged}>
                <th scope="row">{row.number}</th>
                <Cells row={row.before} />
                <Cells row={row.after} />
              </tr>
            ))}
          </tbody>
          <tfoot><tr><th scope="row">{t('planTotal')}</th><Totals state={before} /><Totals state={after} /></tr></tfoot>
        </table>
      </div>
    </div>
  );
}

function Heads(): ReactNode {
  const t = useTexts(eventsTexts);
  return <><th scope="col">{t('dueOn')}</th><th scope="col" className={styles['deskOnly']}>{t('principalColumn')}</th><th scope="col" className={styles['deskOnly']}>{t('component_interest')}</th><th scope="col">{t('total')}</th></>;
}

function Cells({ row }: { readonly row: Row | null }): ReactNode {
  const t = useTexts(eventsTexts);
  if (row === null) return <td colSpan={4} className={styles['gone']}>{t('rowGone')}</td>;
  const interestFen = fen(row.interestFen - row.waivedInterestFen);
  return <><td>{row.dueOn}</td><td className={styles['deskOnly']}>{formatFen(row.principalFen)}</td><td className={styles['deskOnly']}>{formatFen(interestFen)}</td><td>{formatFen(totalOf(row))}</td></>;
}

function totalOf(row: Row): ReturnType<typeof fen> {
  return fen(row.principalFen + row.interestFen - row.waivedInterestFen + row.feeFen - row.waivedFeeFen);
}

/** Of every row, also of those that are not shown. */
function Totals({ state }: { readonly state: LoanState }): ReactNode {
  const sum = (of: (row: Row) => number) => formatFen(fen(state.installments.reduce((total, row) => total + of(row), 0)));
  return <><td /><td className={styles['deskOnly']}>{sum((row) => row.principalFen)}</td><td className={styles['deskOnly']}>{sum((row) => row.interestFen - row.waivedInterestFen)}</td><td>{sum(totalOf)}</td></>;
}
