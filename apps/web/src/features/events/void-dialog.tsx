import type { Loan } from '@loanbook/contract/features/loans.ts';
import { App } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { previewVoid } from './life-previews.ts';
import { lifeTexts } from './life-texts.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useTakeBack } from './use-loan-life.ts';

/** 作废: the lending was a mistake. */
export function VoidDialog({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }): ReactNode {
  const t = useTexts(lifeTexts);
  const { message } = App.useApp();
  const preview = useMemo(() => previewVoid(loan), [loan]);
  const take = useTakeBack(loan.id, 'voidLoan', () => {
    void message.success(t('voided'));
    onClose();
  });
  return <ReasonDialog loan={loan} title={t('void')} text={t('voidText')} okText={t('voidConfirm')} preview={preview} error={take.error} isPosting={take.isPending} onPost={(reason) => take.mutate(reason)} onClose={onClose} />;
}
