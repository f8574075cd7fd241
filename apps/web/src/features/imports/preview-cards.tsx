import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { importedField } from '@loanbook/contract/fields/importable-fields.ts';
import type { PreviewRowsProps } from './preview-rows-props.ts';
import styles from './preview-step.module.css';
import { previewTexts } from './preview-texts.ts';
import { ProblemMark } from './problem-mark.tsx';

const firstFields = 7;

/** Records one below the other, for a phone: the fields that matter, and those with a problem; the rest on demand. */
export function PreviewCards({ table, keys, rows, marksOf }: PreviewRowsProps): ReactNode {
  const t = useTexts(previewTexts);
  const [isWhole, setIsWhole] = useState(false);
  const formats = useFormats();
  const fields = keys.flatMap((key) => importedField(table, key) ?? []);
  return (
    <div className={styles['cards']}>
      {rows.map((row, index) => {
        const marks = marksOf(row);
        const shown = fields.filter((field, place) => marks.byKey.has(field.key) || ((isWhole || place < firstFields) && row.cells[field.key] !== undefined));
        const [heading, ...rest] = shown;
        return (
          <article key={`${row.source.file}\n${row.source.row}\n${index}`} className={styles['card']}>
            <h2 className={styles['cardTitle']}>
              <span>{heading !== undefined && <ProblemMark problems={marks.byKey.get(heading.key) ?? []}>{formats.cell(heading, row.cells[heading.key])}</ProblemMark>}</span>
              <small><ProblemMark problems={marks.ofRow}>{t('placeOf', { sheet: row.source.sheet === 'csv' ? row.source.file : row.source.sheet, row: row.source.row })}</ProblemMark></small>
            </h2>
            <dl className={styles['fields']}>
              {rest.map((field) => (
                <div key={field.key}>
                  <dt>{formats.label(field)}</dt>
                  <dd><ProblemMark problems={marks.byKey.get(field.key) ?? []}>{formats.cell(field, row.cells[field.key])}</ProblemMark></dd>
                </div>
              ))}
            </dl>
          </article>
        );
      })}
      {!isWhole && <div className={styles['foot']}><Button block onClick={() => setIsWhole(true)}>{t('showAll')}</Button></div>}
    </div>
  );
}
