import type { Classes } from '@loanbook/contract/features/classes.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatMoney } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ClassChangeTags } from './class-change.tsx';
import styles from './classes.module.css';
import { classesTexts } from './classes-texts.ts';

type Row = Classes['changed'][number];

/** Loans whose class is not what it was when the last month ended. */
export function ChangedPanel({ changed, isCut }: { readonly changed: Classes['changed']; readonly isCut: boolean }): ReactNode {
  const t = useTexts(classesTexts);
  const language = useLanguage();
  const columns: readonly DataColumn<Row>[] = [
    { key: 'loan', title: t('loan'), isHeading: true, render: (row) => <Link to={links.loan} params={{ loanId: row.loanId }}>{row.customerName} · {row.receiptNo}</Link> },
    { key: 'fromTo', title: t('fromTo'), render: (row) => <ClassChangeTags from={row.classBefore} to={row.class} /> },
    { key: 'why', title: t('why'), render: (row) => (row.reasons.length === 0 ? t('noReason') : row.reasons.map((reason) => reason[language]).join('；')) },
    { key: 'balance', title: t('balance'), isFigure: true, render: (row) => formatMoney(row.outstandingPrincipal) },
  ];
  return (
    <Panel title={t('changed')} note={t('changedNote')} isFlush>
      {changed.length === 0 ? <p className={styles['note']}>{t('changedNone')}</p> : <DataTable label={t('changed')} columns={columns} rows={changed} keyOf={(row) => row.loanId} />}
      {isCut && <p className={styles['note']}>{t('changedCut')}</p>}
    </Panel>
  );
}
