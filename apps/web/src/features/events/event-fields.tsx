import type { Loan } from '@loanbook/contract/features/loans.ts';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { PercentInput } from '../../ui/money-input.tsx';
import { AmountField, ChannelFields } from './amount-fields.tsx';
import { ClassField, ComponentField, MaturityField, PrepayFields } from './choice-fields.tsx';
import type { EventDraft } from './event-draft.ts';
import type { EventKind } from './event-kinds.ts';
import { FeeNameField } from './fee-name-field.tsx';
import styles from './events.module.css';
import { RestructureFields } from './restructure-fields.tsx';
import { eventsTexts } from './events-texts.ts';

export interface FieldsProps {
  readonly loan: Loan;
  readonly draft: EventDraft;
  readonly onChange: (changed: Partial<EventDraft>) => void;
}

/** The questions of one kind of event; its day and a note belong to each. */
export function EventFields({ kind, ...fields }: FieldsProps & { readonly kind: EventKind }): ReactNode {
  const t = useTexts(eventsTexts);
  const { loan, draft, onChange } = fields;
  return (
    <>
      <OwnFields kind={kind} {...fields} />
      <div className={styles['pair']}>
        <Form.Item label={t('occurredOn')} htmlFor="event-occurred-on">
          <DateInput id="event-occurred-on" value={draft.occurredOn} max={loan.state.asOf} onChange={(occurredOn) => onChange({ occurredOn })} />
        </Form.Item>
        <Form.Item label={t('note')} htmlFor="event-note">
          <Input id="event-note" autoComplete="off" maxLength={400} placeholder={t('optional')} value={draft.note} onChange={(event) => onChange({ note: event.target.value })} />
        </Form.Item>
      </div>
    </>
  );
}

function OwnFields({ kind, ...fields }: FieldsProps & { readonly kind: EventKind }): ReactNode {
  switch (kind) {
    case 'prepay':
      return <><PrepayFields {...fields} /><ChannelFields {...fields} /></>;
    case 'waive':
      return <><div className={styles['pair']}><ComponentField {...fields} /><AmountField kind={kind} {...fields} /></div><ReasonField {...fields} /></>;
    case 'fee':
      return <div className={styles['pair']}><FeeNameField {...fields} /><AmountField kind={kind} {...fields} /></div>;
    case 'rate':
      return <RateField {...fields} labelKey="annualRatePct" />;
    case 'extend':
      return <div className={styles['pair']}><MaturityField {...fields} /><RateField {...fields} labelKey="extendRate" /></div>;
    case 'restructure':
      return <><RestructureFields {...fields} /><ReasonField {...fields} /></>;
    case 'class':
      return <><ClassField {...fields} /><ReasonField {...fields} /></>;
    case 'write_off':
      return <ReasonField {...fields} />;
    case 'recover':
      return <><AmountField kind={kind} {...fields} /><ChannelFields {...fields} /></>;
    case 'draw':
    case 'refund':
      return <AmountField kind={kind} {...fields} />;
    default:
      return kind satisfies never;
  }
}

function ReasonField({ draft, onChange }: FieldsProps): ReactNode {
  const t = useTexts(eventsTexts);
  return (
    <Form.Item label={t('reason')} htmlFor="event-reason" required extra={t('reasonHint')}>
      <Input id="event-reason" autoComplete="off" maxLength={200} value={draft.reason} onChange={(event) => onChange({ reason: event.target.value })} />
    </Form.Item>
  );
}

function RateField({ draft, onChange, labelKey }: FieldsProps & { readonly labelKey: 'annualRatePct' | 'extendRate' }): ReactNode {
  const t = useTexts(eventsTexts);
  return (
    <Form.Item label={t(labelKey)} htmlFor="event-rate" required={labelKey === 'annualRatePct'} extra={labelKey === 'extendRate' ? t('extendRateHint') : undefined}>
      <PercentInput id="event-rate" value={draft.annualRatePct} onChange={(annualRatePct) => onChange({ annualRatePct })} />
    </Form.Item>
  );
}
