import { DownloadOutlined } from '@ant-design/icons';
import { importsRoutes, type Import } from '@loanbook/contract/features/imports.ts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatCount, formatMoney } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { FileButton } from '../loans/loans.index.ts';
import { AdjustmentsPanel } from './adjustments-panel.tsx';
import { AgainPanels } from './again-panels.tsx';
import { againTexts } from './again-texts.ts';
import styles from './import-report.module.css';
import { LeftOutPanel } from './left-out-panel.tsx';
import { FixedCells } from './fixed-cells.tsx';
import { PaperTotalsPanel } from './paper-totals-panel.tsx';
import { previewTexts } from './preview-texts.ts';
import { reportTexts } from './report-texts.ts';
import { UndoDialog } from './undo-dialog.tsx';
import { tieDifference, totalLines, type Report, type Tie, type TotalLine } from './report-lines.ts';

/** What is in the book now, held against the paper; whatever differs is explained line by line. */
export function ImportReport({ one, report }: { readonly one: Import; readonly report: Report }): ReactNode {
  return (
    <>
      <UndoFailure one={one} />
      <Written one={one} report={report} />
      <div className={styles['pair']}>
        <TiesPanel report={report} />
        <TotalsPanel report={report} />
      </div>
      <PaperTotalsPanel one={one} book={bookFigures(report)} />
      {report.again && <AgainPanels importId={one.id} asOf={one.asOf} again={report.again} />}
      {report.adjustments.length > 0 && <AdjustmentsPanel adjustments={report.adjustments} />}
      {one.fixedCells.length > 0 && <FixedCells one={one} />}
      <LeftOutPanel lines={report.leftOut} duplicates={report.duplicatesDropped} keptCount={report.again?.keptCount ?? 0} />
    </>
  );
}

function Written({ one, report }: { readonly one: Import; readonly report: Report }): ReactNode {
  const t = useTexts(reportTexts);
  const words = useTexts(previewTexts);
  const again = useTexts(againTexts);
  const { customersCreated, customersMatched, loansCreated, loansSkipped, repaymentsWritten } = report;
  const isNothingNew = customersCreated + loansCreated + repaymentsWritten === 0;
  const hasProblems = one.problemCounts.error + one.problemCounts.warning + one.problemCounts.info > 0;
  return (
    <Notice
      tone="good"
      title={t('done')}
      actions={(
        <>
          {hasProblems && <FileButton route={importsRoutes.problemsFile} params={{ importId: one.id }} fallbackName={`${words('downloadName')}.xlsx`} icon={<DownloadOutlined aria-hidden />}>{words('download')}</FileButton>}
          <UndoButton importId={one.id} />
          <ButtonLink to={links.customers}>{t('toCustomers')}</ButtonLink>
          <ButtonLink type="primary" to={links.loans}>{t('toLoans')}</ButtonLink>
        </>
      )}
    >
      <p>{isNothingNew ? t('nothingNew') : t('doneText', { customers: formatCount(customersCreated), loans: formatCount(loansCreated), repayments: formatCount(repaymentsWritten) })} {one.asOf !== null && t('asOf', { date: one.asOf })}</p>
      {customersMatched > 0 && <p>{t('matched', { count: formatCount(customersMatched) })}</p>}
      {report.again && <p>{again('againText', { loans: formatCount(report.again.loansChanged), customers: formatCount(report.again.customersChanged), repayments: formatCount(report.again.repaymentsAdded), unchanged: formatCount(report.again.loansUnchanged) })}</p>}
      {loansSkipped > 0 && !report.again && <p>{t('skipped', { count: formatCount(loansSkipped) })}</p>}
    </Notice>
  );
}

function UndoButton({ importId }: { readonly importId: string }): ReactNode {
  const t = useTexts(againTexts);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('undo')}</Button>
      {isAsking && <UndoDialog importId={importId} onClose={() => setIsAsking(false)} />}
    </>
  );
}

/** Undoing that stopped has changed nothing; the import stands as it was written. */
function UndoFailure({ one }: { readonly one: Import }): ReactNode {
  const t = useTexts(againTexts);
  const language = useLanguage();
  return one.failure === null ? null : <Notice tone="danger" title={t('undoFailed')}>{one.failure[language]}</Notice>;
}

function bookFigures({ ties, written }: Report): Readonly<Record<'loans' | 'principal' | 'outstanding' | 'repaid', string>> {
  const figure = (key: string, otherwise: string): string => ties.find((tie) => tie.key === key)?.book ?? otherwise;
  return { loans: figure('loans', String(written.loans)), principal: figure('principal', written.principal), outstanding: figure('outstanding', written.outstanding), repaid: figure('repaid', written.repaid) };
}

function TiesPanel({ report }: { readonly report: Report }): ReactNode {
  const t = useTexts(reportTexts);
  if (report.ties.length === 0) return <Panel title={t('ties')}><p className={styles['muted']}>{t('tiesSkipped')}</p></Panel>;
  const shown = (figure: string): string => (figure.includes('.') ? formatMoney(figure) : formatCount(Number(figure)));
  const columns: readonly DataColumn<Tie>[] = [
    { key: 'item', title: t('item'), isHeading: true, render: (tie) => tieName(tie.key, t) },
    { key: 'paper', title: t('paper'), isFigure: true, render: (tie) => shown(tie.paper) },
    { key: 'book', title: t('book'), isFigure: true, render: (tie) => shown(tie.book) },
    { key: 'result', title: t('result'), isFigure: true, render: (tie) => <TieResult tie={tie} shown={shown} /> },
  ];
  return (
    <Panel title={t('ties')} note={report.ties.every((tie) => tie.isEqual) ? t('tiesNote') : t('tiesWhy')} isFlush>
      <DataTable label={t('ties')} columns={columns} rows={report.ties} keyOf={(tie) => tie.key} />
    </Panel>
  );
}

function TieResult({ tie, shown }: { readonly tie: Tie; readonly shown: (figure: string) => string }): ReactNode {
  const t = useTexts(reportTexts);
  if (tie.isEqual) return <Tag tone="good">{t('isEqual')}</Tag>;
  const difference = tieDifference(tie);
  const size = shown(difference.replace(/^-/, ''));
  return <Tag tone="attention">{difference.startsWith('-') ? t('bookHasLess', { difference: size }) : t('bookHasMore', { difference: size })}</Tag>;
}

function tieName(key: string, t: ReturnType<typeof useTexts<keyof typeof reportTexts.zh>>): string {
  const known = (['loans', 'principal', 'outstanding', 'repayments', 'repaid'] as const).find((candidate) => candidate === key);
  return known === undefined ? key : t(`tie_${known}`);
}

function TotalsPanel({ report }: { readonly report: Report }): ReactNode {
  const t = useTexts(reportTexts);
  const shown = (line: TotalLine, figure: string): string => (line.isMoney ? formatMoney(figure) : formatCount(Number(figure)));
  const columns: readonly DataColumn<TotalLine>[] = [
    { key: 'item', title: t('item'), isHeading: true, render: (line) => t(line.key) },
    { key: 'before', title: t('before'), isFigure: true, render: (line) => shown(line, line.before) },
    { key: 'written', title: t('written'), isFigure: true, render: (line) => <strong>{shown(line, line.written)}</strong> },
    { key: 'after', title: t('after'), isFigure: true, render: (line) => shown(line, line.after) },
  ];
  return (
    <Panel title={t('totals')} isFlush>
      <DataTable label={t('totals')} columns={columns} rows={totalLines(report)} keyOf={(line) => line.key} />
    </Panel>
  );
}
