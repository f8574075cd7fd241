import { FilePdfOutlined } from '@ant-design/icons';
import { repaymentsRoutes, type Repayment } from '@loanbook/contract/features/repayments.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatCount, formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { FileButton } from '../loans/loans.index.ts';
import { usePaper } from '../papers/papers.index.ts';
import { allocationParts } from './allocation-lines.tsx';
import { batchTexts } from './batch-texts.ts';
import { repaymentsTexts } from './repayments-texts.ts';

interface BatchResultProps {
  readonly repayments: readonly Repayment[];
  readonly total: string;
  readonly onAnother: () => void;
}

/** What was posted, line by line, each with its paper. */
export function BatchResult({ repayments, total, onAnother }: BatchResultProps): ReactNode {
  const t = useTexts(batchTexts);
  const tParts = useTexts(repaymentsTexts);
  const { isLoading, fetchPaper } = usePaper();
  const printAll = (): void => void fetchPaper(repaymentsRoutes.receiptsPdf, { body: { repaymentIds: repayments.map((row) => row.id) } });
  const columns: readonly DataColumn<Repayment>[] = [
    { key: 'borrower', title: t('borrower'), isHeading: true, render: (row) => <Link to={links.loan} params={{ loanId: row.loanId }}>{row.customerName} · {row.receiptNo}</Link>, footer: t('count', { count: formatCount(repayments.length) }) },
    { key: 'paidOn', title: t('paidOn'), render: (row) => row.paidOn, footer: '' },
    { key: 'amount', title: t('amount'), isFigure: true, render: (row) => formatMoney(row.total), footer: formatMoney(total) },
    { key: 'parts', title: t('parts'), render: (row) => allocationParts.filter((part) => /[1-9]/.test(row[part])).map((part) => `${tParts(`part_${part}`)} ${formatMoney(row[part])}`).join(' · '), footer: '' },
    { key: 'receipt', title: '', isBare: true, render: (row) => <FileButton route={repaymentsRoutes.receiptPdf} params={{ repaymentId: row.id }} fallbackName={`${t('receiptFile')}.pdf`} type="text" icon={<FilePdfOutlined aria-hidden />}>{t('receipt')}</FileButton>, footer: '' },
  ];
  return (
    <>
      <Notice tone="good" title={t('doneTitle', { count: formatCount(repayments.length), amount: formatMoney(total) })} actions={<><ButtonLink to={links.repayments}>{t('seeAll')}</ButtonLink><Button icon={<FilePdfOutlined aria-hidden />} loading={isLoading} onClick={printAll}>{t('printAll')}</Button><Button type="primary" onClick={onAnother}>{t('another')}</Button></>} />
      <Panel isFlush><DataTable label={t('title')} columns={columns} rows={repayments} keyOf={(row) => row.id} /></Panel>
    </>
  );
}
