import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { formatYuan, type Fen } from '@loanbook/engine/money.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { formatFen } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { openFenOf } from '../loans/loans.index.ts';
import styles from './repayment-form.module.css';
import { usualAmounts, type UsualAmounts } from './repayment-preview.ts';
import { repaymentsTexts } from './repayments-texts.ts';

interface PresetAmountsProps {
  readonly loan: Loan;
  readonly paidOn: CivilDate | null;
  readonly onChoose: (amount: string) => void;
}

/** The amounts a cashier is usually told, each with its sum: one press fills it in. */
export function PresetAmounts({ loan, paidOn, onChoose }: PresetAmountsProps): ReactNode {
  const t = useTexts(repaymentsTexts);
  const amounts = useMemo(() => amountsOn(loan, paidOn), [loan, paidOn]);
  if (amounts === null) return null;
  const preset = (key: string, label: string, amountFen: Fen, title?: string): ReactNode => amountFen > 0 && (
    <Button key={key} title={title} onClick={() => onChoose(formatYuan(amountFen))}>{label}<small>{formatFen(amountFen)}</small></Button>
  );
  return (
    <div className={styles['presets']}>
      {amounts.overdueFen !== amounts.payoffFen && preset('overdue', t('presetOverdue'), amounts.overdueFen)}
      {amounts.currentFen !== amounts.overdueFen && amounts.currentFen < amounts.payoffFen && preset('current', t('presetCurrent'), amounts.currentFen, t('presetCurrentHint', { date: amounts.currentDueOn ?? '' }))}
      {preset('payoff', t('presetPayoff'), amounts.payoffFen)}
    </div>
  );
}

/** null before the loan began. */
function amountsOn(loan: Loan, paidOn: CivilDate | null): UsualAmounts | null {
  if (paidOn === null) return null;
  try {
    return usualAmounts(loan, paidOn, openFenOf);
  } catch (error) {
    if (error instanceof EngineRefusal) return null;
    throw error;
  }
}
