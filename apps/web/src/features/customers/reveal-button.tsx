import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { customersRoutes } from '@loanbook/contract/features/customers.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './reveal-button.module.css';
import { customersTexts } from './customers-texts.ts';

interface RevealButtonProps {
  readonly customerId: string;
  readonly field: Field;
  readonly isRevealed: boolean;
  /** null: covered again. */
  readonly onReveal: (value: string | null) => void;
}

// Long enough to dial or to copy a number; not long enough to be left open on a desk.
const shownForMs = 60_000;

/** Shows one sealed field in full, after a reason that goes into the audit trail. */
export function RevealButton({ customerId, field, isRevealed, onReveal }: RevealButtonProps): ReactNode {
  const t = useTexts(customersTexts);
  const { label } = useFormats();
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => {
    if (!isRevealed) return undefined;
    const timer = setTimeout(() => onReveal(null), shownForMs);
    return () => clearTimeout(timer);
  }, [isRevealed, onReveal]);
  if (isRevealed) return <Button type="text" icon={<EyeInvisibleOutlined aria-hidden />} aria-label={`${t('hide')}：${label(field)}`} onClick={() => onReveal(null)} />;
  return (
    <>
      <Button type="text" icon={<EyeOutlined aria-hidden />} aria-label={`${t('reveal')}：${label(field)}`} title={t('reveal')} onClick={() => setIsAsking(true)} />
      <ReasonDialog
        customerId={customerId}
        field={field}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onValue={(value) => {
          setIsAsking(false);
          onReveal(value ?? '—');
        }}
      />
    </>
  );
}

interface ReasonDialogProps {
  readonly customerId: string;
  readonly field: Field;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onValue: (value: string | null) => void;
}

function ReasonDialog({ customerId, field, isOpen, onClose, onValue }: ReasonDialogProps): ReactNode {
  const t = useTexts(customersTexts);
  const { label } = useFormats();
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: () => call(customersRoutes.reveal, { params: { customerId }, body: { field: field.key, reason: reason.trim() } }),
    onSuccess: ({ value }) => onValue(value),
  });
  const isReasonGiven = reason.trim().length >= 2;
  const confirm = (): void => {
    if (isReasonGiven) reveal.mutate();
  };
  return (
    <Modal open={isOpen} title={t('revealTitle', { label: label(field) })} okText={t('revealConfirm')} onOk={confirm} okButtonProps={{ disabled: !isReasonGiven, loading: reveal.isPending }} onCancel={onClose} width={440} destroyOnHidden>
      <div className={styles['dialog']}>
        <Notice tone="info">{t('revealNote')}</Notice>
        <label className={styles['reason']}>
          {t('revealReason')}
          <Input autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} placeholder={t('reasonTooShort')} onPressEnter={confirm} />
        </label>
        <div className={styles['usual']}>
          {[t('reasonContact'), t('reasonIdentity'), t('reasonContract'), t('reasonCollection')].map((usual) => (
            <Button key={usual} type={usual === reason ? 'primary' : 'default'} onClick={() => setReason(usual)}>{usual}</Button>
          ))}
        </div>
        {reveal.error !== null && <Failure error={reveal.error} />}
      </div>
    </Modal>
  );
}
