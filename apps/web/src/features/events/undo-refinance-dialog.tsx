import type { Loan } from '@loanbook/contract/features/loans.ts';
import { App } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { previewUndo } from './life-previews.ts';
import { lifeTexts } from './life-texts.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useTakeBack } from './use-loan-life.ts';

/** Takes a refinancing back on both of its loans. */
export function UndoRefinanceDialog({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }): ReactNode {
  const t = useTexts(lifeTexts);
  const { message } = App.useApp();
  const preview = useMemo(() => previewUndo(loan), [loan]);
  const take = useTakeBack(loan.id, 'reverseRefinance', () => {
    void message.success(t('undone'));
    onClose();
  });
  return <ReasonDialog loan={loan} title={t('undo_refinance')} text={t('undoText')} okText={t('undoConfirm')} preview={preview} error={take.error} isPosting={take.isPending} onPost={(reason) => take.mutate(reason)} onClose={onClose} />;
}
