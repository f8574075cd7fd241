import { MoneyCollectOutlined } from '@ant-design/icons';
import { fiveTierClassChoices, loanStatuses } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { liveOpening } from '@loanbook/contract/loan-life/live-opening.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatFen, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useRight } from '../../platform/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AsOfBar, LifeNotice, MoreActions, RefinanceLinks, useLoanAsOf } from '../events/events.index.ts';
import { ChargesPanel, LoanClassPanel } from '../classes/classes.index.ts';
import { PapersMenu } from '../papers/papers.index.ts';
import { RepaymentDrawer, ReverseDialog } from '../repayments/repayments.index.ts';
import { LoanFactsEditor } from './loan-facts-editor.tsx';
import { LoanFactsPanel } from './loan-facts-panel.tsx';
import { LoanFigures } from './loan-figures.tsx';
import { classTone, statusTone } from './loan-tones.ts';
import styles from './loan-view.module.css';
import { loansTexts } from './loans-texts.ts';
import { OwedPanel } from './owed-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { RecordPanel } from './record-panel.tsx';
import { TieButton } from './tie-button.tsx';

interface LoanViewProps {
  readonly loan: Loan;
  readonly before: ReactNode;
}

/** One loan in full: what is owed today, the terms, the plan and everything that happened. */
export function LoanView({ loan, before }: LoanViewProps): ReactNode {
  const t = useTexts(loansTexts);
  const mayWrite = useRight('ledger.write');
  const asOf = useLoanAsOf(loan);
  const { isOpen, setIsOpen } = useRepayAddress();
  const [reversedId, setReversedId] = useState<string | null>(null);
  const [isEditing, setIsEditing] = useState(false);
  const canTakeMoney = mayWrite && (loan.state.status === 'active' || loan.state.status === 'overdue');
  return (
    <Page
      title={String(loan.cells['receiptNo'] ?? loan.cells['contractNo'] ?? '')}
      before={before}
      subtitle={<Subtitle loan={loan} state={asOf.day === null ? null : asOf.shown.state} />}
      actions={(
        <>
          <PapersMenu loan={loan} />
          <MoreActions loan={loan} />
          {canTakeMoney && <Button type="primary" icon={<MoneyCollectOutlined aria-hidden />} onClick={() => setIsOpen(true)}>{t('repay')}</Button>}
        </>
      )}
    >
      <LifeNotice loan={loan} />
      <AsOfBar loan={loan} asOf={asOf} />
      <LoanFigures loan={asOf.shown} />
      <StateNotice loan={asOf.shown} />
      <div className={styles['columns']}>
        <OwedPanel loan={asOf.shown} />
        <LoanFactsPanel loan={loan} onEdit={() => setIsEditing(true)} />
      </div>
      <PlanPanel loan={asOf.shown} />
      <ChargesPanel loan={asOf.shown} />
      <LoanClassPanel loan={asOf.shown} />
      <RecordPanel loan={loan} asOf={asOf} onReverse={setReversedId} />
      {mayWrite && <RepaymentDrawer loan={loan} isOpen={isOpen && canTakeMoney} onClose={() => setIsOpen(false)} />}
      {reversedId !== null && <ReverseDialog loan={loan} repaymentId={reversedId} onClose={() => setReversedId(null)} />}
      {isEditing && <LoanFactsEditor loan={loan} onClose={() => setIsEditing(false)} />}
    </Page>
  );
}

/** The repayment form has an address, so that a list can lead straight to it and the back button closes it. */
function useRepayAddress(): { readonly isOpen: boolean; readonly setIsOpen: (isOpen: boolean) => void } {
  const isOpen = useLocation({ select: (location) => location.hash === 'repay' });
  const navigate = useNavigate();
  return { isOpen, setIsOpen: (open) => void navigate({ to: '.', hash: open ? 'repay' : '', replace: !open, resetScroll: false }) };
}

interface SubtitleProps {
  readonly loan: Loan;
  /** Of the past day that the page shows; null: today. */
  readonly state: LoanState | null;
}

function Subtitle({ loan, state }: SubtitleProps): ReactNode {
  const t = useTexts(loansTexts);
  const formats = useFormats();
  const text = (key: string): string | null => {
    const cell = loan.cells[key];
    return typeof cell === 'string' && cell !== '' ? cell : null;
  };
  const status = state === null ? (text('status') ?? loan.state.status) : statusOf(state);
  const fiveTierClass = state === null ? (text('class') ?? loan.state.fiveTierClass) : state.fiveTierClass;
  return (
    <span className={styles['subtitle']}>
      <Link to={links.customer} params={{ customerId: loan.customerId }} className={styles['borrower']}>{text('customerName') ?? '—'}</Link>
      {text('contractNo') !== null && <span>{t('contractOf', { contractNo: text('contractNo') ?? '' })}</span>}
      {text('product') !== null && <span>{text('product')}</span>}
      <Tag tone={statusTone(status)}>{formats.choice(loanStatuses, status)}</Tag>
      {status !== 'void' && <Tag tone={classTone(fiveTierClass)}>{formats.choice(fiveTierClassChoices, fiveTierClass)}</Tag>}
      {loan.isTakenOver && <Tag>{t('takenOver')}</Tag>}
      <RefinanceLinks loan={loan} />
    </span>
  );
}

/** As lists say it: a loan classed as non-performing is in default. */
function statusOf({ status, fiveTierClass }: LoanState): string {
  const isOpen = status === 'active' || status === 'overdue';
  return isOpen && fiveTierClass !== 'normal' && fiveTierClass !== 'special_mention' ? 'defaulted' : status;
}

function StateNotice({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(loansTexts);
  if (loan.state.status === 'settled') return <Notice tone="good">{t('settledText')}</Notice>;
  if (loan.state.writtenOffOn !== null) return <Notice tone="attention">{t('writtenOffText', { date: loan.state.writtenOffOn })}</Notice>;
  const opening = liveOpening(loan.events);
  if (!loan.isTakenOver || opening === undefined) return null;
  return (
    <Notice tone="info" title={t('takenOverTitle')} actions={<TieButton loanId={loan.id} />}>
      {t('takenOverText', { date: opening.occurredOn, principal: formatFen(opening.principalFen) })}
      {opening.overdueSince !== undefined && ` ${t('takenOverOverdue')}`}
    </Notice>
  );
}
