import { classReasonSentences } from '@loanbook/contract/class-reason-words.ts';
import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { classHistory, type ClassChange } from '@loanbook/engine/class-history.ts';
import { guideProvisionRates, provisionFen } from '@loanbook/engine/provision.ts';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { formatFen, useFormats } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ClassChangeTags } from './class-change.tsx';
import styles from './classes.module.css';
import { classesTexts } from './classes-texts.ts';

const shownAtFirst = 4;

/** A loan's class with its reasons, the provision it calls for, and how the class changed; as of the state's day. */
export function LoanClassPanel({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(classesTexts);
  const language = useLanguage();
  const formats = useFormats();
  const { state, terms, events } = loan;
  const history = useMemo(() => changesOf(classHistory(terms, events, state.asOf)), [terms, events, state.asOf]);
  const [isAll, setIsAll] = useState(false);
  const columns = useHistoryColumns(loan);
  const sentences = classReasonSentences(state.classReasons, events, language);
  const name = formats.choice(fiveTierClassChoices, state.fiveTierClass);
  const isOnBooks = state.status === 'active' || state.status === 'overdue';
  const note = isOnBooks
    ? t('loanNote', { class: name, amount: formatFen(provisionFen(state.fiveTierClass, state.balances.principalFen)), general: guideProvisionRates.generalE4 / 100, special: guideProvisionRates.specialE4[state.fiveTierClass] / 100 })
    : t('loanNoteOff', { class: name });
  if (state.status === 'pending' || state.status === 'settled') return null;
  return (
    <Panel title={t('loanTitle')} note={note} isFlush>
      <div className={styles['why']}>
        <h3>{t('reasonsTitle')}</h3>
        {sentences.length === 0 ? t('noReasons') : <ul className={styles['reasons']}>{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
      </div>
      <DataTable label={t('history')} columns={columns} rows={isAll ? history : history.slice(0, shownAtFirst)} keyOf={(change) => change.changedOn} />
      {history.length > shownAtFirst && <div className={styles['more']}><Button type="link" onClick={() => setIsAll(!isAll)}>{isAll ? t('showFewer') : t('showAll', { count: history.length })}</Button></div>}
    </Panel>
  );
}

/** A change with the class before it; undefined where the loan begins. */
interface Change extends ClassChange {
  readonly from: ClassChange['fiveTierClass'] | undefined;
}

/** The latest first. */
function changesOf(history: readonly ClassChange[]): readonly Change[] {
  return history.map((change, index) => ({ ...change, from: history[index - 1]?.fiveTierClass })).toReversed();
}

function useHistoryColumns(loan: Loan): readonly DataColumn<Change>[] {
  const t = useTexts(classesTexts);
  const language = useLanguage();
  const whyOf = (change: Change): string => {
    if (change.fiveTierClass === null) return '';
    if (change.reasons.length === 0) return change.from === undefined ? t('begin') : t('noReason');
    return classReasonSentences(change.reasons, loan.events.filter((event) => event.occurredOn <= change.changedOn), language).join('；');
  };
  return [
    { key: 'changedOn', title: t('changedOn'), isHeading: true, width: 120, render: (change) => <span className={styles['days']}>{change.changedOn}</span> },
    { key: 'fromTo', title: t('fromTo'), width: 200, render: (change) => <ClassChangeTags from={change.from} to={change.fiveTierClass} /> },
    { key: 'why', title: t('why'), render: whyOf },
  ];
}
