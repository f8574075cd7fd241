import { FilePdfOutlined } from '@ant-design/icons';
import { repaymentsRoutes, type Repayment } from '@loanbook/contract/features/repayments.ts';
import { fen, parseYuan } from '@loanbook/engine/money.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { FileButton } from '../loans/loans.index.ts';
import { AllocationLines, type AllocatedAmounts } from './allocation-lines.tsx';
import type { PostedRepayment } from './posted-repayment.ts';
import styles from './repayment-form.module.css';
import { repaymentsTexts } from './repayments-texts.ts';

interface RepaymentResultProps {
  readonly posted: PostedRepayment;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** What was posted, and its paper. */
export function RepaymentResult({ posted: { repayment, state }, onAnother, onClose }: RepaymentResultProps): ReactNode {
  const t = useTexts(repaymentsTexts);
  return (
    <div className={styles['form']}>
      <div className={styles['fields']}>
        <Notice tone="good" title={t('doneTitle', { amount: formatMoney(repayment.total) })}>{state.status === 'settled' ? t('doneSettled') : undefined}</Notice>
        <section className={styles['box']}>
          <h3 className={styles['heading']}>{t('useOf')}</h3>
          <AllocationLines amounts={amountsOf(repayment)} />
        </section>
      </div>
      <div className={styles['bar']}>
        {state.status !== 'settled' && <Button onClick={onAnother}>{t('another')}</Button>}
        <Button onClick={onClose}>{t('close')}</Button>
        <FileButton route={repaymentsRoutes.receiptPdf} params={{ repaymentId: repayment.id }} fallbackName={`${t('receiptFile')}.pdf`} type="primary" icon={<FilePdfOutlined aria-hidden />}>{t('printReceipt')}</FileButton>
      </div>
    </div>
  );
}

function amountsOf(repayment: Repayment): AllocatedAmounts {
  const fenOf = (yuan: string) => parseYuan(yuan) ?? fen(0);
  return {
    feeFen: fenOf(repayment.fee), compoundFen: fenOf(repayment.compound), penaltyFen: fenOf(repayment.penalty),
    interestFen: fenOf(repayment.interest), principalFen: fenOf(repayment.principal), creditFen: fenOf(repayment.credit),
  };
}
