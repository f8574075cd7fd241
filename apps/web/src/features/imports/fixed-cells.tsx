import type { Import } from '@loanbook/contract/features/imports.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { typedCell, withCells, type MappingDraft } from './mapping-draft.ts';
import { previewTexts } from './preview-texts.ts';

type FixedCell = Import['fixedCells'][number];

interface FixedCellsProps {
  readonly one: Import;
  /** Absent once the import has ended: then it is a record only. */
  readonly draft?: MappingDraft;
  readonly onDraft?: (draft: MappingDraft) => void;
}

/** The cells that were retyped, by whom, each with a way back. */
export function FixedCells({ one, draft, onDraft }: FixedCellsProps): ReactNode {
  const t = useTexts(previewTexts);
  const columns: DataColumn<FixedCell>[] = [
    { key: 'cell', title: t('cell'), isHeading: true, render: ({ file, sheet, cell }) => `${cell} ${one.files.length > 1 ? `${sheet} · ${file}` : sheet}` },
    { key: 'text', title: t('fixedText'), render: ({ text }) => (text === '' ? t('fixedEmpty') : text) },
    { key: 'by', title: t('fixedBy'), render: ({ by }) => by },
  ];
  if (draft !== undefined && onDraft !== undefined) {
    columns.push({
      key: 'back', title: t('takeBackCell'), isBare: true,
      render: (fixed) => (typedCell(draft, fixed) === null ? t('takenBack') : <Button type="link" size="small" onClick={() => onDraft(withCells(draft, [fixed], null))}>{t('takeBackCell')}</Button>),
    });
  }
  return (
    <Panel title={t('fixedTitle', { count: formatCount(one.fixedCells.length) })} note={t('fixedHint')} isFlush>
      <DataTable label={t('fixedTitle', { count: formatCount(one.fixedCells.length) })} columns={columns} rows={one.fixedCells} keyOf={({ file, sheet, cell }) => `${file} ${sheet} ${cell}`} />
    </Panel>
  );
}
