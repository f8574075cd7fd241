import { Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { DateInput } from '../../ui/date-input.tsx';
import styles from './papers.module.css';
import { papersTexts } from './papers-texts.ts';
import { rememberAccount, rememberedAccount } from './remembered-account.ts';

export type PaperDay = 'on' | 'payBy' | 'from' | 'to';

export interface PaperDays {
  readonly key: PaperDay;
  readonly initial: string;
  readonly min?: string;
  readonly max?: string;
}

interface PaperDialogProps {
  readonly title: string;
  readonly hint: string;
  readonly days: readonly PaperDays[];
  readonly hasAccount: boolean;
  readonly isLoading: boolean;
  /** Days by key, and the account to print or null. */
  readonly onPrint: (days: Readonly<Record<PaperDay, string>>, payTo: string | null) => void;
  readonly onClose: () => void;
}

const noDays = { on: '', payBy: '', from: '', to: '' };

/** What a paper has to be told before it can be printed. */
export function PaperDialog({ title, hint, days, hasAccount, isLoading, onPrint, onClose }: PaperDialogProps): ReactNode {
  const t = useTexts(papersTexts);
  const [values, setValues] = useState<Record<PaperDay, string>>({ ...noDays, ...Object.fromEntries(days.map((day) => [day.key, day.initial])) });
  const [account, setAccount] = useState(rememberedAccount);
  const isComplete = days.every((day) => values[day.key] !== '');
  const print = (): void => {
    if (hasAccount) rememberAccount(account.trim());
    onPrint(values, hasAccount && account.trim() !== '' ? account.trim() : null);
  };
  return (
    <Modal open title={title} okText={t('download')} cancelText={t('cancel')} okButtonProps={{ disabled: !isComplete, loading: isLoading }} onOk={print} onCancel={onClose} width={480}>
      <p className={styles['hint']}>{hint}</p>
      <Form layout="vertical" component={false}>
        {days.map(({ key, initial: _initial, ...bounds }) => (
          <Form.Item key={key} label={t(key)} htmlFor={`paper-${key}`} required {...(values[key] === '' && { validateStatus: 'error', help: t('dayMissing') })}>
            <DateInput id={`paper-${key}`} value={values[key]} onChange={(day) => setValues({ ...values, [key]: day ?? '' })} {...bounds} />
          </Form.Item>
        ))}
        {hasAccount && (
          <Form.Item label={t('payTo')} htmlFor="paper-pay-to" extra={t('payToHint')}>
            <Input id="paper-pay-to" autoComplete="off" maxLength={200} value={account} onChange={(event) => setAccount(event.target.value)} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
