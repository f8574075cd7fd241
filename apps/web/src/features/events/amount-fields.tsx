import { channels } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { drawableFen } from '@loanbook/contract/loan-life/event-refusal.ts';
import { waivable } from '@loanbook/contract/loan-life/waivable.ts';
import { fen, formatYuan, type Fen } from '@loanbook/engine/money.ts';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { formatFen } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import type { EventDraft } from './event-draft.ts';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';

interface FieldsProps {
  readonly loan: Loan;
  readonly draft: EventDraft;
  readonly onChange: (changed: Partial<EventDraft>) => void;
}

type AmountKind = 'waive' | 'fee' | 'draw' | 'recover' | 'refund';

/** An amount; where there is a natural whole, one press fills it in. */
export function AmountField({ kind, loan, draft, onChange }: FieldsProps & { readonly kind: AmountKind }): ReactNode {
  const t = useTexts(eventsTexts);
  const wholeFen = wholeOf(kind, loan, draft);
  return (
    <Form.Item label={t('amount')} htmlFor="event-amount" required {...(kind === 'draw' && { extra: t('drawHint', { limit: formatFen(loan.state.currentTerms.principalFen), available: formatFen(drawableFen(loan.state)) }) })}>
      <MoneyInput id="event-amount" value={draft.amount} onChange={(amount) => onChange({ amount })} />
      {wholeFen !== null && wholeFen > 0 && (
        <div className={styles['presets']}>
          <Button onClick={() => onChange({ amount: formatYuan(wholeFen) })}>{t('whole')} <small>{formatFen(wholeFen)}</small></Button>
        </div>
      )}
    </Form.Item>
  );
}

/** As of the business date; the preview says when an earlier day owed less. */
function wholeOf(kind: AmountKind, { state }: Loan, draft: EventDraft): Fen | null {
  switch (kind) {
    case 'waive':
      return waivable(state, draft.component);
    case 'recover':
      return fen(Math.max(0, state.payoffFen));
    case 'refund':
      return state.balances.creditFen;
    case 'draw':
      return drawableFen(state);
    case 'fee':
      return null;
    default:
      return kind satisfies never;
  }
}

/** How money came in. */
export function ChannelFields({ draft, onChange }: FieldsProps): ReactNode {
  const t = useTexts(eventsTexts);
  return (
    <div className={styles['triple']}>
      <Form.Item label={t('channel')} htmlFor="event-channel">
        <ChoiceSelect id="event-channel" choices={channels} value={draft.channel} onChange={(channel) => onChange({ channel: channel ?? 'other' })} />
      </Form.Item>
      <Form.Item label={t('externalRef')} htmlFor="event-reference">
        <Input id="event-reference" autoComplete="off" maxLength={80} placeholder={t('optional')} value={draft.externalRef} onChange={(event) => onChange({ externalRef: event.target.value })} />
      </Form.Item>
      <Form.Item label={t('payerName')} htmlFor="event-payer">
        <Input id="event-payer" autoComplete="off" maxLength={100} placeholder={t('payerHint')} value={draft.payerName} onChange={(event) => onChange({ payerName: event.target.value })} />
      </Form.Item>
    </div>
  );
}
