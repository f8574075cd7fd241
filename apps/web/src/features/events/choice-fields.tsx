import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { classFloor } from '@loanbook/contract/loan-life/class-floor.ts';
import { waivable, waivableComponents } from '@loanbook/contract/loan-life/waivable.ts';
import { addDays } from '@loanbook/engine/civil-date.ts';
import { fiveTierClasses } from '@loanbook/engine/classification.ts';
import { extensionLimit } from '@loanbook/engine/extension-limit.ts';
import { Form, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import type { EventDraft } from './event-draft.ts';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';

interface FieldsProps {
  readonly loan: Loan;
  readonly draft: EventDraft;
  readonly onChange: (changed: Partial<EventDraft>) => void;
}

const modes = ['shorten', 'reduce', 'settle'] as const;

export function PrepayFields({ draft, onChange }: FieldsProps): ReactNode {
  const t = useTexts(eventsTexts);
  return (
    <>
      <Form.Item label={t('mode')} extra={t(`modeHint_${draft.mode}`)}>
        <Segmented block aria-label={t('mode')} value={draft.mode} onChange={(mode) => onChange({ mode })} options={modes.map((value) => ({ value, label: t(`mode_${value}`) }))} />
      </Form.Item>
      <div className={styles['pair']}>
        {draft.mode !== 'settle' && (
          <Form.Item label={t('principal')} htmlFor="event-principal" required>
            <MoneyInput id="event-principal" value={draft.principal} onChange={(principal) => onChange({ principal })} />
          </Form.Item>
        )}
        <Form.Item label={t('prepayFee')} htmlFor="event-fee">
          <MoneyInput id="event-fee" placeholder={t('optional')} value={draft.fee} onChange={(fee) => onChange({ fee })} />
        </Form.Item>
      </div>
    </>
  );
}

/** Only what is owed can be forgiven. */
export function ComponentField({ loan, draft, onChange }: FieldsProps): ReactNode {
  const t = useTexts(eventsTexts);
  const offered = waivableComponents.filter((component) => waivable(loan.state, component) > 0 || component === draft.component);
  // Both languages are the current one: the words come from this page's texts.
  const choices = offered.map((value) => ({ value, zh: t(`component_${value}`), en: t(`component_${value}`) }));
  return (
    <Form.Item label={t('component')} htmlFor="event-component" required>
      <ChoiceSelect id="event-component" choices={choices} value={draft.component} onChange={(value) => onChange({ component: waivableComponents.find((component) => component === value) ?? 'penalty', amount: '' })} />
    </Form.Item>
  );
}

/** Classes worse than or equal to what the rules leave on the business date. */
export function ClassField({ loan, draft, onChange }: FieldsProps): ReactNode {
  const t = useTexts(eventsTexts);
  const formats = useFormats();
  const floor = classFloor(loan.state);
  const offered = fiveTierClassChoices.filter((choice) => fiveTierClasses.indexOf(choice.value) >= fiveTierClasses.indexOf(floor));
  return (
    <Form.Item label={t('fiveTierClass')} htmlFor="event-class" required extra={t('classHint', { floor: formats.choice(fiveTierClassChoices, floor) })}>
      <ChoiceSelect id="event-class" choices={offered} value={draft.fiveTierClass} onChange={(value) => onChange({ fiveTierClass: fiveTierClasses.find((candidate) => candidate === value) ?? null })} />
    </Form.Item>
  );
}

export function MaturityField({ loan, draft, onChange }: FieldsProps): ReactNode {
  const t = useTexts(eventsTexts);
  const maturity = loan.state.currentTerms.maturesOn;
  const limit = extensionLimit(loan.terms.startsOn, loan.terms.maturesOn);
  return (
    <Form.Item label={t('maturesOn')} htmlFor="event-maturity" required extra={t('maturityHint', { maturity, limit })}>
      <DateInput id="event-maturity" value={draft.maturesOn} min={addDays(maturity, 1)} max={limit} onChange={(maturesOn) => onChange({ maturesOn })} />
    </Form.Item>
  );
}
