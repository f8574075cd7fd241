import { classReasonSentences } from '@loanbook/contract/class-reason-words.ts';
import { classTimeline, type ClassChange } from '@loanbook/contract/class-timeline.ts';
import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { provisionFen, provisionRatesE4 } from '@loanbook/contract/provision.ts';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { formatCount, formatFen, useFormats } from '../../platform/format.ts';
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
  const history = useMemo(() => classTimeline(terms, events, state.asOf).toReversed(), [terms, events, state.asOf]);
  const [isAll, setIsAll] = useState(false);
  const columns = useHistoryColumns(loan);
  const sentences = classReasonSentences(state.classReasons, state.daysPastDue, events, language);
  const name = formats.choice(fiveTierClassChoices, state.fiveTierClass);
  const isOnBooks = state.status === 'active' || state.status === 'overdue';
  const note = isOnBooks
    ? t('loanNote', { class: name, amount: formatFen(provisionFen(state.fiveTierClass, state.balances.principalFen)), rate: provisionRatesE4[state.fiveTierClass] / 100 })
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

function useHistoryColumns(loan: Loan): readonly DataColumn<ClassChange>[] {
  const t = useTexts(classesTexts);
  const language = useLanguage();
  const whyOf = (change: ClassChange): string => {
    if (change.from === null && change.reasons.length === 0) return t('begin');
    if (change.reasons.length === 0) return t('noReason');
    const then = loan.events.filter((event) => event.occurredOn <= change.changedOn);
    return classReasonSentences(change.reasons, change.daysPastDue, then, language).join('；');
  };
  return [
    { key: 'changedOn', title: t('changedOn'), isHeading: true, width: 120, render: (change) => <span className={styles['days']}>{change.changedOn}</span> },
    { key: 'fromTo', title: t('fromTo'), width: 200, render: (change) => <ClassChangeTags from={change.from} to={change.to} /> },
    { key: 'why', title: t('why'), render: whyOf },
    { key: 'days', title: t('days'), isFigure: true, isDeskOnly: true, render: (change) => formatCount(change.daysPastDue) },
  ];
}
