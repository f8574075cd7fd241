import { RightOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Tag } from '../../ui/tag.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { sheetKey, withRole, type ImportedFile, type ImportedSheet, type ImportedTable, type MappingDraft } from './mapping-draft.ts';
import styles from './mapping-step.module.css';
import { mappingTexts } from './mapping-texts.ts';
import { isPeriodColumn, isRecordless, openColumnsOf } from './open-columns.ts';
import { roleChoices, roleName } from './sheet-roles.ts';

interface SheetMappingProps {
  readonly file: ImportedFile;
  readonly sheet: ImportedSheet;
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
  readonly isOnlyOpen: boolean;
}

/** One sheet: what it holds, and below it its tables. Those with open columns stand open. */
export function SheetMapping({ file, sheet, draft, onDraft, isOnlyOpen }: SheetMappingProps): ReactNode {
  const t = useTexts(mappingTexts);
  const key = sheetKey(file.name, sheet.name);
  const role = draft.roles[key] ?? sheet.role;
  const openCount = isRecordless(role) ? 0 : sheet.tables.reduce((sum, table) => sum + openColumnsOf(table).length, 0);
  const [isOpen, setIsOpen] = useState(openCount > 0 || file.sheets.length === 1);
  if (isOnlyOpen && openCount === 0) return null;
  const isShown = (isOpen || isOnlyOpen) && !isRecordless(role);
  return (
    <div className={styles['sheet']}>
      <div className={styles['sheetHead']}>
        <button type="button" className={styles['sheetName']} aria-expanded={isShown} onClick={() => setIsOpen(!isOpen)}>
          <RightOutlined className={styles['arrow']} aria-hidden />
          {sheet.name === 'csv' && file.sheets.length === 1 ? t('columnCount', { count: sheet.tables.reduce((sum, table) => sum + table.columns.length, 0) }) : sheet.name}
        </button>
        {sheet.isHidden && <Tag>{t('hidden')}</Tag>}
        <span className={styles['facts']}>{sheetFacts(sheet, t)}</span>
        {openCount > 0 && <Tag tone="attention">{t('openCount', { count: openCount })}</Tag>}
        <Select
          className={styles['role']}
          aria-label={`${sheet.name}：${t('role')}`}
          value={role}
          options={roleChoices(sheet.role).map((value) => ({ value, label: roleName(value, t) }))}
          popupMatchSelectWidth={false}
          onChange={(chosen: string) => onDraft(withRole(draft, key, chosen, sheet.role))}
        />
      </div>
      {isShown && sheet.tables.length === 0 && <p className={styles['note']}>{t('noTable', { count: formatCount(sheet.rowCount) })}</p>}
      {isRecordless(role) && role !== sheet.role && <p className={styles['note']}>{t('notTaken')}</p>}
      {isShown && sheet.tables.map((table, index) => <TableMapping key={table.id} table={table} number={sheet.tables.length > 1 ? index + 1 : null} draft={draft} onDraft={onDraft} isOnlyOpen={isOnlyOpen} />)}
    </div>
  );
}

interface TableMappingProps {
  readonly table: ImportedTable;
  readonly number: number | null;
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
  readonly isOnlyOpen: boolean;
}

function TableMapping({ table, number, draft, onDraft, isOnlyOpen }: TableMappingProps): ReactNode {
  const t = useTexts(mappingTexts);
  const periodCount = table.columns.filter(isPeriodColumn).length;
  return (
    <div className={styles['columns']}>
      {number !== null && <h3 className={styles['tableHead']}>{t('table', { number })} · {t('rows', { first: table.firstRow, last: table.lastRow })} · {t('records', { count: formatCount(table.recordCount) })}</h3>}
      <ColumnMapping table={table} draft={draft} onDraft={onDraft} isOnlyOpen={isOnlyOpen} />
      {periodCount > 0 && !isOnlyOpen && <p className={styles['note']}>{t('periods', { count: periodCount })}</p>}
    </div>
  );
}

function recordCount(sheet: ImportedSheet): number {
  return sheet.tables.reduce((sum, table) => sum + table.recordCount, 0);
}

function sheetFacts(sheet: ImportedSheet, t: ReturnType<typeof useTexts<keyof typeof mappingTexts.zh>>): string {
  const [table] = sheet.tables;
  if (table === undefined || sheet.tables.length > 1) return sheet.tables.length === 0 ? '' : t('records', { count: formatCount(recordCount(sheet)) });
  const [firstHeader] = table.headerRows;
  const lastHeader = table.headerRows.at(-1);
  return [
    t('records', { count: formatCount(table.recordCount) }),
    t('rows', { first: table.firstRow, last: table.lastRow }),
    ...(firstHeader === undefined || lastHeader === undefined ? [] : [firstHeader === lastHeader ? t('headerRow', { row: firstHeader }) : t('headerRows', { rows: `${firstHeader}–${lastHeader}` })]),
    ...(table.unit === undefined ? [] : [t('unitOf', { unit: t(`unit_${table.unit}`) })]),
  ].join(' · ');
}
