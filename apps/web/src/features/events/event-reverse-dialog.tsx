import type { Loan } from '@loanbook/contract/features/loans.ts';
import { fen } from '@loanbook/engine/money.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { App, Form, Input, Modal, Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { formatFen } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { EventEffect } from './event-effect.tsx';
import { eventKinds, reversibleEvents } from './event-kinds.ts';
import { previewEventReversal } from './event-preview.ts';
import { useEventWords } from './event-words.ts';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';
import { useReverseEvent } from './use-post-event.ts';

interface EventReverseDialogProps {
  readonly loan: Loan;
  readonly onClose: () => void;
}

/** Takes one entry back, with a reason, after showing what that changes. */
export function EventReverseDialog({ loan, onClose }: EventReverseDialogProps): ReactNode {
  const t = useTexts(eventsTexts);
  const wordsOf = useEventWords(loan);
  const { message } = App.useApp();
  const events = useMemo(() => reversibleEvents(loan), [loan]);
  const [eventId, setEventId] = useState(events[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const preview = useMemo(() => (eventId === '' ? null : previewEventReversal(loan, eventId, loan.state.asOf)), [loan, eventId]);
  const reverse = useReverseEvent(loan.id, () => {
    void message.success(t('reversed'));
    onClose();
  });
  const titleOf = (event: LoanEvent): string => {
    const kind = eventKinds.find((candidate) => candidate === event.type);
    const amount = 'amountFen' in event ? formatFen(fen(event.amountFen)) : null;
    return [event.occurredOn, kind === undefined ? null : t(kind), wordsOf(event.id), amount].filter((part) => part !== null).join(' · ');
  };
  return (
    <Modal
      open
      title={t('reverseTitle')}
      okText={t('reverseConfirm')}
      okButtonProps={{ danger: true, disabled: preview?.isAccepted !== true || reason.trim().length < 2, loading: reverse.isPending }}
      onOk={() => reverse.mutate({ eventId, reason: reason.trim() })}
      onCancel={onClose}
      width={760}
    >
      <Form layout="vertical" component={false}>
        <div className={styles['dialog']}>
          <p className={styles['muted']}>{t('reverseText')}</p>
          <Form.Item label={t('reverseWhich')} htmlFor="reverse-which">
            <Select id="reverse-which" value={eventId} onChange={setEventId} options={events.map((event) => ({ value: event.id, label: titleOf(event) }))} />
          </Form.Item>
          <Form.Item label={t('reason')} htmlFor="reverse-event-reason" required extra={t('reasonHint')}>
            <Input id="reverse-event-reason" autoComplete="off" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Form.Item>
          <EventEffect loan={loan} preview={preview} />
          {reverse.error !== null && <Failure error={reverse.error} />}
        </div>
      </Form>
    </Modal>
  );
}
