import { loanFactsSchema } from '@loanbook/contract/features/loans.ts';
import { loanFields } from '@loanbook/contract/fields/loan-fields.ts';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { schemaRule } from '../../platform/form-rules.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { LoanFactInput } from './loan-fact-input.tsx';
import styles from './new-loan-form.module.css';
import { newLoanTexts } from './new-loan-texts.ts';

const wide = new Set(['collateral', 'note']);

/** What is kept of a loan beside its terms. Nothing here is required. */
export function NewLoanFacts(): ReactNode {
  const t = useTexts(newLoanTexts);
  const language = useLanguage();
  const schemas = new Map(Object.entries(loanFactsSchema.shape));
  const fields = loanFields.filter((field) => schemas.has(field.key) && field.key !== 'rateType');
  return (
    <Panel title={t('contract')}>
      <div className={styles['fields']}>
        {fields.map((field) => {
          const schema = schemas.get(field.key);
          return (
            <Form.Item key={field.key} name={['facts', field.key]} label={field[language]} rules={schema === undefined ? [] : [schemaRule(schema, language)]} className={wide.has(field.key) ? (styles['wide'] ?? '') : ''} {...(field.key === 'receiptNo' && { extra: t('receiptNoHint') })}>
              <LoanFactInput field={field} />
            </Form.Item>
          );
        })}
      </div>
    </Panel>
  );
}
