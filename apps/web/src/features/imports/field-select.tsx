import { Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { importedField, importableFields, isImportedMoney } from '@loanbook/contract/fields/importable-fields.ts';
import type { ColumnTarget, ImportedColumn, RecordTableName } from './mapping-draft.ts';
import { mappingTexts } from './mapping-texts.ts';
import { shownHeader } from './open-columns.ts';

interface FieldSelectProps {
  readonly className: string;
  readonly column: ImportedColumn;
  readonly target: ColumnTarget | null;
  readonly isCorrected: boolean;
  readonly onChange: (target: ColumnTarget | null) => void;
}

const leftOut = 'left_out';
const recordTables: readonly RecordTableName[] = ['loan', 'customer', 'repayment', 'installment'];

/** What a column is read as, out of every field of the book, or that it is left out. */
export function FieldSelect({ className, column, target, isCorrected, onChange }: FieldSelectProps): ReactNode {
  const t = useTexts(mappingTexts);
  const language = useLanguage();
  const isHelper = target === null && !isCorrected && column.confidence !== 'unknown';
  const options = useMemo(() => [
    { value: leftOut, label: isHelper ? t('helper') : t('leaveOut'), search: '' },
    ...recordTables.map((table) => ({
      label: t(`group_${table}`),
      options: importableFields(table).map((field) => ({ value: `${table}.${field.key}`, label: field[language], search: `${field.zh} ${field.en} ${field.key}` })),
    })),
  ], [t, language, isHelper]);
  const choose = (chosen: string): void => {
    const [table, key] = recordTables.flatMap((name) => (chosen.startsWith(`${name}.`) ? [[name, chosen.slice(name.length + 1)] as const] : []))[0] ?? [];
    if (table === undefined || key === undefined) onChange(null);
    else onChange({ table, key, ...(isImportedMoney(table, key) && { unit: column.unit ?? 'yuan' }) });
  };
  const isOpen = target === null && !isCorrected && column.confidence === 'unknown';
  return (
    <Select
      className={className}
      aria-label={`${column.letter} ${shownHeader(column.header)}：${t('target')}`}
      value={target === null ? (isOpen ? undefined : leftOut) : `${target.table}.${target.key}`}
      placeholder={t('chooseTarget')}
      {...(isOpen && { status: 'warning' as const })}
      options={options}
      labelRender={({ value, label }) => (target === null || value === leftOut ? label : `${t(`group_${target.table}`)} · ${importedField(target.table, target.key)?.[language] ?? target.key}`)}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={260}
      onChange={choose}
    />
  );
}
