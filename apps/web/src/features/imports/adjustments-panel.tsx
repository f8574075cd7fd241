import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatCount, formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './import-report.module.css';
import { reportTexts } from './report-texts.ts';
import type { Report } from './report-lines.ts';
import { useSourcePlace } from './use-source-place.ts';

type Adjustment = Report['adjustments'][number];
const rowsAtOnce = 50;

/** Loans whose balance in the book is not the ledger's, and why. */
export function AdjustmentsPanel({ adjustments }: { readonly adjustments: readonly Adjustment[] }): ReactNode {
  const t = useTexts(reportTexts);
  const placeOf = useSourcePlace();
  const [shownCount, setShownCount] = useState(rowsAtOnce);
  const rest = adjustments.length - shownCount;
  const columns: readonly DataColumn<Adjustment>[] = [
    { key: 'receiptNo', title: t('receiptNo'), isHeading: true, render: (line) => <Link to={links.loans} search={{ search: line.receiptNo }}>{line.receiptNo}</Link> },
    { key: 'why', title: t('why'), render: (line) => t(`reason_${line.reason}`) },
    { key: 'place', title: t('place'), render: (line) => placeOf(line.source) },
    { key: 'difference', title: t('difference'), isFigure: true, render: (line) => formatMoney(line.difference) },
  ];
  return (
    <Panel title={t('adjustments')} note={t('adjustmentsNote')} isFlush>
      <DataTable label={t('adjustments')} columns={columns} rows={adjustments.slice(0, shownCount)} keyOf={(line) => line.receiptNo} />
      {rest > 0 && <div className={styles['more']}><Button onClick={() => setShownCount(shownCount + 200)}>{t('showRows', { count: formatCount(Math.min(200, rest)) })}</Button></div>}
    </Panel>
  );
}
