import { customersRoutes } from '@loanbook/contract/features/customers.ts';
import type { ListRow } from '@loanbook/contract/list-query.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { useTexts } from '../../platform/i18n.ts';
import styles from './customer-picker.module.css';
import { newLoanTexts } from './new-loan-texts.ts';

interface CustomerPickerProps {
  /** The next three are filled in by Form.Item. */
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (customerId: string | null) => void;
}

const typingPauseMs = 180;
const shownMatches = 20;

/** Finds a customer while one types; numbers are shown masked, enough to tell two people of one name apart. */
export function CustomerPicker({ id, value, onChange }: CustomerPickerProps): ReactNode {
  const t = useTexts(newLoanTexts);
  const [typed, setTyped] = useState('');
  const search = useAfterPause(typed.trim());
  const matches = useQuery({
    queryKey: ['ledger', 'customers', 'picker', search],
    queryFn: ({ signal }) => call(customersRoutes.query, { body: { ...(search !== '' && { search }), limit: shownMatches }, signal }),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['customer', value],
    queryFn: ({ signal }) => call(customersRoutes.read, { params: { customerId: value ?? '' }, signal }),
    enabled: Boolean(value),
  });
  const rows: readonly Pick<ListRow, 'id' | 'cells'>[] = matches.data?.rows ?? [];
  const withChosen = chosen.data === undefined || rows.some((row) => row.id === value) ? rows : [chosen.data, ...rows];
  return (
    <Select
      {...(id !== undefined && { id })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      placeholder={t('pickBorrower')}
      notFoundContent={matches.isPending ? null : t('noCustomer')}
      value={value ?? null}
      onChange={(customerId: string | undefined) => onChange?.(customerId ?? null)}
      options={withChosen.map((row) => ({ value: row.id, label: text(row, 'name'), row }))}
      optionRender={(option) => <CustomerLine row={option.data.row} />}
    />
  );
}

function CustomerLine({ row }: { readonly row: Pick<ListRow, 'cells'> }): ReactNode {
  return (
    <span className={styles['line']}>
      <span className={styles['name']}>{text(row, 'name')}</span>
      <span className={styles['more']}>{[text(row, 'customerNo'), text(row, 'idNumber'), text(row, 'mobile')].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

function text(row: Pick<ListRow, 'cells'>, key: string): string {
  const cell = row.cells[key];
  return typeof cell === 'string' ? cell : '';
}

function useAfterPause(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
