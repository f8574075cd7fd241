import { channels } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { capitalAmount } from '@loanbook/engine/capital-amount.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { Button, Form, Input } from 'antd';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatFen } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { usePreference } from '../../platform/stored-preference.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Failure } from '../../ui/failure.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { isUnusualReceipt, LargeAmountNotice, useUsualAmounts } from '../events/events.index.ts';
import { lastChannel, type Channel } from './last-channel.ts';
import { PresetAmounts } from './preset-amounts.tsx';
import type { PostedRepayment } from './posted-repayment.ts';
import styles from './repayment-form.module.css';
import { RepaymentPreview } from './repayment-preview-panel.tsx';
import { previewRepayment, type MoneyPreview } from './repayment-preview.ts';
import { repaymentsTexts } from './repayments-texts.ts';
import { usePostRepayment } from './use-post-repayment.ts';

interface RepaymentFormProps {
  readonly loan: Loan;
  readonly onPosted: (posted: PostedRepayment) => void;
  readonly onCancel: () => void;
}

interface Draft {
  readonly amount: string;
  readonly paidOn: string | null;
  readonly channel: Channel;
  readonly externalRef: string;
  readonly payerName: string;
  readonly note: string;
  readonly keepExcess: boolean;
}

/** Typed on the left, answered below at once: what the money pays and how the loan stands afterwards. */
export function RepaymentForm({ loan, onPosted, onCancel }: RepaymentFormProps): ReactNode {
  const t = useTexts(repaymentsTexts);
  const usualChannel = usePreference(lastChannel);
  const [draft, setDraft] = useState<Draft>({ amount: '', paidOn: loan.state.asOf, channel: usualChannel, externalRef: '', payerName: '', note: '', keepExcess: false });
  // A confirmation is for the amount that was seen, not for the next one.
  const [confirmedAmount, setConfirmedAmount] = useState<string | null>(null);
  const change = (changed: Partial<Draft>): void => setDraft((current) => ({ ...current, ...changed }));
  const preview = previewOf(loan, draft);
  const isUnusual = useIsUnusual(loan, draft);
  const isConfirmed = !isUnusual || confirmedAmount === draft.amount;
  const post = usePostRepayment(onPosted);
  const amountFen = parseYuan(draft.amount);
  const submit = (): void => {
    const paidOn = parseCivilDate(draft.paidOn ?? '');
    if (preview?.isAccepted !== true || paidOn === null || post.isPending || !isConfirmed) return;
    lastChannel.write(draft.channel);
    post.mutate({ loanId: loan.id, amount: draft.amount, paidOn, channel: draft.channel, externalRef: draft.externalRef.trim() || null, payerName: draft.payerName.trim() || null, note: draft.note.trim() || null, keepExcess: draft.keepExcess });
  };
  return (
    <Form layout="vertical" className={styles['form'] ?? ''} component="form" onFinish={submit} onKeyDown={(event) => obeyKey(event, submit)}>
      <div className={styles['fields']}>
        <Fields loan={loan} draft={draft} onChange={change} />
        <RepaymentPreview before={loan.state} preview={preview} amountFen={amountFen} keepExcess={draft.keepExcess} onKeepExcess={(keepExcess) => change({ keepExcess })} isBackdated={isBackdated(loan, draft.paidOn)} />
        {isUnusual && preview?.isAccepted === true && <LargeAmountNotice text={t('unusual')} isConfirmed={isConfirmed} onConfirm={(isRight) => setConfirmedAmount(isRight ? draft.amount : null)} />}
        {post.error !== null && <Failure error={post.error} />}
      </div>
      <div className={styles['bar']}>
        <span className={styles['hint']}>{t('postHint')}</span>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={post.isPending} disabled={preview?.isAccepted !== true || !isConfirmed}>
          {preview?.isAccepted === true && amountFen !== null ? t('postAmount', { amount: formatFen(amountFen) }) : t('post')}
        </Button>
      </div>
    </Form>
  );
}

function useIsUnusual(loan: Loan, { amount, paidOn }: Draft): boolean {
  const usual = useUsualAmounts();
  const amountFen = parseYuan(amount);
  const day = parseCivilDate(paidOn ?? '');
  return useMemo(() => amountFen !== null && day !== null && isUnusualReceipt(amountFen, replay(loan.terms, loan.events, day), usual), [amountFen, day, loan, usual]);
}

interface FieldsProps {
  readonly loan: Loan;
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}

function Fields({ loan, draft, onChange }: FieldsProps): ReactNode {
  const t = useTexts(repaymentsTexts);
  const language = useLanguage();
  const amountFen = parseYuan(draft.amount);
  return (
    <>
      <Form.Item label={t('amount')} htmlFor="repayment-amount" className={styles['whole'] ?? ''} extra={language === 'zh' && amountFen !== null && amountFen > 0 ? capitalAmount(amountFen) : undefined}>
        <MoneyInput id="repayment-amount" autoFocus value={draft.amount} onChange={(amount) => onChange({ amount, keepExcess: false })} />
        <PresetAmounts loan={loan} paidOn={parseCivilDate(draft.paidOn ?? '')} onChoose={(amount) => onChange({ amount, keepExcess: false })} />
      </Form.Item>
      <div className={styles['pair']}>
        <Form.Item label={t('paidOn')} htmlFor="repayment-paid-on">
          <DateInput id="repayment-paid-on" value={draft.paidOn} max={loan.state.asOf} onChange={(paidOn) => onChange({ paidOn })} />
        </Form.Item>
        <Form.Item label={t('channel')} htmlFor="repayment-channel">
          <ChoiceSelect id="repayment-channel" choices={channels} value={draft.channel} onChange={(value) => onChange({ channel: channels.find((choice) => choice.value === value)?.value ?? 'other' })} />
        </Form.Item>
        <Form.Item label={t('externalRef')} htmlFor="repayment-reference">
          <Input id="repayment-reference" autoComplete="off" maxLength={80} placeholder={t('optional')} value={draft.externalRef} onChange={(event) => onChange({ externalRef: event.target.value })} />
        </Form.Item>
        <Form.Item label={t('payerName')} htmlFor="repayment-payer">
          <Input id="repayment-payer" autoComplete="off" maxLength={100} placeholder={t('payerHint')} value={draft.payerName} onChange={(event) => onChange({ payerName: event.target.value })} />
        </Form.Item>
      </div>
      <Form.Item label={t('note')} htmlFor="repayment-note">
        <Input id="repayment-note" autoComplete="off" maxLength={400} placeholder={t('optional')} value={draft.note} onChange={(event) => onChange({ note: event.target.value })} />
      </Form.Item>
    </>
  );
}

/** null while amount or date are not yet complete. */
function previewOf(loan: Loan, draft: Draft): MoneyPreview | null {
  const amountFen = parseYuan(draft.amount);
  const paidOn = parseCivilDate(draft.paidOn ?? '');
  if (amountFen === null || amountFen <= 0 || paidOn === null) return null;
  return previewRepayment(loan, { amountFen, paidOn, keepExcess: draft.keepExcess }, loan.state.asOf);
}

function isBackdated(loan: Loan, paidOn: string | null): boolean {
  return paidOn !== null && loan.records.some((record) => record.type === 'repay' && !record.isReversed && record.occurredOn > paidOn);
}

/** Enter goes on to the next field, Ctrl + Enter posts: an amount is never posted by the Enter that ends its typing. */
function obeyKey(event: KeyboardEvent<HTMLElement>, submit: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    submit();
    return;
  }
  if (event.target.getAttribute('role') === 'combobox' || event.target.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  const inputs = [...event.currentTarget.querySelectorAll<HTMLElement>('input:not([disabled]):not([type="checkbox"])')];
  inputs[inputs.indexOf(event.target) + 1]?.focus();
}
