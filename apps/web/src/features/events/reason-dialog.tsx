import type { Loan } from '@loanbook/contract/features/loans.ts';
import { Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { EventEffect } from './event-effect.tsx';
import type { EventPreview } from './event-preview.ts';
import styles from './events.module.css';
import { lifeTexts } from './life-texts.ts';

interface ReasonDialogProps {
  readonly loan: Loan;
  readonly title: string;
  readonly text: string;
  readonly okText: string;
  readonly preview: EventPreview;
  readonly error: Error | null;
  readonly isPosting: boolean;
  readonly onPost: (reason: string) => void;
  readonly onClose: () => void;
}

/** Takes something back as a whole: says what that means, shows what it does, asks why. */
export function ReasonDialog({ loan, title, text, okText, preview, error, isPosting, onPost, onClose }: ReasonDialogProps): ReactNode {
  const t = useTexts(lifeTexts);
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger: true, disabled: !preview.isAccepted || reason.trim().length < 2, loading: isPosting }}
      onOk={() => onPost(reason.trim())}
      onCancel={onClose}
      width={760}
    >
      <Form layout="vertical" component={false}>
        <div className={styles['dialog']}>
          <p className={styles['muted']}>{text}</p>
          <Form.Item label={t('reason')} htmlFor="life-reason" required extra={t('reasonHint')}>
            <Input id="life-reason" autoComplete="off" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Form.Item>
          <EventEffect loan={loan} preview={preview} />
          {error !== null && <Failure error={error} />}
        </div>
      </Form>
    </Modal>
  );
}
