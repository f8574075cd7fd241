import { fen, type Fen } from '@loanbook/engine/money.ts';
import type { Allocation } from '@loanbook/engine/loan-state.ts';
import type { ReactNode } from 'react';
import { formatFen } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import styles from './allocation-lines.module.css';
import { repaymentsTexts } from './repayments-texts.ts';

export const allocationParts = ['fee', 'compound', 'penalty', 'interest', 'principal', 'credit'] as const;
export type AllocationPart = (typeof allocationParts)[number];
export type AllocatedAmounts = Pick<Allocation, `${AllocationPart}Fen`>;

/** What one receipt pays, part by part, down to its total. */
export function AllocationLines({ amounts }: { readonly amounts: AllocatedAmounts }): ReactNode {
  const t = useTexts(repaymentsTexts);
  const parts = allocationParts.filter((part) => amounts[`${part}Fen`] !== 0);
  return (
    <dl className={styles['lines']}>
      {parts.map((part) => (
        <div key={part} className={styles['line']}>
          <dt>{t(`part_${part}`)}</dt>
          <dd>{formatFen(amounts[`${part}Fen`])}</dd>
        </div>
      ))}
      <div className={styles['total']}>
        <dt>{t('total')}</dt>
        <dd>{formatFen(totalOf(amounts))}</dd>
      </div>
    </dl>
  );
}

function totalOf(amounts: AllocatedAmounts): Fen {
  return fen(allocationParts.reduce((sum, part) => sum + amounts[`${part}Fen`], 0));
}
