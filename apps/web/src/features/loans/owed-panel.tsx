import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { ReactNode } from 'react';
import { formatFen } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { loansTexts } from './loans-texts.ts';
import { owedLines, type OwedPart } from '@loanbook/contract/owed-lines.ts';
import styles from './owed-panel.module.css';

const late: ReadonlySet<OwedPart> = new Set(['overduePrincipal', 'penalty', 'compound']);

/** What is owed today, line by line down to the amount that would settle the loan. */
export function OwedPanel({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(loansTexts);
  const { state } = loan;
  const isPast = state.asOf < useSession().businessDate;
  const { lines, totalFen } = owedLines(state);
  return (
    <Panel title={isPast ? t('owedTitleOn', { date: state.asOf }) : t('owedTitle')} note={isPast && state.offBook === null ? undefined : t(state.offBook === null ? 'owedNote' : 'owedNoteOffBook', { date: state.asOf })}>
      <dl className={styles['lines']}>
        {lines.map(({ part, amountFen }) => (
          <div key={part} className={styles['line']} data-zero={amountFen === 0} data-late={late.has(part)}>
            <dt>{t(part)}</dt>
            <dd>{formatFen(amountFen)}</dd>
          </div>
        ))}
        <div className={styles['total']}>
          <dt>{isPast ? t('payoffOn', { date: state.asOf }) : t('payoff')}</dt>
          <dd>{formatFen(totalFen)}</dd>
        </div>
      </dl>
      {state.isNonAccrual && <p className={styles['note']}>{t('nonAccrual')}</p>}
    </Panel>
  );
}
