import type { Loan } from '@loanbook/contract/features/loans.ts';
import { fen } from '@loanbook/engine/money.ts';
import type { ReactNode } from 'react';
import { formatCount, formatFen, formatMoney } from '../../platform/format.ts';
import { useTexts, type Translate } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { loansTexts } from './loans-texts.ts';
import styles from './loan-figures.module.css';
import { nextDueRow, openFenOf } from './plan-lines.ts';

/** The four figures that answer most questions about a loan. */
export function LoanFigures({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(loansTexts);
  const { state } = loan;
  const isPast = state.asOf < useSession().businessDate;
  const balances = state.offBook ?? state.balances;
  const overdueFen = fen(balances.overduePrincipalFen + balances.overdueInterestFen);
  const next = state.offBook === null ? nextDueRow(state.installments, state.asOf) : null;
  const entries = [
    { label: t('outstanding'), value: formatFen(balances.principalFen), note: lentNote(loan, t), isBad: false },
    { label: t('daysPastDue'), value: formatCount(state.daysPastDue), note: state.overdueSince === null ? t('notOverdue') : t('overdueSince', { date: state.overdueSince }), isBad: state.daysPastDue > 0 },
    { label: t('nextDue'), value: next === null ? '—' : formatFen(openFenOf(next)), note: next === null ? t('nothingDue') : t('nextDueOn', { date: next.dueOn, number: next.number }), isBad: false },
    { label: isPast ? t('payoffOnDay', { date: state.asOf }) : t('payoffToday'), value: formatFen(state.payoffFen), note: overdueFen > 0 ? t('overdueAmount', { amount: formatFen(overdueFen) }) : '', isBad: false },
  ];
  return (
    <dl className={styles['figures']}>
      {entries.map(({ label, value, note, isBad }) => (
        <div key={label} className={styles['figure']}>
          <dt>{label}</dt>
          <dd className={isBad ? styles['bad'] : styles['value']}>{value}</dd>
          <dd className={styles['note']}>{note}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What was lent: of a loan lent in parts only what has been lent so far, of a revolving one its limit. */
function lentNote({ cells, state, isTakenOver }: Loan, t: Translate<keyof typeof loansTexts.zh>): string {
  const { principal } = cells;
  if (typeof principal !== 'string') return '';
  if (state.currentTerms.method === 'revolving') return t('ofLimit', { limit: formatMoney(principal) });
  return t('ofPrincipal', { principal: isTakenOver ? formatMoney(principal) : formatFen(state.receivedPrincipalFen) });
}
