import { methods } from '@loanbook/contract/choices.ts';
import { Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { PercentInput } from '../../ui/money-input.tsx';
import { plannedMethods } from '../loans/loans.index.ts';
import styles from './events.module.css';
import { lifeTexts } from './life-texts.ts';
import type { TermsDraft } from './terms-draft.ts';

interface TermsFieldsProps {
  readonly draft: TermsDraft;
  readonly onChange: (changed: Partial<TermsDraft>) => void;
}

/** Method, rate, term and first due date: what a plan is made of beside its amount and its day. */
export function TermsFields({ draft, onChange }: TermsFieldsProps): ReactNode {
  const t = useTexts(lifeTexts);
  const offered = methods.filter((choice) => plannedMethods.has(choice.value));
  return (
    <>
      <Form.Item label={t('method')} htmlFor="terms-method" required>
        <ChoiceSelect id="terms-method" choices={offered} value={draft.method} onChange={(value) => onChange({ method: offered.find((choice) => choice.value === value)?.value ?? draft.method })} />
      </Form.Item>
      <Form.Item label={t('annualRate')} htmlFor="terms-rate" required>
        <PercentInput id="terms-rate" value={draft.annualRatePct} onChange={(annualRatePct) => onChange({ annualRatePct })} />
      </Form.Item>
      <Form.Item label={t('term')} htmlFor="terms-term" required>
        <InputNumber id="terms-term" className={styles['number'] ?? ''} min={1} max={600} precision={0} suffix={t('months')} value={draft.termMonths} onChange={(termMonths) => onChange({ termMonths })} />
      </Form.Item>
      {draft.method !== 'bullet' && draft.method !== 'quarterly_interest' && (
        <Form.Item label={t('firstDueOn')} htmlFor="terms-first-due" extra={t('firstDueHint')}>
          <DateInput id="terms-first-due" value={draft.firstDueOn} onChange={(firstDueOn) => onChange({ firstDueOn })} />
        </Form.Item>
      )}
    </>
  );
}
