import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { LoanTermsInput } from '@loanbook/contract/features/loans.ts';
import { loanOptionFields, type LoanOptions } from '@loanbook/contract/loan-option-fields.ts';
import { stepKinds } from '@loanbook/contract/term-choices.ts';
import { civilDateText, yuanText } from '@loanbook/contract/values.ts';
import { Button, Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { schemaRule } from '../../platform/form-rules.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { MoneyInput, PercentInput } from '../../ui/money-input.tsx';
import styles from './new-loan-form.module.css';
import { newLoanOptionTexts } from './new-loan-option-texts.ts';

interface MethodFieldsProps {
  readonly method: LoanTermsInput['method'];
  readonly stepKind: NonNullable<LoanOptions['stepKind']>;
}

/** What one method needs beside amount, rate and dates. */
export function NewLoanMethodFields({ method, stepKind }: MethodFieldsProps): ReactNode {
  const t = useTexts(newLoanOptionTexts);
  switch (method) {
    case 'equal_installment':
      return <CountItem name="interestOnlyPeriods" least={0} label={t('interestOnlyPeriods')} hint={t('interestOnlyHint')} />;
    case 'balloon':
      return (
        <>
          <CountItem name="amortizationPeriods" least={2} label={t('amortizationPeriods')} hint={t('amortizationHint')} />
          <MoneyItem name="residual" label={t('residual')} hint={t('residualHint')} />
        </>
      );
    case 'progressive':
      return <StepFields stepKind={stepKind} />;
    case 'custom':
      return <CustomRows />;
    case 'equal_principal':
    case 'interest_only':
    case 'quarterly_interest':
    case 'bullet':
    case 'flat':
    case 'revolving':
      return null;
    default:
      return method satisfies never;
  }
}

function StepFields({ stepKind }: Pick<MethodFieldsProps, 'stepKind'>): ReactNode {
  const t = useTexts(newLoanOptionTexts);
  const language = useLanguage();
  return (
    <>
      <Form.Item name={['terms', 'stepKind']} label={t('stepKind')}><ChoiceSelect choices={stepKinds} /></Form.Item>
      {stepKind === 'ratio' && <Form.Item name={['terms', 'stepRatioPct']} label={t('stepRatioPct')} rules={[schemaRule(loanOptionFields.stepRatioPct, language)]} required><PercentInput /></Form.Item>}
      {stepKind === 'amount' && <MoneyItem name="stepAmount" label={t('stepAmount')} />}
      <CountItem name="stepEvery" least={1} label={t('stepEvery')} hint={t('stepHint')} />
    </>
  );
}

/** Own rows: a day and its principal each. */
function CustomRows(): ReactNode {
  const t = useTexts(newLoanOptionTexts);
  const language = useLanguage();
  return (
    <div className={styles['whole']}>
      <p className={styles['rowsTitle']}>{t('customRows')}<span>{t('customHint')}</span></p>
      <Form.List name={['terms', 'customRows']} initialValue={[{}]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }, index) => (
              <div key={key} className={styles['row']}>
                <span>{index + 1}</span>
                <Form.Item name={[name, 'dueOn']} rules={[schemaRule(civilDateText, language)]}><DateInput aria-label={t('rowDueOn', { number: String(index + 1) })} /></Form.Item>
                <Form.Item name={[name, 'principal']} rules={[schemaRule(yuanText, language)]}><MoneyInput aria-label={t('rowPrincipal', { number: String(index + 1) })} /></Form.Item>
                <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('removeRow', { number: String(index + 1) })} disabled={rows.length === 1} onClick={() => remove(name)} />
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>{t('addRow')}</Button>
          </>
        )}
      </Form.List>
    </div>
  );
}

interface ItemProps {
  readonly name: keyof LoanOptions;
  readonly label: string;
  readonly hint?: string;
}

function CountItem({ name, label, hint, least }: ItemProps & { readonly least: number }): ReactNode {
  const t = useTexts(newLoanOptionTexts);
  const language = useLanguage();
  return (
    <Form.Item name={['terms', name]} label={label} rules={[schemaRule(loanOptionFields[name], language)]} className={styles['wide'] ?? ''} {...(hint !== undefined && { extra: hint })}>
      <InputNumber min={least} max={1200} precision={0} suffix={t('periods')} className={styles['number'] ?? ''} />
    </Form.Item>
  );
}

function MoneyItem({ name, label, hint }: ItemProps): ReactNode {
  const language = useLanguage();
  return (
    <Form.Item name={['terms', name]} label={label} rules={[schemaRule(loanOptionFields[name], language)]} className={styles['wide'] ?? ''} {...(hint !== undefined && { extra: hint })}>
      <MoneyInput />
    </Form.Item>
  );
}
