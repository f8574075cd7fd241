import type { Import } from '@loanbook/contract/features/imports.ts';
import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { importsTexts } from './imports-texts.ts';
import type { RecordTableName } from './mapping-draft.ts';
import { markedRow } from './marked-row.ts';
import { PreviewCards } from './preview-cards.tsx';
import { previewKeys } from './preview-columns.ts';
import styles from './preview-step.module.css';
import { PreviewTable } from './preview-table.tsx';
import { previewTexts } from './preview-texts.ts';
import { previewPageRows, usePreview } from './use-preview.ts';

const tabs = [['customer', 'customers'], ['loan', 'loans'], ['repayment', 'repayments'], ['installment', 'installments']] as const;

/** 预览: the records as they would be written, every cell with a problem marked. */
export function PreviewStep({ one }: { readonly one: Import }): ReactNode {
  const words = useTexts(importsTexts);
  const t = useTexts(previewTexts);
  const isPhone = useIsPhone();
  const [table, setTable] = useState<RecordTableName>('loan');
  const [from, setFrom] = useState(0);
  const { page, problemOf } = usePreview(one, table, from);
  const counts: Readonly<Record<string, number | undefined>> = { customer: one.totals?.customers, loan: one.totals?.loans, repayment: one.totals?.repayments };
  const hasPlan = one.files.some((file) => file.sheets.some((sheet) => sheet.role.includes('installments')));
  const shownTabs = tabs.filter(([name]) => name !== 'installment' || hasPlan);
  const Rows = isPhone ? PreviewCards : PreviewTable;
  return (
    <Panel isFlush>
      <div className={styles['head']}>
        <div className={styles['tabs']}>
          <Segmented<RecordTableName>
            aria-label={t('tabs')}
            value={table}
            options={shownTabs.map(([value, name]) => ({ value, label: counts[value] === undefined ? words(name) : `${words(name)} ${formatCount(counts[value])}` }))}
            onChange={(chosen) => {
              setTable(chosen);
              setFrom(0);
            }}
          />
        </div>
        {page.data !== undefined && <Pager from={from} total={page.data.total} onFrom={setFrom} />}
      </div>
      <QueryView query={page} loadingLines={8}>
        {({ rows, total }) => {
          if (total === 0) return <EmptyState title={t('empty')} hint={t('emptyHint')} />;
          const keys = previewKeys(table, one.files, rows);
          return <Rows table={table} keys={keys} rows={rows} marksOf={(row) => markedRow(one.files, table, keys, row.problems.flatMap((number) => problemOf(number) ?? []))} />;
        }}
      </QueryView>
      {page.data !== undefined && page.data.total > previewPageRows && <div className={styles['foot']}><Pager from={from} total={page.data.total} onFrom={setFrom} /></div>}
    </Panel>
  );
}

function Pager({ from, total, onFrom }: { readonly from: number; readonly total: number; readonly onFrom: (from: number) => void }): ReactNode {
  const t = useTexts(previewTexts);
  if (total === 0) return null;
  return (
    <div className={styles['pager']}>
      <span>{t('page', { first: formatCount(from + 1), last: formatCount(Math.min(total, from + previewPageRows)), total: formatCount(total) })}</span>
      {total > previewPageRows && (
        <>
          <Button disabled={from === 0} onClick={() => onFrom(Math.max(0, from - previewPageRows))}>{t('previousPage')}</Button>
          <Button disabled={from + previewPageRows >= total} onClick={() => onFrom(from + previewPageRows)}>{t('nextPage')}</Button>
        </>
      )}
    </div>
  );
}
