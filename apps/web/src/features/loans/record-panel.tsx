import { FilePdfOutlined, RollbackOutlined } from '@ant-design/icons';
import { channels } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { formatMoney, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { loanHistoryQuery, useEventWords, type LoanAsOf } from '../events/events.index.ts';
import { FileButton } from './file-button.tsx';
import { linesUntil, recordLines, type RecordLine, type RecordOrder } from './loan-records.ts';
import { loansTexts } from './loans-texts.ts';
import styles from './record-panel.module.css';
import { typeText } from './type-text.ts';

interface RecordPanelProps {
  readonly loan: Loan;
  /** The day the page shows: later entries are left out. */
  readonly asOf: LoanAsOf;
  readonly onReverse: (repaymentId: string) => void;
}

const orders = ['value_date', 'record_time'] as const satisfies readonly RecordOrder[];

/** Everything that happened to the loan, latest first, with who entered it. */
export function RecordPanel({ loan, asOf, onReverse }: RecordPanelProps): ReactNode {
  const t = useTexts(loansTexts);
  const [order, setOrder] = useState<RecordOrder>('value_date');
  const lines = useRecordLines(loan, asOf, order);
  const columns = useRecordColumns(lines, onReverse, useEventWords(loan));
  const { day, isAsKnown } = asOf;
  const note = day === null ? t('recordNote') : t(isAsKnown ? 'recordKnown' : 'recordUntil', { date: day });
  return (
    <Panel
      title={t('recordTitle')}
      note={lines.length === 0 ? t('recordEmpty') : note}
      isFlush
      actions={lines.length > 1 && <Segmented aria-label={t('recordOrder')} value={order} onChange={setOrder} options={orders.map((value) => ({ value, label: t(value === 'value_date' ? 'byValueDate' : 'byRecordTime') }))} />}
    >
      {lines.length > 0 && <DataTable label={t('recordTitle')} columns={columns} rows={lines} keyOf={(line) => line.key} toneOf={(line) => (line.isReversed ? 'quiet' : undefined)} />}
    </Panel>
  );
}

function useRecordLines(loan: Loan, { day, isAsKnown }: LoanAsOf, order: RecordOrder): readonly RecordLine[] {
  const formats = useFormats();
  const { data: history } = useQuery(loanHistoryQuery(loan.id));
  const lines = useMemo(() => recordLines(loan, history ?? null, order, (instant) => formats.dateTime(instant).slice(0, 10)), [loan, history, order, formats]);
  return useMemo(
    // An old book's receipts were known from the day they were taken over, with the opening.
    () => (day === null ? lines : linesUntil(lines, day, (line) => (line.recordedAt === null ? line.occurredOn : formats.dateTime(line.recordedAt).slice(0, 10)), isAsKnown)),
    [lines, day, isAsKnown, formats],
  );
}

function useRecordColumns(lines: readonly RecordLine[], onReverse: (repaymentId: string) => void, wordsOf: (eventId: string) => string | null): readonly DataColumn<RecordLine>[] {
  const t = useTexts(loansTexts);
  const formats = useFormats();
  const hasActions = lines.some((line) => line.repaymentId !== null);
  return [
    { key: 'occurredOn', title: t('occurredOn'), width: 110, render: (line) => line.occurredOn },
    { key: 'what', title: t('what'), isHeading: true, render: (line) => <What line={line} words={wordsOf(line.key)} /> },
    { key: 'amount', title: t('amount'), isFigure: true, render: (line) => (line.amount === null ? '' : <span className={line.isReversed ? styles['struck'] : undefined}>{formatMoney(line.amount)}</span>) },
    { key: 'usedFor', title: t('usedFor'), render: (line) => (line.parts.length === 0 ? '' : <span className={styles['parts']}>{line.parts.map(({ part, amount }) => <span key={part}>{t(`part_${part}`, { amount: formatMoney(amount) })}</span>)}</span>) },
    { key: 'channel', title: t('channel'), render: (line) => formats.choice(channels, line.channel) },
    { key: 'reference', title: t('reference'), render: (line) => line.externalRef ?? '' },
    { key: 'enteredBy', title: t('enteredBy'), render: (line) => (line.recordedBy === null ? '' : <span className={styles['entered']}><span>{line.recordedBy}</span><span>{formats.dateTime(line.recordedAt)}</span></span>) },
    ...(hasActions ? [{ key: 'actions', title: t('actions'), isBare: true, render: (line: RecordLine) => <RecordActions line={line} onReverse={onReverse} /> }] : []),
  ];
}

function What({ line, words }: { readonly line: RecordLine; readonly words: string | null }): ReactNode {
  const t = useTexts(loansTexts);
  const details = [
    words,
    line.managers === null ? null : t('handedFromTo', { from: line.managers.from ?? t('nobody'), to: line.managers.to }),
    line.reverses === null ? null : t('reversalOf', { date: line.reverses.occurredOn, what: typeText(t, line.reverses.type) }),
    line.reason === null ? null : t('reason', { reason: line.reason }),
    line.payerName === null ? null : t('payer', { name: line.payerName }),
    line.note,
  ].filter((detail) => detail !== null);
  return (
    <span className={styles['what']}>
      <span className={styles['title']}>
        <span className={line.isReversed ? styles['struck'] : undefined}>{typeText(t, line.type)}</span>
        {line.isReversed && <Tag tone="attention">{t('reversed')}</Tag>}
        {line.isTakenOver && <Tag>{t('fromOldBook')}</Tag>}
      </span>
      {details.map((detail) => <span key={detail} className={styles['detail']}>{detail}</span>)}
    </span>
  );
}

function RecordActions({ line, onReverse }: { readonly line: RecordLine; readonly onReverse: (repaymentId: string) => void }): ReactNode {
  const t = useTexts(loansTexts);
  const mayWrite = useRight('ledger.write');
  const { repaymentId } = line;
  if (repaymentId === null) return null;
  return (
    <span className={styles['actions']}>
      <FileButton route={repaymentsRoutes.receiptPdf} params={{ repaymentId }} fallbackName={`${t('receiptFile')}.pdf`} type="text" icon={<FilePdfOutlined aria-hidden />}>{t('receipt')}</FileButton>
      {mayWrite && !line.isReversed && !line.isPartOfRefinance && <Button type="text" danger icon={<RollbackOutlined aria-hidden />} onClick={() => onReverse(repaymentId)}>{t('reverse')}</Button>}
    </span>
  );
}
