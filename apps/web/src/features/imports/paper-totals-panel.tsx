import { importChangesRoutes } from '@loanbook/contract/features/import-changes.ts';
import type { Import, PaperTotals } from '@loanbook/contract/features/imports.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, InputNumber } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { formatCount, formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Failure } from '../../ui/failure.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { againTexts } from './again-texts.ts';
import { importQuery } from './import-query.ts';
import styles from './import-report.module.css';
import { paperLines, type PaperLine } from './paper-lines.ts';

interface PaperTotalsPanelProps {
  readonly one: Import;
  /** The sums to hold the paper against: those of the report once the import is written. */
  readonly book: Readonly<Record<'loans' | 'principal' | 'outstanding' | 'repaid', string>>;
}

/** A person's own totals, typed in from the paper, each held against the book. */
export function PaperTotalsPanel({ one, book }: PaperTotalsPanelProps): ReactNode {
  const t = useTexts(againTexts);
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<PaperTotals>(one.paperTotals ?? {});
  const save = useMutation({
    mutationFn: () => call(importChangesRoutes.setPaperTotals, { params: { importId: one.id }, body: typed }),
    onSuccess: (saved) => {
      queryClient.setQueryData(importQuery(one.id).queryKey, saved);
      void message.success(t('saved'));
    },
  });
  const columns: readonly DataColumn<PaperLine>[] = [
    { key: 'item', title: t('item'), isHeading: true, render: ({ key }) => t(`paper_${key}`) },
    { key: 'yours', title: t('yours'), isFigure: true, width: 200, render: ({ key }) => (key === 'loans'
      ? <InputNumber aria-label={t('paper_loans')} min={0} precision={0} controls={false} style={{ width: '100%' }} value={typed.loans ?? null} onChange={(loans) => setTyped({ ...typed, loans })} />
      : <MoneyInput aria-label={t(`paper_${key}`)} value={typed[key] ?? ''} onChange={(text) => setTyped({ ...typed, [key]: text === '' ? null : text })} />) },
    { key: 'book', title: t('book'), isFigure: true, render: ({ key, book: figure }) => (key === 'loans' ? formatCount(Number(figure)) : formatMoney(figure)) },
    { key: 'result', title: t('result'), isFigure: true, render: (line) => <Result line={line} /> },
  ];
  return (
    <Panel title={t('paperTitle')} note={t('paperNote')} isFlush>
      <DataTable label={t('paperTitle')} columns={columns} rows={paperLines(one.paperTotals ?? {}, book)} keyOf={(line) => line.key} />
      <div className={styles['more']}>
        <Button loading={save.isPending} onClick={() => save.mutate()}>{t('save')}</Button>
        {save.error !== null && <Failure error={save.error} />}
      </div>
    </Panel>
  );
}

function Result({ line }: { readonly line: PaperLine }): ReactNode {
  const t = useTexts(againTexts);
  if (line.difference === null) return <span className={styles['muted']}>{t('notTyped')}</span>;
  if (line.isEqual) return <Tag tone="good">{t('equal')}</Tag>;
  const size = line.difference.replace(/^-/, '');
  const shown = line.key === 'loans' ? formatCount(Number(size)) : formatMoney(size);
  return <Tag tone="attention">{line.difference.startsWith('-') ? t('less_than', { difference: shown }) : t('more_than', { difference: shown })}</Tag>;
}
