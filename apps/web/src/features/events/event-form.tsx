import type { Loan } from '@loanbook/contract/features/loans.ts';
import { App, Button, Form } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { emptyDraft, inputOfDraft, type EventDraft } from './event-draft.ts';
import { EventEffect } from './event-effect.tsx';
import { EventFields } from './event-fields.tsx';
import type { EventKind } from './event-kinds.ts';
import { previewEvent } from './event-preview.ts';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';
import { usePostEvent } from './use-post-event.ts';
import { useRateCap } from './use-rate-cap.ts';

interface EventFormProps {
  readonly loan: Loan;
  readonly kind: EventKind;
  readonly onClose: () => void;
}

/** Typed above, answered below at once: nothing is posted that was not shown first. */
export function EventForm({ loan, kind, onClose }: EventFormProps): ReactNode {
  const t = useTexts(eventsTexts);
  const { message } = App.useApp();
  const [draft, setDraft] = useState<EventDraft>(() => emptyDraft(loan, kind));
  const rateCapE8 = useRateCap();
  const input = useMemo(() => inputOfDraft(kind, draft), [kind, draft]);
  // What it does is shown while the reason is still being thought of.
  const shownInput = useMemo(() => input ?? inputOfDraft(kind, { ...draft, reason: '——' }), [input, kind, draft]);
  const preview = useMemo(() => (shownInput === null ? null : previewEvent(loan, shownInput, loan.state.asOf, rateCapE8)), [shownInput, loan, rateCapE8]);
  const post = usePostEvent(loan.id, () => {
    void message.success(t('posted'));
    onClose();
  });
  const submit = (): void => {
    if (input !== null && preview?.isAccepted === true && !post.isPending) post.mutate(input);
  };
  return (
    <Form layout="vertical" className={styles['form'] ?? ''} component="form" onFinish={submit}>
      <div className={styles['fields']}>
        {kind === 'write_off' && <Notice tone="attention">{t('writeOffNote')}</Notice>}
        <EventFields loan={loan} kind={kind} draft={draft} onChange={(changed) => setDraft((current) => ({ ...current, ...changed }))} />
        <EventEffect loan={loan} preview={preview} isRefund={kind === 'refund'} />
        {post.error !== null && <Failure error={post.error} />}
      </div>
      <div className={styles['bar']}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" danger={kind === 'write_off'} htmlType="submit" loading={post.isPending} disabled={input === null || preview?.isAccepted !== true}>{t('post')}</Button>
      </div>
    </Form>
  );
}
