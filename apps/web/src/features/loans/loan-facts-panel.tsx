import { EditOutlined } from '@ant-design/icons';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { loanFields } from '@loanbook/contract/fields/loan-fields.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatPercentText, useFormats } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { agreedConditions } from './agreed-conditions.ts';
import { loansTexts } from './loans-texts.ts';
import { newLoanOptionTexts } from './new-loan-option-texts.ts';

/** Shown in the page's head, or derived figures that the panel beside says. */
const shownElsewhere = new Set(['receiptNo', 'contractNo', 'customerName', 'product', 'nextDueOn']);
/** Of these a person wants to see that they are empty. */
const alwaysShown = new Set(['annualRatePct', 'method', 'termMonths', 'disbursedOn', 'maturesOn', 'guarantee', 'purpose', 'manager']);
const groups = new Set(['borrower', 'terms', 'dates', 'security', 'file']);
const wide = new Set(['note', 'collateral', 'guarantors']);

/** The contract in facts; what is kept empty is left out, except what every loan should have. */
export function LoanFactsPanel({ loan, onEdit }: { readonly loan: Loan; readonly onEdit: () => void }): ReactNode {
  const t = useTexts(loansTexts);
  const option = useTexts(newLoanOptionTexts);
  const language = useLanguage();
  const formats = useFormats();
  const mayWrite = useRight('ledger.write');
  const facts: Fact[] = loanFields
    .filter((field) => groups.has(field.group) && !shownElsewhere.has(field.key))
    .map((field) => ({ key: field.key, label: formats.label(field), value: formats.cell(field, loan.cells[field.key]), isWide: wide.has(field.key) }))
    .filter((fact) => fact.value !== '' || alwaysShown.has(fact.key));
  const rates: Fact[] = loan.irrAnnualPct === null || loan.eirPct === null ? [] : [
    { key: 'irr', label: t('irr'), value: formatPercentText(loan.irrAnnualPct) },
    { key: 'eir', label: t('eir'), value: formatPercentText(loan.eirPct) },
  ];
  const conditions: Fact[] = agreedConditions(loan.state.currentTerms, language).map(({ key, value, unit }) => ({ key, label: option(key), value: unit === undefined ? value : `${value} ${option(unit)}` }));
  const afterRate = facts.findIndex((fact) => fact.key === 'annualRatePct') + 1;
  return (
    <Panel title={t('termsTitle')} {...(mayWrite && { actions: <Button icon={<EditOutlined aria-hidden />} onClick={onEdit}>{t('editFacts')}</Button> })}>
      <Facts facts={[...facts.slice(0, afterRate), ...rates, ...facts.slice(afterRate), ...conditions]} />
    </Panel>
  );
}
