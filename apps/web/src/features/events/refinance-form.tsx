import { channels } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { Fen } from '@loanbook/engine/money.ts';
import { Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { formatFen } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './events.module.css';
import { lifeTexts } from './life-texts.ts';
import { fromNewLoanOf, type RefinanceDraft } from './refinance-draft.ts';
import { TermsFields } from './terms-fields.tsx';

interface RefinanceFormProps {
  readonly loan: Loan;
  readonly draft: RefinanceDraft;
  /** What the borrower pays himself; 0 while it is not known. */
  readonly ownFen: Fen;
  readonly onChange: (changed: Partial<RefinanceDraft>) => void;
}

/** The new loan, and what of it goes to the old one. */
export function RefinanceForm({ loan, draft, ownFen, onChange }: RefinanceFormProps): ReactNode {
  const t = useTexts(lifeTexts);
  const { terms } = draft;
  const changeTerms = (changed: Partial<RefinanceDraft['terms']>): void => onChange({ terms: { ...terms, ...changed } });
  return (
    <>
      <Notice tone="attention">{t('refinanceText')}</Notice>
      <div className={styles['pair']}>
        <Form.Item label={t('occurredOn')} htmlFor="refinance-day" required>
          <DateInput id="refinance-day" value={terms.disbursedOn} max={loan.state.asOf} onChange={(disbursedOn) => changeTerms({ disbursedOn })} />
        </Form.Item>
        <Form.Item label={t('principal')} htmlFor="refinance-principal" required>
          <MoneyInput id="refinance-principal" value={terms.principal} onChange={(principal) => changeTerms({ principal })} />
        </Form.Item>
        <TermsFields draft={terms} onChange={changeTerms} />
        <Form.Item label={t('fromNewLoan')} htmlFor="refinance-used" required extra={t('fromNewLoanHint', { payoff: formatFen(loan.state.payoffFen) })}>
          <MoneyInput id="refinance-used" value={fromNewLoanOf(loan, draft)} onChange={(fromNewLoan) => onChange({ fromNewLoan })} />
        </Form.Item>
        <Form.Item label={t('contractNo')} htmlFor="refinance-contract">
          <Input id="refinance-contract" autoComplete="off" maxLength={60} placeholder={t('optional')} value={draft.contractNo} onChange={(event) => onChange({ contractNo: event.target.value })} />
        </Form.Item>
        <Form.Item label={t('receiptNo')} htmlFor="refinance-receipt">
          <Input id="refinance-receipt" autoComplete="off" maxLength={60} placeholder={t('receiptNoHint')} value={draft.receiptNo} onChange={(event) => onChange({ receiptNo: event.target.value })} />
        </Form.Item>
      </div>
      {ownFen > 0 && <OwnMoney draft={draft} ownFen={ownFen} onChange={onChange} />}
      <Checkbox checked={draft.isQualifiedRenewal} onChange={(event) => onChange({ isQualifiedRenewal: event.target.checked })}>{t('qualified')}</Checkbox>
      <Form.Item label={t('reason')} htmlFor="refinance-reason" required extra={t('reasonHint')}>
        <Input id="refinance-reason" autoComplete="off" maxLength={200} value={draft.reason} onChange={(event) => onChange({ reason: event.target.value })} />
      </Form.Item>
    </>
  );
}

function OwnMoney({ draft, ownFen, onChange }: Omit<RefinanceFormProps, 'loan'>): ReactNode {
  const t = useTexts(lifeTexts);
  return (
    <fieldset className={styles['own']}>
      <legend>{t('ownTitle', { amount: formatFen(ownFen) })}</legend>
      <div className={styles['triple']}>
        <Form.Item label={t('channel')} htmlFor="refinance-channel">
          <ChoiceSelect id="refinance-channel" choices={channels} value={draft.channel} onChange={(channel) => onChange({ channel: channel ?? 'other' })} />
        </Form.Item>
        <Form.Item label={t('externalRef')} htmlFor="refinance-reference">
          <Input id="refinance-reference" autoComplete="off" maxLength={80} placeholder={t('optional')} value={draft.externalRef} onChange={(event) => onChange({ externalRef: event.target.value })} />
        </Form.Item>
        <Form.Item label={t('payerName')} htmlFor="refinance-payer">
          <Input id="refinance-payer" autoComplete="off" maxLength={100} placeholder={t('optional')} value={draft.payerName} onChange={(event) => onChange({ payerName: event.target.value })} />
        </Form.Item>
      </div>
    </fieldset>
  );
}
