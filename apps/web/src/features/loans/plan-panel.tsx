import { FilePdfOutlined } from '@ant-design/icons';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { papersRoutes } from '@loanbook/contract/features/papers.ts';
import { installmentStatuses } from '@loanbook/contract/choices.ts';
import type { InstallmentStatus } from '@loanbook/engine/loan-state.ts';
import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { formatFen, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag, type TagTone } from '../../ui/tag.tsx';
import { FileButton } from './file-button.tsx';
import { loansTexts } from './loans-texts.ts';
import { planLines, sumFen, type PlanLine } from './plan-lines.ts';
import styles from './plan-panel.module.css';

const statusTones: Readonly<Record<InstallmentStatus, TagTone>> = { pending: 'neutral', partial: 'attention', overdue: 'danger', paid: 'good' };

/** The plan with what was paid on it. A long plan opens where something is still to be paid. */
export function PlanPanel({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(loansTexts);
  const isPhone = useIsPhone();
  const lines = planLines(loan.state);
  const paidCount = lines.filter((line) => line.installment.status === 'paid').length;
  const [chosen, setChosen] = useState<'all' | 'open' | null>(null);
  const usual = paidCount < lines.length && paidCount > (isPhone ? 2 : 12) ? 'open' : 'all';
  const shown = chosen ?? usual;
  const shownLines = shown === 'all' ? lines : lines.filter((line) => line.installment.status !== 'paid');
  const columns = usePlanColumns(shownLines);
  const numberOfPlan = lines.filter((line) => line.installment.number > 0).length;
  return (
    <Panel
      title={t('planTitle')}
      note={lines.length === 0 ? t('planEmpty') : numberOfPlan > 0 && t('planNote', { count: numberOfPlan, paid: paidCount })}
      isFlush
      actions={(
        <>
          {paidCount > 0 && paidCount < lines.length && <Segmented aria-label={t('planShown')} value={shown} onChange={setChosen} options={[{ value: 'all', label: t('planAll') }, { value: 'open', label: t('planOpen') }]} />}
          <FileButton route={papersRoutes.plan} params={{ loanId: loan.id }} fallbackName={`${t('planFile')}.pdf`} icon={<FilePdfOutlined aria-hidden />}>{t('printPlan')}</FileButton>
        </>
      )}
    >
      {shownLines.length > 0 && <DataTable label={t('planTitle')} columns={columns} rows={shownLines} keyOf={(line) => line.installment.number} toneOf={toneOf} />}
    </Panel>
  );
}

function toneOf(line: PlanLine): 'quiet' | 'danger' | 'accent' | undefined {
  if (line.installment.status === 'paid') return 'quiet';
  if (line.installment.status === 'overdue') return 'danger';
  return line.isNextDue ? 'accent' : undefined;
}

function usePlanColumns(lines: readonly PlanLine[]): readonly DataColumn<PlanLine>[] {
  const t = useTexts(loansTexts);
  const figure = (key: string, title: string, amountOf: (line: PlanLine) => PlanLine['openFen'], isDeskOnly = false): DataColumn<PlanLine> => ({
    key, title, isFigure: true, isDeskOnly, render: (line) => <Amount amountFen={amountOf(line)} />, footer: formatFen(sumFen(lines, amountOf)),
  });
  const hasExtras = lines.some((line) => line.extrasFen !== 0);
  return [
    { key: 'number', title: t('installmentNo'), isDeskOnly: true, width: 70, render: ({ installment }) => <span className={styles['day']}>{installment.number === 0 ? t('takenOverRow') : installment.number}</span>, footer: t('total') },
    { key: 'dueOn', title: t('dueOn'), isHeading: true, render: ({ installment }) => <span className={styles['day']}>{installment.dueOn}<span className={styles['numberOnPhone']}>{installment.number === 0 ? t('takenOverRow') : `#${installment.number}`}</span></span>, footer: '' },
    figure('principal', t('duePrincipal'), (line) => line.installment.principalFen),
    figure('interest', t('dueInterest'), (line) => line.installment.interestFen),
    ...(hasExtras ? [figure('extras', t('extras'), (line) => line.extrasFen)] : []),
    figure('due', t('dueTotal'), (line) => line.dueFen),
    figure('paid', t('paid'), (line) => line.paidFen),
    figure('open', t('open'), (line) => line.openFen),
    { key: 'balanceAfter', title: t('balanceAfter'), isFigure: true, isDeskOnly: true, render: (line) => formatFen(line.balanceAfterFen), footer: '' },
    { key: 'status', title: t('status'), isBare: true, render: (line) => <StatusCell line={line} />, footer: '' },
  ];
}

/** On a phone a line of nothing is left out: twelve installments are long enough. */
function Amount({ amountFen }: { readonly amountFen: PlanLine['openFen'] }): ReactNode {
  const isPhone = useIsPhone();
  if (isPhone && amountFen === 0) return null;
  return <span className={amountFen === 0 ? styles['zero'] : undefined}>{formatFen(amountFen)}</span>;
}

function StatusCell({ line }: { readonly line: PlanLine }): ReactNode {
  const t = useTexts(loansTexts);
  const formats = useFormats();
  const { installment, isDueToday } = line;
  return (
    <span className={styles['status']}>
      {isDueToday
        ? <Tag tone="attention">{formats.choice(installmentStatuses, 'due_today')}</Tag>
        : <Tag tone={statusTones[installment.status]}>{formats.choice(installmentStatuses, installment.status)}</Tag>}
      {line.isNextDue && !isDueToday && <Tag tone="accent">{t('nextDueTag')}</Tag>}
      {installment.settledOn !== null && <span className={styles['hint']}>{t('settledOn', { date: installment.settledOn })}</span>}
    </span>
  );
}
