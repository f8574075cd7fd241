import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen } from '@loanbook/engine/money.ts';
import type { ReactNode } from 'react';
import { formatCount, formatFen, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { repaymentsTexts } from './repayments-texts.ts';
import styles from './state-change.module.css';

interface StateChangeProps {
  readonly before: LoanState;
  readonly after: LoanState;
}

/** How the loan stands now and how it would stand, line by line; what stays the same is quiet. */
export function StateChange({ before, after }: StateChangeProps): ReactNode {
  const t = useTexts(repaymentsTexts);
  const formats = useFormats();
  const lines: readonly { readonly key: string; readonly label: string; readonly of: (state: LoanState) => string; readonly isOptional?: true }[] = [
    { key: 'outstanding', label: t('outstanding'), of: (state) => formatFen(state.balances.principalFen) },
    { key: 'overdue', label: t('overdue'), of: (state) => formatFen(fen(state.balances.overduePrincipalFen + state.balances.overdueInterestFen)) },
    { key: 'daysPastDue', label: t('daysPastDue'), of: (state) => formatCount(state.daysPastDue) },
    { key: 'class', label: t('class'), of: (state) => (state.status === 'settled' ? t('settled') : formats.choice(fiveTierClassChoices, state.fiveTierClass)) },
    { key: 'payoff', label: t('payoff'), of: (state) => formatFen(state.payoffFen) },
    { key: 'credit', label: t('credit'), of: (state) => formatFen(state.balances.creditFen), isOptional: true },
  ];
  return (
    <table className={styles['change']}>
      <caption className={styles['caption']}>{t('changeTitle')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.filter((line) => line.isOptional !== true || /[1-9]/.test(line.of(before) + line.of(after))).map((line) => (
          <tr key={line.key} data-changed={line.of(before) !== line.of(after)}>
            <th scope="row">{line.label}</th>
            <td>{line.of(before)}</td>
            <td>{line.of(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
