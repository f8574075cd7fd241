import type { InputProblem } from '@loanbook/contract/errors.ts';
import type { loansRoutes } from '@loanbook/contract/features/loans.ts';
import { loanOptionFields, type LoanOptionsBody } from '@loanbook/contract/loan-option-fields.ts';
import { civilParts, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { Button, Form, type FormInstance } from 'antd';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { RequestBody } from '../../platform/client.ts';
import { markProblems } from '../../platform/form-rules.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { isApiError } from '../../platform/api-error.ts';
import { isUnusualPrincipal, LargeAmountNotice, useUsualAmounts } from '../events/events.index.ts';
import { linkedDates, type LoanDates } from './linked-dates.ts';
import { NewLoanFacts } from './new-loan-facts.tsx';
import styles from './new-loan-form.module.css';
import { NewLoanTerms } from './new-loan-terms.tsx';
import { newLoanTexts } from './new-loan-texts.ts';
import { NewLoanOptions } from './new-loan-options.tsx';
import { isUsualCycle, newLoanBody, termsInputOf, type NewLoanValues } from './new-loan-values.ts';
import { planPreview } from './plan-preview.ts';
import { PlanPreviewPanel } from './plan-preview-panel.tsx';

interface NewLoanFormProps {
  readonly customerId: string | null;
  readonly rateCapPct: string | null;
  readonly error: Error | null;
  readonly isSaving: boolean;
  readonly onSave: (body: RequestBody<typeof loansRoutes.create>) => void;
  readonly onCancel: () => void;
  readonly onDirty: () => void;
}

const linkedKeys = ['disbursedOn', 'termMonths', 'maturesOn', 'firstDueOn', 'dueDay'] as const satisfies readonly (keyof LoanDates)[];

export function NewLoanForm({ customerId, rateCapPct, error, isSaving, onSave, onCancel, onDirty }: NewLoanFormProps): ReactNode {
  const t = useTexts(newLoanTexts);
  const language = useLanguage();
  const { businessDate } = useSession();
  const [form] = Form.useForm<NewLoanValues>();
  const initialValues = usualLoan(customerId, businessDate);
  const watched = Form.useWatch((values: NewLoanValues) => values, form);
  const terms = watched?.terms ?? initialValues.terms;
  const input = termsInputOf(terms);
  const usual = useUsualAmounts();
  const principalFen = parseYuan(terms.principal);
  const isUnusual = principalFen !== null && isUnusualPrincipal(principalFen, watched?.facts?.['product'] ?? null, usual);
  const [confirmedPrincipal, setConfirmedPrincipal] = useState<string | null>(null);
  const [isOptionsOpen, setOptionsOpen] = useState(false);
  const isConfirmed = !isUnusual || confirmedPrincipal === terms.principal;
  useEffect(() => void markProblems(form, error, language), [form, error, language]);
  const save = (): void => {
    form.validateFields().then(
      () => {
        const body = newLoanBody(form.getFieldsValue(true));
        const problems = planProblems(form.getFieldsValue(true));
        showProblems(form, problems, language);
        if (problems.some((problem) => problem.path in loanOptionFields)) setOptionsOpen(true);
        if (body !== null && problems.length === 0 && isConfirmed) onSave(body);
      },
      () => globalThis.document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  return (
    <Form<NewLoanValues>
      form={form}
      layout="vertical"
      initialValues={initialValues}
      validateTrigger="onBlur"
      onValuesChange={(changed) => {
        onDirty();
        followDates(form, changed);
      }}
      onKeyDown={(event) => obeyKey(event, save)}
    >
      <div className={styles['columns']}>
        <div className={styles['panels']}>
          <NewLoanTerms terms={terms} isCustomerOpen={customerId === null} />
          <NewLoanOptions terms={terms} isOpen={isOptionsOpen} onOpen={setOptionsOpen} />
          <NewLoanFacts />
          {isUnusual && <LargeAmountNotice text={t('unusual')} isConfirmed={isConfirmed} onConfirm={(isRight) => setConfirmedPrincipal(isRight ? terms.principal : null)} />}
          {error !== null && !(isApiError(error) && error.problems.length > 0) && <Failure error={error} />}
        </div>
        <div className={styles['preview']}><PlanPreviewPanel input={input} rateCapPct={rateCapPct} /></div>
      </div>
      <div className={styles['bar']}>
        <span className={styles['hint']}>{t('saveHint')}</span>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button type="primary" loading={isSaving} disabled={!isConfirmed} onClick={save}>{t(isSaving ? 'saving' : 'save')}</Button>
      </div>
    </Form>
  );
}

/** 结息日 of most contracts. */
const usualSettlementDay = 20;

/** What most loans start as: lent today, a year, equal installments on the day of lending. */
function usualLoan(customerId: string | null, businessDate: string): NewLoanValues {
  const disbursedOn = parseCivilDate(businessDate);
  const dates: LoanDates = { disbursedOn: businessDate, termMonths: 12, maturesOn: null, firstDueOn: null, dueDay: disbursedOn === null ? null : civilParts(disbursedOn).day };
  return {
    customerId,
    terms: { ...linkedDates(dates, 'disbursedOn'), method: 'equal_installment', principal: '', annualRatePct: '', interestMode: 'monthly', penaltyMultiplier: '1.5', graceDays: 0, ...usualOptions },
    facts: {},
  };
}

/** What the engine does where nothing is agreed, so that the form shows it. */
const usualOptions: LoanOptionsBody = {
  cycle: 'month', dueRule: 'due_day', firstPeriodRule: 'usual', rounding: 'half_up', allocation: 'costs_first', nplAllocation: 'principal_first', compound: 'penalty_rate', penaltyBasis: '360',
  graceRule: 'retroactive', prepaymentInterest: 'all', paymentSolve: 'standard', stepKind: 'ratio', stepEvery: 12,
};

function followDates(form: FormInstance<NewLoanValues>, changed: { readonly terms?: Partial<NewLoanValues['terms']> }): void {
  const changedTerms = changed.terms ?? {};
  const isCycle = 'cycle' in changedTerms || 'dueRule' in changedTerms;
  const key = isCycle ? 'dueDay' : linkedKeys.find((candidate) => candidate in changedTerms);
  if (key === undefined) return;
  const { terms }: NewLoanValues = form.getFieldsValue(true);
  const dueDay = changedTerms.dueRule === 'settlement_day' ? usualSettlementDay : terms.dueDay;
  const dates: LoanDates = { disbursedOn: terms.disbursedOn, termMonths: terms.termMonths, maturesOn: terms.maturesOn, firstDueOn: terms.firstDueOn, dueDay };
  const linked = linkedDates(dates, key);
  const firstDueOn = isUsualCycle(terms) || key === 'firstDueOn' ? linked.firstDueOn : null;
  form.setFieldsValue({ terms: { ...terms, ...linked, firstDueOn } });
}

/** Terms that are each valid may still contradict each other. */
function planProblems({ terms }: NewLoanValues): readonly InputProblem[] {
  const input = termsInputOf(terms);
  const preview = input === null ? null : planPreview(input, null);
  return preview === null || preview.isValid ? [] : preview.problems;
}

/** Marked where the person can change it. */
function showProblems(form: Pick<FormInstance, 'setFields'>, problems: readonly InputProblem[], language: 'zh' | 'en'): void {
  form.setFields(problems.map((problem) => ({ name: ['terms', problem.path], errors: [problem[language]] })));
}

/** Enter goes to the next field, Ctrl + Enter saves; lists and pickers keep Enter for choosing. */
function obeyKey(event: KeyboardEvent<HTMLElement>, save: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    save();
    return;
  }
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLInputElement) || target.getAttribute('role') === 'combobox' || target.getAttribute('aria-expanded') === 'true') return;
  const inputs = [...currentTarget.querySelectorAll<HTMLElement>('input:not([disabled]):not([type="radio"]), textarea:not([disabled])')];
  event.preventDefault();
  inputs[inputs.indexOf(target) + 1]?.focus();
}
