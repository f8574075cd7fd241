import type { Loan } from '@loanbook/contract/features/loans.ts';
import { Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { useTexts } from '../../platform/i18n.ts';
import type { PostedRepayment } from './posted-repayment.ts';
import { RepaymentForm } from './repayment-form.tsx';
import { RepaymentResult } from './repayment-result.tsx';
import { repaymentsTexts } from './repayments-texts.ts';

interface RepaymentDrawerProps {
  readonly loan: Loan;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Money came in for this loan: amount, preview, posting, receipt, without leaving the page. */
export function RepaymentDrawer({ loan, isOpen, onClose }: RepaymentDrawerProps): ReactNode {
  const t = useTexts(repaymentsTexts);
  const isPhone = useIsPhone();
  const [posted, setPosted] = useState<PostedRepayment | null>(null);
  const [formNumber, setFormNumber] = useState(0);
  const close = (): void => {
    setPosted(null);
    onClose();
  };
  const text = (key: string): string => String(loan.cells[key] ?? '');
  return (
    <Drawer
      title={<span>{t('title')} <small style={{ fontWeight: 400 }}>{t('of', { name: text('customerName'), receiptNo: text('receiptNo') })}</small></span>}
      open={isOpen}
      onClose={close}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '94%' : 480}
      mask={{ closable: posted !== null }}
      destroyOnHidden
      styles={{ body: { padding: 0 } }}
    >
      {posted === null
        ? <RepaymentForm key={formNumber} loan={loan} onPosted={setPosted} onCancel={close} />
        : (
          <RepaymentResult
            posted={posted}
            onAnother={() => {
              setPosted(null);
              setFormNumber(formNumber + 1);
            }}
            onClose={close}
          />
        )}
    </Drawer>
  );
}
