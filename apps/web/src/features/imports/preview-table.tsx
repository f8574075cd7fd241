import type { ReactNode } from 'react';
import { isFigure, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { importedField } from '@loanbook/contract/fields/importable-fields.ts';
import type { PreviewRowsProps } from './preview-rows-props.ts';
import styles from './preview-step.module.css';
import { previewTexts } from './preview-texts.ts';
import { ProblemMark } from './problem-mark.tsx';

/** Records side by side, as in the spreadsheet they come from; the place in the file stays in sight. */
export function PreviewTable({ table, keys, rows, marksOf }: PreviewRowsProps): ReactNode {
  const t = useTexts(previewTexts);
  const formats = useFormats();
  const fields = keys.flatMap((key) => importedField(table, key) ?? []);
  return (
    <div className={styles['frame']} tabIndex={0} role="group" aria-label={t('tabs')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['place']}>{t('place')}</th>
            {fields.map((field) => <th key={field.key} scope="col" className={isFigure(field) ? styles['figure'] : undefined}>{formats.label(field)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const marks = marksOf(row);
            return (
              <tr key={`${row.source.file}\n${row.source.sheet}\n${row.source.row}\n${String(row.cells['installmentNo'] ?? '')}\n${String(row.cells['paidOn'] ?? '')}`}>
                <td className={styles['place']} title={row.source.file}>
                  <ProblemMark problems={marks.ofRow}>{t('placeOf', { sheet: row.source.sheet === 'csv' ? row.source.file : row.source.sheet, row: row.source.row })}</ProblemMark>
                </td>
                {fields.map((field) => (
                  <td key={field.key} className={isFigure(field) ? styles['figure'] : undefined}>
                    <ProblemMark problems={marks.byKey.get(field.key) ?? []}>{formats.cell(field, row.cells[field.key])}</ProblemMark>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
