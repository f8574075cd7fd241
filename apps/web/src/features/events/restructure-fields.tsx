import { methods } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { restructuredPrincipalFen } from '@loanbook/contract/loan-life/restructured-terms.ts';
import { addMonths, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { watchPeriodEnd } from '@loanbook/engine/watch-period.ts';
import { Form, InputNumber, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { formatFen } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { PercentInput } from '../../ui/money-input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { plannedMethods } from '../loans/loans.index.ts';
import type { Capitalised, EventDraft } from './event-draft.ts';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';

interface FieldsProps {
  readonly loan: Loan;
  readonly draft: EventDraft;
  readonly onChange: (changed: Partial<EventDraft>) => void;
}

const capitalisations = ['none', 'interest', 'all'] as const satisfies readonly Capitalised[];

/** The new plan's terms, and what the law makes of it. */
export function RestructureFields({ loan, draft, onChange }: FieldsProps): ReactNode {
  const t = useTexts(eventsTexts);
  const offered = methods.filter((choice) => plannedMethods.has(choice.value));
  return (
    <>
      <RestructureNotice loan={loan} draft={draft} />
      <div className={styles['pair']}>
        <Form.Item label={t('method')} htmlFor="event-method" required>
          <ChoiceSelect id="event-method" choices={offered} value={draft.method} onChange={(value) => onChange({ method: offered.find((choice) => choice.value === value)?.value ?? draft.method })} />
        </Form.Item>
        <Form.Item label={t('restructureRate')} htmlFor="event-rate" required>
          <PercentInput id="event-rate" value={draft.annualRatePct} onChange={(annualRatePct) => onChange({ annualRatePct })} />
        </Form.Item>
        <Form.Item label={t('termMonths')} htmlFor="event-term" required>
          <InputNumber id="event-term" className={styles['number'] ?? ''} min={1} max={600} precision={0} suffix={t('months')} value={draft.termMonths} onChange={(termMonths) => onChange({ termMonths })} />
        </Form.Item>
        {draft.method !== 'bullet' && (
          <Form.Item label={t('firstDueOn')} htmlFor="event-first-due" extra={t('firstDueHint')}>
            <DateInput id="event-first-due" value={draft.firstDueOn} onChange={(firstDueOn) => onChange({ firstDueOn })} />
          </Form.Item>
        )}
      </div>
      <Form.Item label={t('capitalised')} extra={`${t('capitalisedHint')} ${t('newPrincipal', { amount: formatFen(restructuredPrincipalFen(loan.state, draft.capitalised)) })}`}>
        <Segmented block aria-label={t('capitalised')} value={draft.capitalised} onChange={(capitalised) => onChange({ capitalised })} options={capitalisations.map((value) => ({ value, label: t(`capitalised_${value}`) }))} />
      </Form.Item>
    </>
  );
}

function RestructureNotice({ loan, draft }: Omit<FieldsProps, 'onChange'>): ReactNode {
  const t = useTexts(eventsTexts);
  const startsOn = parseCivilDate(draft.occurredOn ?? '') ?? loan.state.asOf;
  const periodMonths = draft.method === 'bullet' ? (draft.termMonths ?? 1) : draft.method === 'quarterly_interest' ? 3 : 1;
  const firstDueOn = parseCivilDate(draft.firstDueOn ?? '') ?? addMonths(startsOn, periodMonths);
  return (
    <Notice tone="attention" title={t('restructureTitle')}>
      <p>{t('restructureText')}</p>
      <p>{t('watchPeriod', { from: firstDueOn, to: watchPeriodEnd(firstDueOn, periodMonths) })}</p>
      <p>{t('restructureLegal')}</p>
    </Notice>
  );
}
