import type { Import } from '@loanbook/contract/features/imports.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { againTexts } from './again-texts.ts';
import { ChangeFields, ChangeStateTag } from './change-fields.tsx';
import { changesPageRows, changesQuery, type ChangeRow, type Changes, type ChangesQuery } from './changes-query.ts';
import styles from './preview-step.module.css';
import { useSourcePlace } from './use-source-place.ts';

const states = ['changed', 'kept', 'missing', 'new', 'unchanged'] as const;
type State = (typeof states)[number] | 'all';

/** 与账本比较: loan by loan and customer by customer, what importing changes, and where the book stands. */
export function ChangesStep({ one }: { readonly one: Import }): ReactNode {
  const t = useTexts(againTexts);
  const [table, setTable] = useState<NonNullable<ChangesQuery['table']>>('loan');
  const [state, setState] = useState<State>('all');
  const [from, setFrom] = useState(0);
  const query = useQuery(changesQuery(one.id, { table, from, limit: changesPageRows, ...(state !== 'all' && { state }) }));
  const counts = query.data === undefined ? null : table === 'loan' ? query.data.loans : query.data.customers;
  const turn = (change: () => void): void => {
    change();
    setFrom(0);
  };
  return (
    <Panel isFlush note={t('note')}>
      <div className={styles['head']}>
        <div className={styles['tabs']}>
          <Segmented<NonNullable<ChangesQuery['table']>> aria-label={t('tabs')} value={table} options={[{ value: 'loan', label: t('loans', { count: sumOf(query.data?.loans) }) }, { value: 'customer', label: t('customers', { count: sumOf(query.data?.customers) }) }]} onChange={(chosen) => turn(() => { setTable(chosen); setState('all'); })} />
        </div>
        <div className={styles['tabs']}>
          {counts !== null && <Segmented<State> aria-label={t('states')} value={state} options={[{ value: 'all', label: t('all') }, ...states.filter((name) => counts[name] > 0).map((name) => ({ value: name, label: t(`state_${name}`, { count: formatCount(counts[name]) }) }))]} onChange={(chosen) => turn(() => setState(chosen))} />}
        </div>
      </div>
      <QueryView query={query} loadingLines={8}>
        {(data) => (data.total === 0 ? <EmptyState title={state === 'all' ? t('tabSame') : t('empty')} hint={t('emptyHint')} /> : <ChangeTable rows={data.rows} />)}
      </QueryView>
      {query.data !== undefined && query.data.total > changesPageRows && <div className={styles['foot']}><Pager total={query.data.total} from={from} onFrom={setFrom} /></div>}
    </Panel>
  );
}

function sumOf(counts: Changes['loans'] | undefined): string {
  return counts === undefined ? '' : formatCount(counts.new + counts.changed + counts.unchanged + counts.missing);
}

/** Rows with their differences, linked to the book where it has them. */
export function ChangeTable({ rows, action }: { readonly rows: readonly ChangeRow[]; readonly action?: (row: ChangeRow) => ReactNode }): ReactNode {
  const t = useTexts(againTexts);
  const placeOf = useSourcePlace();
  const columns: readonly DataColumn<ChangeRow>[] = [
    { key: 'number', title: t('number'), isHeading: true, render: (row) => <RowNumber row={row} /> },
    { key: 'name', title: t('name'), render: (row) => row.name },
    { key: 'state', title: '', isBare: true, render: (row) => <ChangeStateTag state={row.state} /> },
    { key: 'what', title: t('what'), isBare: true, render: (row) => <ChangeFields row={row} /> },
    { key: 'place', title: t('place'), isDeskOnly: true, render: (row) => (row.source === null ? '—' : placeOf(row.source)) },
    ...(action === undefined ? [] : [{ key: 'action', title: '', isBare: true, render: action }]),
  ];
  return <DataTable label={t('what')} columns={columns} rows={rows.map((row) => row)} keyOf={(row) => `${row.table} ${row.id ?? ''} ${row.number ?? ''} ${row.name} ${row.source?.row ?? ''}`} />;
}

function RowNumber({ row }: { readonly row: ChangeRow }): ReactNode {
  if (row.id === null) return row.number ?? '—';
  return row.table === 'loan' ? <Link to={links.loan} params={{ loanId: row.id }}>{row.number}</Link> : <Link to={links.customer} params={{ customerId: row.id }}>{row.number}</Link>;
}

function Pager({ total, from, onFrom }: { readonly total: number; readonly from: number; readonly onFrom: (from: number) => void }): ReactNode {
  const t = useTexts(againTexts);
  return (
    <div className={styles['pager']}>
      <span>{t('page', { first: formatCount(from + 1), last: formatCount(Math.min(total, from + changesPageRows)), total: formatCount(total) })}</span>
      <Button disabled={from === 0} onClick={() => onFrom(Math.max(0, from - changesPageRows))}>{t('previousPage')}</Button>
      <Button disabled={from + changesPageRows >= total} onClick={() => onFrom(from + changesPageRows)}>{t('nextPage')}</Button>
    </div>
  );
}
