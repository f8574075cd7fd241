import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import { errorText } from '@loanbook/contract/errors.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { RefinanceEvents } from '@loanbook/contract/loan-life/refinance-events.ts';
import { disclosedRates } from '@loanbook/engine/irr.ts';
import { fen } from '@loanbook/engine/money.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { ReactNode } from 'react';
import { formatFen, formatPercentText, useFormats } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { eventsTexts } from './events-texts.ts';
import styles from './events.module.css';
import { lifeTexts } from './life-texts.ts';
import { PlanComparison } from './plan-comparison.tsx';

interface RefinanceEffectProps {
  readonly loan: Loan;
  /** null while the form is not complete. */
  readonly preview: RefinanceEvents | null;
}

/** How the old loan is settled and the new one repaid; or why it may not be posted. */
export function RefinanceEffect({ loan, preview }: RefinanceEffectProps): ReactNode {
  const t = useTexts(lifeTexts);
  const tEvents = useTexts(eventsTexts);
  const formats = useFormats();
  const language = useLanguage();
  if (preview === null) return <section className={styles['box']}><h3 className={styles['heading']}>{tEvents('effectTitle')}</h3><p className={styles['muted']}>{t('effectHint')}</p></section>;
  if (!preview.isAccepted) return <Notice tone="danger">{errorText(preview.code, language, preview.details)}</Notice>;
  const { newAfter, oldAfter, ownFen, usedFen, handedOutFen, newTerms } = preview;
  const facts = [
    { label: t('newBalance'), value: formatFen(newAfter.balances.principalFen) },
    { label: t('newClass'), value: formats.choice(fiveTierClassChoices, newAfter.fiveTierClass) },
    { label: t('newIrr'), value: formatPercentText(disclosedRates(newTerms, buildSchedule(newTerms)).irrAnnualPct) },
  ];
  return (
    <section className={styles['box']} aria-live="polite">
      <p className={styles['money']}>{t('flow', { payoff: formatFen(fen(ownFen + usedFen)), used: formatFen(usedFen), own: formatFen(ownFen) })}</p>
      {handedOutFen > 0 && <p>{t('handedOut', { amount: formatFen(handedOutFen) })}</p>}
      <Notice tone={oldAfter.status === 'settled' ? 'good' : 'attention'}>{t(oldAfter.status === 'settled' ? 'oldSettled' : 'oldNotSettled')}</Notice>
      <table className={styles['change']}>
        <tbody>{facts.map((fact) => <tr key={fact.label}><th scope="row">{fact.label}</th><td>{fact.value}</td></tr>)}</tbody>
      </table>
      <PlanComparison before={loan.state} after={newAfter} />
    </section>
  );
}
