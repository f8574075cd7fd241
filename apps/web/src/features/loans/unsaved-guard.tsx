import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { newLoanTexts } from './new-loan-texts.ts';

/** Asks before what was typed is lost, whether by a link, the back button or closing the window. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: () => boolean }): ReactNode {
  const t = useTexts(newLoanTexts);
  const blocker = useBlocker({ shouldBlockFn: isDirty, enableBeforeUnload: isDirty, withResolver: true });
  return (
    <Modal open={blocker.status === 'blocked'} title={t('unsavedTitle')} okText={t('stay')} cancelText={t('leave')} onOk={() => blocker.reset?.()} onCancel={() => blocker.proceed?.()} closable={false} mask={{ closable: false }} keyboard={false} width={420}>
      {t('unsavedText')}
    </Modal>
  );
}
