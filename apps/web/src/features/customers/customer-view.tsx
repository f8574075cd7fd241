import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import type { Customer } from '@loanbook/contract/features/customers.ts';
import { customerKinds, riskLevels } from '@loanbook/contract/choices.ts';
import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { LedgerList } from '../../ledger-grid/list/ledger-list.tsx';
import { useEmbeddedLedgerView } from '../../ledger-grid/list/use-ledger-view.ts';
import { formatCount, formatMoney, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useRight } from '../../platform/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ObligorNotice } from '../classes/classes.index.ts';
import { MergeActions, mergesTexts, MovesPanel } from '../merges/merges.index.ts';
import { CustomerProfile } from './customer-profile.tsx';
import { SameContactsNotice } from './same-contacts-notice.tsx';
import styles from './customer-view.module.css';
import { customersTexts } from './customers-texts.ts';

interface CustomerViewProps {
  readonly customer: Customer;
  readonly before: ReactNode;
  readonly onEdit: () => void;
}

/** Who the customer is, what they owe, and everything kept about them. */
export function CustomerView({ customer, before, onEdit }: CustomerViewProps): ReactNode {
  const t = useTexts(customersTexts);
  const tMerges = useTexts(mergesTexts);
  const formats = useFormats();
  const mayWrite = useRight('ledger.write');
  const { cells } = customer;
  const kind = typeof cells['kind'] === 'string' ? cells['kind'] : null;
  const riskLevel = typeof cells['riskLevel'] === 'string' ? cells['riskLevel'] : null;
  return (
    <Page
      title={String(cells['name'] ?? '')}
      before={before}
      subtitle={
        <span className={styles['subtitle']}>
          <span>{String(cells['customerNo'] ?? '')}</span>
          <Tag>{formats.choice(customerKinds, kind)}</Tag>
          {riskLevel !== null && <Tag tone={riskLevel === 'high' ? 'danger' : riskLevel === 'medium' ? 'attention' : 'good'}>{t('risk', { level: formats.choice(riskLevels, riskLevel) })}</Tag>}
          {cells['blacklisted'] === true && <Tag tone="danger">{t('blacklisted')}</Tag>}
          {Array.isArray(cells['tags']) && cells['tags'].map((tag) => <Tag key={tag}>{tag}</Tag>)}
        </span>
      }
      actions={mayWrite && !customer.isHidden && (
        <>
          <MergeActions customer={customer} />
          <Button icon={<EditOutlined aria-hidden />} onClick={onEdit}>{t('edit')}</Button>
          <ButtonLink to={links.newLoan} search={{ customerId: customer.id }} type="primary" icon={<PlusOutlined aria-hidden />}>{t('newLoan')}</ButtonLink>
        </>
      )}
    >
      {(kind === 'business' || kind === 'cooperative') && <ObligorNotice customerId={customer.id} />}
      {customer.isHidden && <Notice tone="attention" title={tMerges('hiddenTitle')}>{tMerges('hiddenText')}</Notice>}
      <SameContactsNotice customerId={customer.id} />
      <Figures figures={customer.figures} />
      <CustomerLoans customerId={customer.id} />
      <CustomerProfile customer={customer} />
      <MovesPanel customerId={customer.id} />
      <p className={styles['changed']}>{t('changedBy', { by: customer.updatedBy, at: formats.dateTime(customer.updatedAt) })}</p>
    </Page>
  );
}

function Figures({ figures }: { readonly figures: Customer['figures'] }): ReactNode {
  const t = useTexts(customersTexts);
  const entries = [
    { label: t('outstanding'), value: formatMoney(figures.outstandingPrincipal), isBad: false },
    { label: t('activeLoans'), value: `${formatCount(figures.activeLoans)} / ${formatCount(figures.loans)}`, isBad: false },
    { label: t('overdueLoans'), value: formatCount(figures.overdueLoans), isBad: figures.overdueLoans > 0 },
    { label: t('maxDaysPastDue'), value: formatCount(figures.maxDaysPastDue), isBad: figures.maxDaysPastDue > 0 },
  ];
  return (
    <dl className={styles['figures']}>
      {entries.map(({ label, value, isBad }) => (
        <div key={label} className={styles['figure']}>
          <dt>{label}</dt>
          <dd className={isBad ? styles['bad'] : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const leadingLoanFields = ['receiptNo', 'product', 'principal', 'outstandingPrincipal', 'status', 'overdueDays', 'class', 'nextDueOn', 'maturesOn', 'annualRatePct', 'method'];
const sameInEveryRow = ['customerName', 'customerIdNumber'];

function CustomerLoans({ customerId }: { readonly customerId: string }): ReactNode {
  const t = useTexts(customersTexts);
  const mayWrite = useRight('ledger.write');
  const viewState = useEmbeddedLedgerView();
  const fixedFilters = useMemo(() => [{ key: 'customerId', operator: 'equals', value: customerId } as const], [customerId]);
  const create = mayWrite && <ButtonLink to={links.newLoan} search={{ customerId }} icon={<PlusOutlined aria-hidden />}>{t('newLoan')}</ButtonLink>;
  return (
    <Panel title={t('loans')} isFlush>
      <LedgerList list={ledgerLists.loans} viewState={viewState} fixedFilters={fixedFilters} isEmbedded leadingFields={leadingLoanFields} withoutFields={sameInEveryRow} empty={<EmptyState title={t('noLoans')} hint={t('noLoansHint')} actions={create || undefined} />} />
    </Panel>
  );
}
