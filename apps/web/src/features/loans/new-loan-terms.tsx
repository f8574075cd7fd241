import { interestModes, methods } from '@loanbook/contract/choices.ts';
import { loanTermsInputSchema, type LoanTermsInput } from '@loanbook/contract/features/loans.ts';
import { capitalAmount } from '@loanbook/engine/capital-amount.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { parsePercent } from '@loanbook/engine/rate.ts';
import { Form, InputNumber, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { schemaRule } from '../../platform/form-rules.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useSession } from '../../platform/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { MoneyInput, PercentInput } from '../../ui/money-input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CustomerPicker } from './customer-picker.tsx';
import styles from './new-loan-form.module.css';
import { newLoanTexts } from './new-loan-texts.ts';
import { NewLoanMethodFields } from './new-loan-method-fields.tsx';
import { isSettled, usesDueDay, usesFirstDue, type NewLoanValues } from './new-loan-values.ts';

interface NewLoanTermsProps {
  readonly terms: NewLoanValues['terms'];
  /** The cursor starts at the customer, or at the amount when the customer is known. */
  readonly isCustomerOpen: boolean;
}

/** Who borrows what, and on which terms: all that the plan is made of. */
export function NewLoanTerms({ terms, isCustomerOpen }: NewLoanTermsProps): ReactNode {
  const t = useTexts(newLoanTexts);
  const language = useLanguage();
  const { businessDate } = useSession();
  const { shape } = loanTermsInputSchema;
  const rule = (key: keyof LoanTermsInput) => [schemaRule(shape[key], language)];
  return (
    <Panel title={t('terms')} note={t('datesLinked')}>
      <div className={styles['fields']}>
        <Form.Item name="customerId" label={t('borrower')} rules={[{ required: true, message: t('required') }]} className={styles['wide'] ?? ''} extra={<ButtonLink to={links.newCustomer} type="link" className={styles['link'] ?? ''}>{t('newCustomer')}</ButtonLink>}>
          <CustomerPicker />
        </Form.Item>
        <PrincipalItem rule={rule('principal')} isFocused={!isCustomerOpen} />
        <Form.Item name={['terms', 'method']} label={t('method')} className={styles['whole'] ?? ''} required>
          <MethodInput />
        </Form.Item>
        <NewLoanMethodFields method={terms.method} stepKind={terms.stepKind ?? 'ratio'} />
        <RateItem rule={rule('annualRatePct')} />
        <Form.Item name={['terms', 'termMonths']} label={t('term')} rules={rule('termMonths')} required>
          <InputNumber min={1} max={600} precision={0} suffix={t('months')} className={styles['number'] ?? ''} />
        </Form.Item>
        <Form.Item name={['terms', 'disbursedOn']} label={t('disbursedOn')} rules={rule('disbursedOn')} required><DateInput max={businessDate} /></Form.Item>
        <Form.Item name={['terms', 'maturesOn']} label={t('maturesOn')} rules={rule('maturesOn')}><DateInput /></Form.Item>
        {usesDueDay(terms) && (
          <Form.Item name={['terms', 'dueDay']} label={t(isSettled(terms) ? 'dueDayQuarterly' : 'dueDay')} rules={rule('dueDay')}>
            <InputNumber min={1} max={31} precision={0} suffix={t('dueDaySuffix')} className={styles['number'] ?? ''} />
          </Form.Item>
        )}
        {usesFirstDue(terms) && <Form.Item name={['terms', 'firstDueOn']} label={t('firstDueOn')} rules={rule('firstDueOn')}><DateInput /></Form.Item>}
        <Form.Item name={['terms', 'interestMode']} label={t('interestMode')}><ChoiceSelect choices={interestModes} /></Form.Item>
        <Form.Item name={['terms', 'penaltyMultiplier']} label={t('penaltyMultiplier')} rules={rule('penaltyMultiplier')}>
          <InputNumber<string> stringMode min="0" max="10" step="0.1" suffix={t('times')} className={styles['number'] ?? ''} />
        </Form.Item>
        <Form.Item name={['terms', 'graceDays']} label={t('graceDays')} rules={rule('graceDays')}>
          <InputNumber min={0} max={30} precision={0} suffix={t('days')} className={styles['number'] ?? ''} />
        </Form.Item>
        <FirstDrawItem />
      </div>
    </Panel>
  );
}

type Rules = ReturnType<typeof schemaRule>[];

/** The amount with its capitals below, as it will stand on the contract. */
function PrincipalItem({ rule, isFocused }: { readonly rule: Rules; readonly isFocused: boolean }): ReactNode {
  const t = useTexts(newLoanTexts);
  const language = useLanguage();
  const typed = Form.useWatch((values: NewLoanValues) => values.terms?.principal, Form.useFormInstance<NewLoanValues>());
  const principalFen = parseYuan(typed ?? '');
  return (
    <Form.Item name={['terms', 'principal']} label={t('principal')} rules={rule} required className={styles['wide'] ?? ''} extra={language === 'zh' && principalFen !== null && principalFen > 0 ? capitalAmount(principalFen) : ' '}>
      <MoneyInput autoFocus={isFocused} />
    </Form.Item>
  );
}

/** Left empty, everything is lent at once. More than was agreed is said where it is typed. */
function FirstDrawItem(): ReactNode {
  const t = useTexts(newLoanTexts);
  const form = Form.useFormInstance<NewLoanValues>();
  const isWithin = (typed: unknown): boolean => {
    const [drawnFen, agreedFen] = [parseYuan(String(typed ?? '')), parseYuan(form.getFieldsValue(true).terms?.principal ?? '')];
    return !typed || agreedFen === null || (drawnFen !== null && drawnFen > 0 && drawnFen <= agreedFen);
  };
  return (
    <Form.Item name="firstDraw" label={t('firstDraw')} extra={t('firstDrawHint')} rules={[{ validator: async (_rule, typed: unknown) => { if (!isWithin(typed)) throw new Error(t('firstDrawTooMuch')); } }]}>
      <MoneyInput />
    </Form.Item>
  );
}

/** Lenders quote by the month, contracts by the year: both are shown. */
function RateItem({ rule }: { readonly rule: Rules }): ReactNode {
  const t = useTexts(newLoanTexts);
  const typed = Form.useWatch((values: NewLoanValues) => values.terms?.annualRatePct, Form.useFormInstance<NewLoanValues>());
  const rateAnnualE8 = parsePercent(typed ?? '');
  return (
    <Form.Item name={['terms', 'annualRatePct']} label={t('annualRate')} rules={rule} required extra={rateAnnualE8 === null ? ' ' : t('monthlyRate', { rate: monthlyPerMille(rateAnnualE8) })}>
      <PercentInput />
    </Form.Item>
  );
}

/** 9.6 % a year → "8.0000" per mille a month: a twelfth, in ten-thousandths of a per mille, half up. */
function monthlyPerMille(rateAnnualE8: number): string {
  const tenThousandths = String(Math.floor((rateAnnualE8 + 60) / 120)).padStart(5, '0');
  return `${tenThousandths.slice(0, -4)}.${tenThousandths.slice(-4)}`;
}

interface MethodInputProps {
  readonly id?: string;
  readonly value?: LoanTermsInput['method'];
  readonly onChange?: (method: LoanTermsInput['method']) => void;
}

/** Side by side where there is room; a list on a phone. */
function MethodInput({ id, value, onChange }: MethodInputProps): ReactNode {
  const t = useTexts(newLoanTexts);
  const language = useLanguage();
  const isPhone = useIsPhone();
  const common = { ...(id !== undefined && { id }) };
  if (isPhone || language === 'en') {
    return <ChoiceSelect {...common} choices={methods} value={value ?? null} onChange={(chosen) => onChange?.(methods.find((choice) => choice.value === chosen)?.value ?? 'equal_installment')} />;
  }
  return <Segmented {...common} className={styles['methods'] ?? ''} aria-label={t('method')} options={methods.map((choice) => ({ value: choice.value, label: choice[language] }))} {...(value !== undefined && { value })} onChange={(chosen) => onChange?.(chosen)} />;
}
