import { DownOutlined } from '@ant-design/icons';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { papersRoutes } from '@loanbook/contract/features/papers.ts';
import { addDays } from '@loanbook/engine/civil-date.ts';
import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { PaperDialog, type PaperDays } from './paper-dialog.tsx';
import styles from './papers.module.css';
import { papersTexts } from './papers-texts.ts';
import { summarisedEvents } from './summarised-events.ts';
import { usePaper } from './use-paper.ts';

const datedPapers = ['payoffQuote', 'overdueNotice', 'statement'] as const;
type DatedPaper = (typeof datedPapers)[number];

/** The papers that can be printed of a loan; what makes no sense now says why. */
export function PapersMenu({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(papersTexts);
  const { isLoading, fetchPaper } = usePaper();
  const [dialog, setDialog] = useState<DatedPaper | null>(null);
  const summaries = summarisedEvents(loan.events);
  const why: Readonly<Record<DatedPaper, string | null>> = {
    payoffQuote: loan.state.payoffFen > 0 ? null : t('whyNothingOwed'), overdueNotice: loan.state.daysPastDue > 0 ? null : t('whyNotOverdue'), statement: null,
  };
  const items = [
    { key: 'plan', label: t('plan') },
    ...datedPapers.map((key) => ({ key, disabled: why[key] !== null, label: <span className={styles['item']}>{t(key)}{why[key] !== null && <small>{why[key]}</small>}</span> })),
    ...(summaries.length > 0 ? [{ type: 'divider' as const }] : []),
    ...summaries.map(({ eventId, type, occurredOn }) => ({ key: eventId, label: t('of', { date: occurredOn, paper: t(type) }) })),
  ];
  const choose = (key: string): void => {
    const dated = datedPapers.find((name) => name === key);
    if (dated !== undefined) setDialog(dated);
    else if (key === 'plan') void fetchPaper(papersRoutes.plan, { params: { loanId: loan.id } });
    else void fetchPaper(papersRoutes.changeSummary, { params: { loanId: loan.id, eventId: key }, body: {} });
  };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button loading={isLoading}>{t('print')} <DownOutlined aria-hidden /></Button>
      </Dropdown>
      {dialog !== null && <DatedPaperDialog key={dialog} loan={loan} paper={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

function DatedPaperDialog({ loan, paper, onClose }: { readonly loan: Loan; readonly paper: DatedPaper; readonly onClose: () => void }): ReactNode {
  const t = useTexts(papersTexts);
  const { isLoading, fetchPaper } = usePaper();
  const params = { loanId: loan.id };
  return (
    <PaperDialog
      title={t(paper)}
      hint={t(`${paper}Hint`)}
      days={daysOf(loan, paper)}
      hasAccount={paper !== 'statement'}
      isLoading={isLoading}
      onClose={onClose}
      onPrint={({ on, payBy, from, to }, payTo) => {
        const fetching = paper === 'payoffQuote' ? fetchPaper(papersRoutes.payoffQuote, { params, body: { on, payTo } })
          : paper === 'overdueNotice' ? fetchPaper(papersRoutes.overdueNotice, { params, body: { payBy, payTo } })
            : fetchPaper(papersRoutes.statement, { params, body: { from, to } });
        void fetching.then((isThere) => isThere && onClose());
      }}
    />
  );
}

/** A quote is usually for today, a notice gives a week, a statement runs from New Year or from the lending. */
function daysOf(loan: Loan, paper: DatedPaper): readonly PaperDays[] {
  const today = loan.state.asOf;
  switch (paper) {
    case 'payoffQuote':
      return [{ key: 'on', initial: today, min: today }];
    case 'overdueNotice':
      return [{ key: 'payBy', initial: addDays(today, 7), min: today }];
    case 'statement': {
      const newYear = `${today.slice(0, 4)}-01-01`;
      return [{ key: 'from', initial: loan.terms.startsOn > newYear ? loan.terms.startsOn : newYear, max: today }, { key: 'to', initial: today, max: today }];
    }
    default:
      return paper satisfies never;
  }
}
