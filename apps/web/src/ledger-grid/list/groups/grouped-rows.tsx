import { DownOutlined, RightOutlined } from '@ant-design/icons';
import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import { listRoutes } from '@loanbook/contract/features/lists.ts';
import type { Filter, ListGroup, ListView } from '@loanbook/contract/list-query.ts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '../../../platform/client.ts';
import { formatCount, formatMoney } from '../../../platform/format.ts';
import { useLanguage, useTexts } from '../../../platform/i18n.ts';
import { useSession } from '../../../platform/session.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import type { GridTotals } from '../../grid-rows.ts';
import { ledgerQueryKey } from '../use-ledger-rows.ts';
import { groupLabel } from './group-label.ts';
import styles from './grouped-rows.module.css';
import { groupsTexts } from './groups-texts.ts';

interface GroupedRowsProps {
  readonly list: LedgerList;
  readonly view: ListView;
  readonly groupBy: string;
  /** Of the whole view; undefined while being added up, null when that failed. */
  readonly totals: GridTotals | undefined | null;
  /** The rows behind a group that was opened. */
  readonly renderRows: (filters: readonly Filter[]) => ReactNode;
}

/** A list gathered by one field: how many rows and what sums each group has; opened, its rows. */
export function GroupedRows({ list, view, groupBy, totals, renderRows }: GroupedRowsProps): ReactNode {
  const asked = { filters: view.filters, ...(view.search !== undefined && { search: view.search }), groupBy };
  const query = useQuery({ queryKey: [...ledgerQueryKey, list.name, 'groups', asked], queryFn: ({ signal }) => call(listRoutes(list.name).group, { body: asked, signal }) });
  return (
    <div className={styles['scroller']}>
      <QueryView query={query}>{({ groups, isCut }) => <GroupTable list={list} groupBy={groupBy} groups={groups} isCut={isCut} totals={totals} renderRows={renderRows} />}</QueryView>
    </div>
  );
}

interface GroupTableProps extends Pick<GroupedRowsProps, 'list' | 'groupBy' | 'totals' | 'renderRows'> {
  readonly groups: readonly ListGroup[];
  readonly isCut: boolean;
}

function GroupTable({ list, groupBy, groups, isCut, totals, renderRows }: GroupTableProps): ReactNode {
  const t = useTexts(groupsTexts);
  const language = useLanguage();
  const { timeZone } = useSession().institution;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const field = list.fields.find(({ key }) => key === groupBy);
  const summed = list.fields.filter(({ isSummed, isShown }) => isSummed && isShown);
  if (field === undefined) return null;
  const toggle = (key: string): void => setOpened((before) => (before.has(key) ? new Set([...before].filter((other) => other !== key)) : new Set([...before, key])));
  return (
    <>
      <table className={styles['table']} aria-label={t('shown', { list: list[language], field: field[language] })}>
        <thead>
          <tr>
            <th scope="col">{field[language]}</th>
            <th scope="col" className={styles['figure']}>{t('count')}</th>
            {summed.map((column) => <th key={column.key} scope="col" className={styles['figure']}>{column[language]}</th>)}
          </tr>
        </thead>
        {groups.map((group) => {
          const key = JSON.stringify(group.value);
          const isOpen = opened.has(key);
          return (
            <tbody key={key}>
              <tr className={styles['group']}>
                <th scope="row">
                  <button type="button" aria-expanded={isOpen} onClick={() => toggle(key)}>
                    {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
                    {groupLabel(field, group.value, { language, timeZone })}
                  </button>
                </th>
                <td className={styles['figure']}>{formatCount(group.count)}</td>
                {summed.map((column) => <td key={column.key} className={styles['figure']}>{formatMoney(group.sums[column.key] ?? '0')}</td>)}
              </tr>
              {isOpen && <tr><td colSpan={summed.length + 2} className={styles['rows']}>{renderRows(group.filters)}</td></tr>}
            </tbody>
          );
        })}
        {totals && (
          <tfoot>
            <tr className={styles['total']}>
              <th scope="row">{t('total')}</th>
              {/* The count of the view stops at ten thousand; that of the groups does not. */}
              <td className={styles['figure']}>{isCut ? '' : formatCount(groups.reduce((sum, { count }) => sum + count, 0))}</td>
              {summed.map((column) => <td key={column.key} className={styles['figure']}>{totals.sums[column.key] ?? ''}</td>)}
            </tr>
          </tfoot>
        )}
      </table>
      {isCut && <p className={styles['note']}>{t('cut', { count: groups.length })}</p>}
    </>
  );
}
