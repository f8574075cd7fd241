import { correctTermsSchema } from '@loanbook/contract/features/events.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { correctedTerms } from '@loanbook/contract/loan-life/corrected-terms.ts';
import { App, Button, Form } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { CorrectTermsForm, type CorrectDraft } from './correct-terms-form.tsx';
import { EventEffect } from './event-effect.tsx';
import type { EventPreview } from './event-preview.ts';
import styles from './events.module.css';
import { lifeTexts } from './life-texts.ts';
import { termsBodyOf, termsDraftOf } from './terms-draft.ts';
import { useCorrectTerms } from './use-loan-life.ts';

/** 补全合同要素 of a loan taken over. */
export function CorrectTermsPanel({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }): ReactNode {
  const t = useTexts(lifeTexts);
  const { message } = App.useApp();
  const [draft, setDraft] = useState<CorrectDraft>(() => knownTerms(loan));
  const input = useMemo(() => inputOf(loan, draft), [loan, draft]);
  const shownInput = useMemo(() => input ?? inputOf(loan, { ...draft, reason: '——' }), [input, loan, draft]);
  const preview = useMemo(() => (shownInput === null ? null : previewOf(loan, shownInput.terms)), [loan, shownInput]);
  const post = useCorrectTerms(loan.id, () => {
    void message.success(t('corrected'));
    onClose();
  });
  const submit = (): void => {
    if (input !== null && preview?.isAccepted === true && !post.isPending) post.mutate(input);
  };
  return (
    <Form layout="vertical" className={styles['form'] ?? ''} component="form" onFinish={submit}>
      <div className={styles['fields']}>
        <CorrectTermsForm draft={draft} onChange={(changed) => setDraft((current) => ({ ...current, ...changed }))} />
        <EventEffect loan={loan} preview={preview} />
        {post.error !== null && <Failure error={post.error} />}
      </div>
      <div className={styles['bar']}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={post.isPending} disabled={input === null || preview?.isAccepted !== true}>{t('correctConfirm')}</Button>
      </div>
    </Form>
  );
}

/** What the list shows is stated; what it leaves empty is not known. */
function knownTerms(loan: Loan): CorrectDraft {
  const text = (key: string): string => (typeof loan.cells[key] === 'string' ? loan.cells[key] : '');
  const number = (key: string): number | null => (typeof loan.cells[key] === 'number' ? loan.cells[key] : null);
  const { interestMode, penaltyMultiplier, graceDays, method } = termsDraftOf(loan);
  return {
    terms: {
      principal: text('principal'), method, annualRatePct: text('annualRatePct'), termMonths: number('termMonths'), disbursedOn: text('disbursedOn') || null,
      maturesOn: text('maturesOn') || null, firstDueOn: text('firstDueOn') || null, dueDay: number('dueDay'), interestMode, penaltyMultiplier, graceDays,
    },
    reason: '',
  };
}

function inputOf(loan: Loan, draft: CorrectDraft) {
  const parsed = correctTermsSchema.safeParse({ version: loan.version, terms: termsBodyOf(draft.terms), reason: draft.reason });
  return parsed.success ? parsed.data : null;
}

function previewOf(loan: Loan, terms: Parameters<typeof correctedTerms>[1]): EventPreview {
  const result = correctedTerms(loan, terms, loan.state.asOf);
  return result.isAccepted ? { isAccepted: true, after: result.after, allocation: null } : result;
}
