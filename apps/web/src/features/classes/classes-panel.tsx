import type { Classes } from '@loanbook/contract/features/classes.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { listLinks } from '../../ledger-grid/list/row-href.ts';
import { formatCount, formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { listSearchFrom } from '../../platform/list-search.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ClassTag } from './class-change.tsx';
import styles from './classes.module.css';
import { classesTexts } from './classes-texts.ts';

type Row = Classes['classes'][number];

/** Loans, balance and provision of each class; a row opens its loans. */
export function ClassesPanel({ classes }: { readonly classes: Classes }): ReactNode {
  const t = useTexts(classesTexts);
  const columns: readonly DataColumn<Row>[] = [
    { key: 'class', title: t('class'), isHeading: true, render: (row) => <ClassTag value={row.class} />, footer: t('total') },
    { key: 'loans', title: t('loans'), isFigure: true, render: (row) => formatCount(row.loans), footer: formatCount(classes.classes.reduce((sum, row) => sum + row.loans, 0)) },
    { key: 'outstanding', title: t('outstanding'), isFigure: true, render: (row) => formatMoney(row.outstandingPrincipal), footer: formatMoney(classes.outstandingPrincipal) },
    { key: 'share', title: t('share'), isFigure: true, render: (row) => (row.sharePct === null ? t('none') : `${row.sharePct}%`), footer: '' },
    { key: 'rate', title: t('rate'), isFigure: true, isDeskOnly: true, render: (row) => `${row.specialRatePct}%`, footer: '' },
    { key: 'special', title: t('special'), isFigure: true, isDeskOnly: true, render: (row) => formatMoney(row.special), footer: formatMoney(classes.special) },
    { key: 'general', title: t('general'), isFigure: true, isDeskOnly: true, render: (row) => formatMoney(row.general), footer: formatMoney(classes.general) },
    { key: 'provision', title: t('provision'), isFigure: true, render: (row) => formatMoney(row.provision), footer: formatMoney(classes.provision) },
    { key: 'rows', title: '', isBare: true, render: (row) => (row.loans === 0 ? null : <Link to={listLinks[row.rows.list]} search={listSearchFrom(row.rows.view)}>{t('seeLoans')}</Link>), footer: '' },
  ];
  return (
    <Panel title={t('byClass')} isFlush>
      <DataTable label={t('byClass')} columns={columns} rows={classes.classes} keyOf={(row) => row.class} />
      <p className={styles['note']}>{t('byClassNote', { general: classes.generalRatePct })}</p>
    </Panel>
  );
}
