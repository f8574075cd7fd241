import { errorText } from '@loanbook/contract/errors.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { formatMoney } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { useIdempotencyKey } from '../../platform/idempotency-key.ts';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './repayment-form.module.css';
import { previewReversal } from './repayment-preview.ts';
import { repaymentsTexts } from './repayments-texts.ts';
import { StateChange } from './state-change.tsx';
import { useRefreshAfterMoney } from './use-post-repayment.ts';

interface ReverseDialogProps {
  readonly loan: Loan;
  /** The receipt's id, which is its event's. */
  readonly repaymentId: string;
  readonly onClose: () => void;
}

const usualReasons = ['wrongLoan', 'wrongAmount', 'duplicate', 'bounced'] as const;

/** Takes a receipt back, with a reason, after showing what that changes. */
export function ReverseDialog({ loan, repaymentId, onClose }: ReverseDialogProps): ReactNode {
  const t = useTexts(repaymentsTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const refresh = useRefreshAfterMoney();
  const { keyFor, done } = useIdempotencyKey();
  const preview = useMemo(() => previewReversal(loan, repaymentId, loan.state.asOf), [loan, repaymentId]);
  const record = loan.records.find((candidate) => candidate.eventId === repaymentId);
  const reverse = useMutation({
    mutationFn: () => {
      const body = { reason: reason.trim() };
      return call(repaymentsRoutes.reverse, { params: { repaymentId }, body, idempotencyKey: keyFor({ repaymentId, ...body }) });
    },
    onSuccess: () => {
      done();
      refresh([loan.id]);
      void message.success(t('reversed'));
      onClose();
    },
  });
  const isAllowed = 'after' in preview;
  return (
    <Modal
      open
      title={t('reverseTitle')}
      okText={t('reverseConfirm')}
      okButtonProps={{ danger: true, disabled: !isAllowed || reason.trim().length < 2, loading: reverse.isPending }}
      onOk={() => reverse.mutate()}
      onCancel={onClose}
      width={480}
    >
      <div className={styles['dialog']}>
        {record !== undefined && <p className={styles['subject']}>{t('reverseOf', { date: record.occurredOn, amount: formatMoney(record.amount ?? '') })}</p>}
        <p className={styles['muted']}>{t('reverseText')}</p>
        {isAllowed ? <StateChange before={loan.state} after={preview.after} /> : <Notice tone="danger">{errorText(preview.code, language, preview.details)}</Notice>}
        {isAllowed && (
          <Form layout="vertical" component={false}>
            <Form.Item label={t('reverseReason')} htmlFor="reverse-reason" extra={t('reverseReasonHint')}>
              <Input id="reverse-reason" autoFocus autoComplete="off" value={reason} onChange={(event) => setReason(event.target.value)} maxLength={200} />
              <div className={styles['presets']}>
                {usualReasons.map((key) => <Button key={key} onClick={() => setReason(t(`reason_${key}`))}>{t(`reason_${key}`)}</Button>)}
              </div>
            </Form.Item>
          </Form>
        )}
        {reverse.error !== null && <Failure error={reverse.error} />}
      </div>
    </Modal>
  );
}
