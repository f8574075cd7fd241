import type { Choice } from '@loanbook/contract/choices.ts';
import { loanOptionFields, type LoanOptions } from '@loanbook/contract/loan-option-fields.ts';
import {
  allocationPresets, compoundRules, dueRuleChoices, firstPeriodRules, graceRules, paymentCycles, paymentSolves, penaltyBases, prepaymentInterests, roundings,
} from '@loanbook/contract/term-choices.ts';
import { Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { schemaRule } from '../../platform/form-rules.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import styles from './new-loan-form.module.css';
import { newLoanOptionTexts } from './new-loan-option-texts.ts';
import { hasCycle, type NewLoanValues } from './new-loan-values.ts';

interface NewLoanOptionsProps {
  readonly terms: NewLoanValues['terms'];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** What most contracts leave as it is, closed until somebody asks for it. Kept mounted, so that its values are sent. */
export function NewLoanOptions({ terms, isOpen, onOpen }: NewLoanOptionsProps): ReactNode {
  const t = useTexts(newLoanOptionTexts);
  const language = useLanguage();
  const rule = (key: keyof LoanOptions) => [schemaRule(loanOptionFields[key], language)];
  return (
    <details className={styles['options']} open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary className={styles['summary']}>{t('title')}<span>{t('note')}</span></summary>
      <div className={`${styles['fields'] ?? ''} ${styles['body'] ?? ''}`}>
        {hasCycle(terms.method) && <ChoiceItem name="cycle" choices={paymentCycles} label={t('cycle')} extra={t('cycleHint')} />}
        {hasCycle(terms.method) && terms.cycle === 'days' && (
          <Form.Item name={['terms', 'cycleDays']} label={t('cycleDays')} rules={rule('cycleDays')} required>
            <InputNumber min={1} max={366} precision={0} suffix={t('days')} className={styles['number'] ?? ''} />
          </Form.Item>
        )}
        {(hasCycle(terms.method) || terms.method === 'revolving') && <ChoiceItem name="dueRule" choices={dueRuleChoices} label={t('dueRule')} extra={t('dueRuleHint')} />}
        {hasCycle(terms.method) && <ChoiceItem name="firstPeriodRule" choices={firstPeriodRules} label={t('firstPeriodRule')} extra={t('firstPeriodHint')} />}
        {terms.method === 'equal_installment' && <ChoiceItem name="paymentSolve" choices={paymentSolves} label={t('paymentSolve')} extra={t('paymentSolveHint')} />}
        <Form.Item name={['terms', 'upfrontFee']} label={t('upfrontFee')} rules={rule('upfrontFee')} extra={t('upfrontFeeHint')}><MoneyInput /></Form.Item>
        <ChoiceItem name="rounding" choices={roundings} label={t('rounding')} extra={t('roundingHint')} />
        <ChoiceItem name="compound" choices={compoundRules} label={t('compound')} extra={t('compoundHint')} />
        <ChoiceItem name="penaltyBasis" choices={penaltyBases} label={t('penaltyBasis')} extra={t('penaltyBasisHint')} />
        <Form.Item name={['terms', 'mostTermMonths']} label={t('mostTermMonths')} rules={rule('mostTermMonths')} extra={t('mostTermHint')}>
          <InputNumber min={1} max={600} precision={0} suffix={t('months')} className={styles['number'] ?? ''} />
        </Form.Item>
        <ChoiceItem name="graceRule" choices={graceRules} label={t('graceRule')} extra={t('graceRuleHint')} isWide />
        <ChoiceItem name="prepaymentInterest" choices={prepaymentInterests} label={t('prepaymentInterest')} extra={t('prepaymentInterestHint')} isWide />
        <ChoiceItem name="allocation" choices={allocationPresets} label={t('allocation')} extra={t('allocationHint')} isWide />
        <ChoiceItem name="nplAllocation" choices={allocationPresets} label={t('nplAllocation')} extra={t('nplAllocationHint')} isWide />
      </div>
    </details>
  );
}

interface ChoiceItemProps {
  readonly name: keyof LoanOptions;
  readonly choices: readonly Choice[];
  readonly label: string;
  readonly extra: string;
  readonly isWide?: boolean;
}

function ChoiceItem({ name, choices, label, extra, isWide = false }: ChoiceItemProps): ReactNode {
  return (
    <Form.Item name={['terms', name]} label={label} extra={extra} className={isWide ? (styles['wide'] ?? '') : ''}>
      <ChoiceSelect choices={choices} />
    </Form.Item>
  );
}
