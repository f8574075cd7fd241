import { loanFactsSchema, loansRoutes, type Loan, type LoanFacts } from '@loanbook/contract/features/loans.ts';
import { loanFields } from '@loanbook/contract/fields/loan-fields.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { errorSentence, isApiError } from '../../platform/api-error.ts';
import { call } from '../../platform/client.ts';
import { useIsPhone } from '../../platform/color-mode.ts';
import { markProblems, schemaRule } from '../../platform/form-rules.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LoanFactInput } from './loan-fact-input.tsx';
import styles from './loan-facts-editor.module.css';
import { loanQuery } from './loan-query.ts';
import { loansTexts } from './loans-texts.ts';

interface LoanFactsEditorProps {
  readonly loan: Loan;
  readonly onClose: () => void;
}

type FactValues = Record<string, string | null>;

/** A manager who is known changes by a hand-over, which keeps who had the loan before. */
const editableFields = loanFields.filter((field) => field.isEditable === true);
const wide = new Set(['guarantors', 'collateral', 'note']);

/** Changes what is known of a loan beside its terms. Only what was changed is sent. */
export function LoanFactsEditor({ loan: current, onClose }: LoanFactsEditorProps): ReactNode {
  const t = useTexts(loansTexts);
  const language = useLanguage();
  const isPhone = useIsPhone();
  const [form] = Form.useForm<FactValues>();
  // The loan as it was when the form opened: a refresh in the background must not move the ground under it.
  const [loan, setLoan] = useState(current);
  const save = useSaveFacts(loan, onClose, (error) => markProblems(form, error, language));
  const isConflict = isApiError(save.error, 'changed_meanwhile');
  const loadLatest = (): void => {
    setLoan(current);
    form.setFieldsValue(valuesOf(current));
    save.reset();
  };
  return (
    <Drawer
      title={t('editTitle')}
      open
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '94%' : 560}
      mask={{ closable: false }}
      footer={(
        <div className={styles['bar']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{t('save')}</Button>
        </div>
      )}
    >
      <Form<FactValues> form={form} layout="vertical" initialValues={valuesOf(loan)} onFinish={(values) => save.mutate(changedFacts(loan, values))} validateTrigger="onBlur">
        <p className={styles['note']}>{t('editNote')}</p>
        <div className={styles['fields']}>
          {editableFields.filter((field) => field.key !== 'manager' || !loan.cells['manager']).map((field) => (
            <Form.Item key={field.key} name={field.key} label={field[language]} rules={ruleOf(field.key, language)} className={wide.has(field.key) ? (styles['wide'] ?? '') : ''}>
              <LoanFactInput field={field} />
            </Form.Item>
          ))}
        </div>
        {isConflict && <Notice tone="attention" actions={<Button onClick={loadLatest}>{t('loadLatest')}</Button>}>{errorSentence(save.error, language)}</Notice>}
        {save.error !== null && !isConflict && <Failure error={save.error} />}
      </Form>
    </Drawer>
  );
}

function useSaveFacts(loan: Loan, onDone: () => void, onRefused: (error: unknown) => void) {
  const t = useTexts(loansTexts);
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (facts: Partial<LoanFacts>) => (Object.keys(facts).length === 0 ? null : call(loansRoutes.change, { params: { loanId: loan.id }, body: { version: loan.version, facts } })),
    onSuccess: (changed) => {
      if (changed !== null) queryClient.setQueryData(loanQuery(loan.id).queryKey, changed);
      void queryClient.invalidateQueries({ queryKey: ledgerQueryKey });
      void message.success(t(changed === null ? 'noChanges' : 'saved'));
      onDone();
    },
    onError: (error) => {
      if (isApiError(error, 'changed_meanwhile')) void queryClient.invalidateQueries({ queryKey: loanQuery(loan.id).queryKey });
      else onRefused(error);
    },
  });
}

function ruleOf(key: string, language: 'zh' | 'en') {
  const schema = Object.entries(loanFactsSchema.shape).find(([name]) => name === key)?.[1];
  return schema === undefined ? [] : [schemaRule(schema, language)];
}

function valuesOf(loan: Loan): FactValues {
  return Object.fromEntries(editableFields.map((field) => {
    const cell = loan.cells[field.key];
    return [field.key, typeof cell === 'string' ? cell : null];
  }));
}

function changedFacts(loan: Loan, values: FactValues): Partial<LoanFacts> {
  const before = valuesOf(loan);
  const changed = Object.entries(values).filter(([key, value]) => (value ?? '') !== (before[key] ?? ''));
  return loanFactsSchema.partial().parse(Object.fromEntries(changed.map(([key, value]) => [key, value || null])));
}
