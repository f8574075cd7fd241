import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { copyText } from '../../platform/copy-text.ts';
import { useTexts } from '../../platform/i18n.ts';
import { uiTexts } from '../../ui/ui-texts.ts';
import { peopleTexts } from './people-texts.ts';
import styles from './people.module.css';

export interface IssuedPassword {
  readonly name: string;
  readonly password: string;
}

/** Shown once. A click beside the window does not close it, because there is no second look. */
export function OneTimePassword({ issued, onClose }: { readonly issued: IssuedPassword; readonly onClose: () => void }): ReactNode {
  const t = useTexts(peopleTexts);
  const words = useTexts(uiTexts);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => setIsCopied(await copyText(issued.password));
  return (
    <Modal open title={t('oneTimeTitle', { name: issued.name })} mask={{ closable: false }} onCancel={onClose} footer={<Button type="primary" onClick={onClose}>{t('oneTimeDone')}</Button>}>
      <p>{t('oneTimeHint')}</p>
      <div className={styles['password']}>
        <output>{issued.password}</output>
        <Button icon={isCopied ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()}>{isCopied ? words('copied') : words('copy')}</Button>
      </div>
    </Modal>
  );
}
