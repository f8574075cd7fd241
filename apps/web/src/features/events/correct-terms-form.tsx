import { interestModes } from '@loanbook/contract/choices.ts';
import { Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './events.module.css';
import { lifeTexts } from './life-texts.ts';
import type { TermsDraft } from './terms-draft.ts';
import { TermsFields } from './terms-fields.tsx';

export interface CorrectDraft {
  readonly terms: TermsDraft;
  readonly reason: string;
}

interface CorrectTermsFormProps {
  readonly draft: CorrectDraft;
  readonly onChange: (changed: Partial<CorrectDraft>) => void;
}

/** What the contract says; known terms are filled in. */
export function CorrectTermsForm({ draft, onChange }: CorrectTermsFormProps): ReactNode {
  const t = useTexts(lifeTexts);
  const { terms } = draft;
  const change = (changed: Partial<TermsDraft>): void => onChange({ terms: { ...terms, ...changed } });
  return (
    <>
      <Notice tone="info">{t('correctText')}</Notice>
      <div className={styles['pair']}>
        <Form.Item label={t('loanPrincipal')} htmlFor="terms-principal" required>
          <MoneyInput id="terms-principal" value={terms.principal} onChange={(principal) => change({ principal })} />
        </Form.Item>
        <Form.Item label={t('disbursedOn')} htmlFor="terms-disbursed" required>
          <DateInput id="terms-disbursed" value={terms.disbursedOn} onChange={(disbursedOn) => change({ disbursedOn })} />
        </Form.Item>
        <TermsFields draft={terms} onChange={change} />
        <Form.Item label={t('maturesOn')} htmlFor="terms-matures" extra={t('maturesHint')}>
          <DateInput id="terms-matures" value={terms.maturesOn} onChange={(maturesOn) => change({ maturesOn })} />
        </Form.Item>
        {terms.method !== 'bullet' && (
          <Form.Item label={t('dueDay')} htmlFor="terms-due-day">
            <InputNumber id="terms-due-day" className={styles['number'] ?? ''} min={1} max={31} precision={0} suffix={t('dueDaySuffix')} value={terms.dueDay} onChange={(dueDay) => change({ dueDay })} />
          </Form.Item>
        )}
        <Form.Item label={t('interestMode')} htmlFor="terms-mode">
          <ChoiceSelect id="terms-mode" choices={interestModes} value={terms.interestMode} onChange={(value) => change({ interestMode: interestModes.find((choice) => choice.value === value)?.value ?? terms.interestMode })} />
        </Form.Item>
        <Form.Item label={t('penaltyMultiplier')} htmlFor="terms-penalty">
          <InputNumber<string> id="terms-penalty" stringMode min="0" max="10" step="0.1" suffix={t('times')} className={styles['number'] ?? ''} value={terms.penaltyMultiplier} onChange={(value) => change({ penaltyMultiplier: value ?? '' })} />
        </Form.Item>
      </div>
      <Form.Item label={t('reason')} htmlFor="terms-reason" required extra={t('reasonHint')}>
        <Input id="terms-reason" autoComplete="off" maxLength={200} value={draft.reason} onChange={(event) => onChange({ reason: event.target.value })} />
      </Form.Item>
    </>
  );
}
