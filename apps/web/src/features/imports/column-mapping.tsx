import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { isImportedMoney } from '@loanbook/contract/fields/importable-fields.ts';
import { FieldSelect } from './field-select.tsx';
import { isColumnCorrected, targetOf, withColumn, type ImportedColumn, type ImportedTable, type MappingDraft } from './mapping-draft.ts';
import styles from './mapping-step.module.css';
import { mappingTexts } from './mapping-texts.ts';
import { isOpenColumn, isPeriodColumn, shownHeader } from './open-columns.ts';

interface ColumnMappingProps {
  readonly table: ImportedTable;
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
  readonly isOnlyOpen: boolean;
}

/** A table's columns: heading, samples, and what each is read as. */
export function ColumnMapping({ table, draft, onDraft, isOnlyOpen }: ColumnMappingProps): ReactNode {
  const t = useTexts(mappingTexts);
  const rows = table.columns.filter((column) => !isPeriodColumn(column) && (!isOnlyOpen || isOpenColumn(column)));
  const columns: readonly DataColumn<ImportedColumn>[] = [
    { key: 'header', title: t('header'), isHeading: true, width: 300, render: (column) => <><span className={styles['letter']}>{column.letter}</span>{shownHeader(column.header) || '—'}</> },
    { key: 'samples', title: t('samples'), render: (column) => <span className={styles['samples']}>{[...new Set(column.samples)].map((sample) => <span key={sample} title={sample}>{sample}</span>)}</span> },
    { key: 'target', title: t('target'), isBare: true, width: 254, render: (column) => <FieldSelect className={styles['target'] ?? ''} column={column} target={targetOf(draft, table.id, column)} isCorrected={isColumnCorrected(draft, table.id, column)} onChange={(target) => onDraft(withColumn(draft, table.id, column, target))} /> },
    { key: 'unit', title: t('unit'), width: 120, render: (column) => <UnitSelect table={table} column={column} draft={draft} onDraft={onDraft} /> },
    { key: 'confidence', title: t('confidence'), width: 100, render: (column) => <Confidence column={column} isCorrected={isColumnCorrected(draft, table.id, column)} /> },
  ];
  return <DataTable label={table.id} columns={columns} rows={rows} keyOf={(column) => column.index} toneOf={(column) => (isOpenColumn(column) && !isColumnCorrected(draft, table.id, column) ? 'accent' : undefined)} />;
}

function UnitSelect({ table, column, draft, onDraft }: Omit<ColumnMappingProps, 'isOnlyOpen'> & { readonly column: ImportedColumn }): ReactNode {
  const t = useTexts(mappingTexts);
  const target = targetOf(draft, table.id, column);
  if (target?.key === 'annualRatePct' && column.rate !== undefined) return `${t(`rate_${column.rate.period}`)} ${t(`scale_${column.rate.scale}`)}`;
  if (target === null || !isImportedMoney(target.table, target.key)) return null;
  return (
    <Select
      className={styles['unit']}
      aria-label={`${shownHeader(column.header)}：${t('unit')}`}
      value={target.unit ?? table.unit ?? 'yuan'}
      options={[{ value: 'yuan' as const, label: t('unit_yuan') }, { value: 'wan' as const, label: t('unit_wan') }]}
      onChange={(unit) => onDraft(withColumn(draft, table.id, column, { table: target.table, key: target.key, unit }))}
    />
  );
}

function Confidence({ column, isCorrected }: { readonly column: ImportedColumn; readonly isCorrected: boolean }): ReactNode {
  const t = useTexts(mappingTexts);
  if (isCorrected) return <Tag tone="accent">{t('corrected')}</Tag>;
  if (column.confidence === 'certain') return <span className={styles['certain']}>{t('certain')}</span>;
  return <Tag tone="attention">{t(column.confidence)}</Tag>;
}
