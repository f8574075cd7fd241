import { errorText } from '@loanbook/contract/errors.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { formatFen, formatMoney } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { AllocationLines } from './allocation-lines.tsx';
import styles from './repayment-form.module.css';
import type { MoneyPreview } from './repayment-preview.ts';
import { repaymentsTexts } from './repayments-texts.ts';
import { StateChange } from './state-change.tsx';

interface RepaymentPreviewProps {
  readonly before: LoanState;
  readonly preview: MoneyPreview | null;
  readonly amountFen: Fen | null;
  readonly keepExcess: boolean;
  readonly onKeepExcess: (keepExcess: boolean) => void;
  readonly isBackdated: boolean;
}

/** What the typed amount would pay; money above the payoff is kept only when a person says so. */
export function RepaymentPreview({ before, preview, amountFen, keepExcess, onKeepExcess, isBackdated }: RepaymentPreviewProps): ReactNode {
  const t = useTexts(repaymentsTexts);
  const language = useLanguage();
  if (preview === null) return <section className={styles['box']}><h3 className={styles['heading']}>{t('previewTitle')}</h3><p className={styles['muted']}>{t('previewHint')}</p></section>;
  if (!preview.isAccepted) {
    if (preview.code !== 'amount_exceeds_payoff') return <Notice tone="danger">{errorText(preview.code, language, preview.details)}</Notice>;
    const payoffFen = parseYuan(String(preview.details['payoff'] ?? '')) ?? fen(0);
    return (
      <Notice tone="attention" title={t('excessNote', { payoff: formatMoney(formatYuan(payoffFen)) })}>
        <Checkbox checked={keepExcess} onChange={(event) => onKeepExcess(event.target.checked)}>{t('keepExcess', { excess: formatFen(fen((amountFen ?? 0) - payoffFen)) })}</Checkbox>
      </Notice>
    );
  }
  const { allocation, after } = preview;
  return (
    <section className={styles['box']} aria-live="polite">
      <div>
        <h3 className={styles['heading']}>{t('previewTitle')}</h3>
        <AllocationLines amounts={allocation} />
      </div>
      {keepExcess && <Checkbox checked onChange={(event) => onKeepExcess(event.target.checked)}>{t('keepExcess', { excess: formatFen(after.balances.creditFen) })}</Checkbox>}
      {allocation.creditFen > 0 && !keepExcess && <p className={styles['muted']}>{t('creditWaits')}</p>}
      {isBackdated && <p className={styles['muted']}>{t('backdated')}</p>}
      {after.status === 'settled' && <Notice tone="good">{t('settles')}</Notice>}
      <StateChange before={before} after={after} />
    </section>
  );
}
