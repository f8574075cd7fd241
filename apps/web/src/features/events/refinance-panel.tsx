import type { Loan } from '@loanbook/contract/features/loans.ts';
import { fen } from '@loanbook/engine/money.ts';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { Failure } from '../../ui/failure.tsx';
import styles from './events.module.css';
import { lifeTexts } from './life-texts.ts';
import { emptyRefinance, previewRefinance, refinanceInputOf, type RefinanceDraft } from './refinance-draft.ts';
import { RefinanceEffect } from './refinance-effect.tsx';
import { RefinanceForm } from './refinance-form.tsx';
import { useRateCap } from './use-rate-cap.ts';
import { useRefinance } from './use-loan-life.ts';

/** 借新还旧: entered on the old loan; afterwards the new one is shown. */
export function RefinancePanel({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }): ReactNode {
  const t = useTexts(lifeTexts);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<RefinanceDraft>(() => emptyRefinance(loan));
  const rateCapE8 = useRateCap();
  const input = useMemo(() => refinanceInputOf(loan, draft), [loan, draft]);
  // Why it cannot be posted is said while the reason is still being thought of.
  const shownInput = useMemo(() => input ?? refinanceInputOf(loan, { ...draft, reason: '——' }), [input, loan, draft]);
  const preview = useMemo(() => (shownInput === null ? null : previewRefinance(loan, shownInput, rateCapE8)), [loan, shownInput, rateCapE8]);
  const post = useRefinance(loan.id, (newLoanId) => {
    void message.success(t('refinanced'));
    onClose();
    void navigate({ to: links.loan, params: { loanId: newLoanId } });
  });
  const submit = (): void => {
    if (input !== null && preview?.isAccepted === true && !post.isPending) post.mutate(input);
  };
  return (
    <Form layout="vertical" className={styles['form'] ?? ''} component="form" onFinish={submit}>
      <div className={styles['fields']}>
        <RefinanceForm loan={loan} draft={draft} ownFen={preview?.isAccepted === true ? preview.ownFen : fen(0)} onChange={(changed) => setDraft((current) => ({ ...current, ...changed }))} />
        <RefinanceEffect loan={loan} preview={preview} />
        {post.error !== null && <Failure error={post.error} />}
      </div>
      <div className={styles['bar']}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={post.isPending} disabled={input === null || preview?.isAccepted !== true}>{t('postRefinance')}</Button>
      </div>
    </Form>
  );
}
