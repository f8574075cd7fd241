import type { Loan } from '@loanbook/contract/features/loans.ts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { EventDrawer } from './event-drawer.tsx';
import { lifeTexts } from './life-texts.ts';

/** What a person must know before reading the figures: the loan is void, or its terms are not all known. */
export function LifeNotice({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(lifeTexts);
  const mayWrite = useRight('ledger.write');
  const [isOpen, setIsOpen] = useState(false);
  if (loan.cells['status'] === 'void') return <Notice tone="attention">{t('voidNotice')}</Notice>;
  if (!isIncomplete(loan)) return null;
  return (
    <>
      <Notice tone="attention" {...(mayWrite && { actions: <Button onClick={() => setIsOpen(true)}>{t('correct_terms')}</Button> })}>{t('correctPrompt')}</Notice>
      <EventDrawer loan={loan} kind={isOpen ? 'correct_terms' : null} onClose={() => setIsOpen(false)} />
    </>
  );
}

/** Terms that the old book left open have no cell; of these a plan is made. */
const planKeys = ['principal', 'annualRatePct', 'method', 'disbursedOn', 'maturesOn'] as const;

function isIncomplete({ isTakenOver, cells, state }: Loan): boolean {
  return isTakenOver && state.status !== 'settled' && planKeys.some((key) => cells[key] === null || cells[key] === undefined);
}
