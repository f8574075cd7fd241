import { fiveTierClassChoices, loanStatuses } from '@loanbook/contract/choices.ts';
import { errorText } from '@loanbook/contract/errors.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { Allocation, LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, type Fen } from '@loanbook/engine/money.ts';
import type { ReactNode } from 'react';
import { formatCount, formatFen, formatPercentText, useFormats } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { yieldPct, type EventPreview } from './event-preview.ts';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';
import { PlanComparison } from './plan-comparison.tsx';

interface EventEffectProps {
  readonly loan: Loan;
  /** null while the form is not complete. */
  readonly preview: EventPreview | null;
  readonly isRefund?: boolean;
}

/** What the event would do: money, figures before and after, old and new plan; or why it may not be posted. */
export function EventEffect({ loan, preview, isRefund = false }: EventEffectProps): ReactNode {
  const t = useTexts(eventsTexts);
  const language = useLanguage();
  if (preview === null) return <section className={styles['box']}><h3 className={styles['heading']}>{t('effectTitle')}</h3><p className={styles['muted']}>{t('effectHint')}</p></section>;
  if (!preview.isAccepted) return <Notice tone="danger">{errorText(preview.code, language, preview.details)}</Notice>;
  return (
    <section className={styles['box']} aria-live="polite">
      {preview.allocation !== null && <MoneyReceived allocation={preview.allocation} />}
      {isRefund && <p className={styles['money']}>{t('paidOut', { amount: formatFen(fen(loan.state.balances.creditFen - preview.after.balances.creditFen)) })}</p>}
      <FigureChange loan={loan} after={preview.after} />
      {!isVoid(preview.after) && <PlanComparison before={loan.state} after={preview.after} />}
    </section>
  );
}

/** Nothing of the lending is left: the engine calls that not yet lent. */
function isVoid(state: LoanState): boolean {
  return state.status === 'pending';
}

function MoneyReceived({ allocation }: { readonly allocation: Allocation }): ReactNode {
  const t = useTexts(eventsTexts);
  const { principalFen, feeFen, interestFen, penaltyFen, compoundFen, creditFen } = allocation;
  const interestAllFen = fen(interestFen + penaltyFen + compoundFen);
  return (
    <div>
      <p className={styles['money']}>{t('received', { amount: formatFen(fen(principalFen + feeFen + interestAllFen + creditFen)) })}</p>
      <p className={styles['muted']}>{t('receivedParts', { principal: formatFen(principalFen), interest: formatFen(interestAllFen), fee: formatFen(feeFen) })}</p>
    </div>
  );
}

interface FigureLine {
  readonly key: string;
  readonly label: string;
  readonly of: (state: LoanState) => string;
  /** Shown only when it changes. */
  readonly isOptional?: true;
}

function FigureChange({ loan, after }: { readonly loan: Loan; readonly after: LoanState }): ReactNode {
  const t = useTexts(eventsTexts);
  const formats = useFormats();
  const balance = (key: string, label: string, of: (balances: LoanState['balances']) => Fen): FigureLine => ({ key, label, of: (state) => formatFen(of(state.offBook ?? state.balances)), isOptional: true });
  const percentOf = (state: LoanState): string => {
    const percent = yieldPct(loan, state);
    return percent === null ? '—' : formatPercentText(percent);
  };
  const lines: readonly FigureLine[] = [
    { key: 'outstanding', label: t('outstanding'), of: (state) => formatFen((state.offBook ?? state.balances).principalFen) },
    balance('interestDue', t('interestDue'), (balances) => balances.interestDueFen),
    balance('penalty', t('penalty'), (balances) => balances.penaltyFen),
    balance('compound', t('compound'), (balances) => balances.compoundFen),
    balance('fee', t('feeBalance'), (balances) => balances.feeFen),
    balance('credit', t('credit'), (balances) => balances.creditFen),
    { key: 'payoff', label: t('payoff'), of: (state) => formatFen(state.payoffFen) },
    { key: 'daysPastDue', label: t('daysPastDue'), of: (state) => formatCount(state.daysPastDue) },
    { key: 'class', label: t('classOf'), of: (state) => (state.status === 'settled' || isVoid(state) ? '—' : formats.choice(fiveTierClassChoices, state.fiveTierClass)) },
    { key: 'status', label: t('status'), of: (state) => formats.choice(loanStatuses, isVoid(state) ? 'void' : state.status), isOptional: true },
    { key: 'irr', label: t('irr'), of: percentOf },
  ];
  const cells = lines.map((line) => ({ ...line, before: line.of(loan.state), after: line.of(after) }));
  return (
    <table className={styles['change']}>
      <caption>{t('effectTitle')}</caption>
      <thead><tr><td /><th scope="col">{t('before')}</th><th scope="col">{t('after')}</th></tr></thead>
      <tbody>
        {cells.filter((line) => line.isOptional !== true || line.before !== line.after).map((line) => (
          <tr key={line.key} data-changed={line.before !== line.after}>
            <th scope="row" title={line.key === 'irr' ? t('irrHint') : undefined}>{line.label}</th>
            <td>{line.before}</td>
            <td>{line.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
