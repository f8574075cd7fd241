import { ArrowDownOutlined, ArrowUpOutlined, TableOutlined } from '@ant-design/icons';
import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import { Button, Checkbox, InputNumber, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { moveColumn, showColumn } from '../core/column-layout.ts';
import type { ColumnChoiceState } from '../use-column-choice.ts';
import styles from './column-chooser.module.css';
import { listTexts } from './list-texts.ts';

interface ColumnChooserProps {
  readonly list: LedgerList;
  readonly columns: ColumnChoiceState;
}

/** Which columns, in which order, how many of them frozen; also the keyboard's way to what the mouse drags. */
export function ColumnChooser(props: ColumnChooserProps): ReactNode {
  const t = useTexts(listTexts);
  return (
    <Popover trigger="click" placement="bottomRight" content={<ChooserContent {...props} />} destroyOnHidden>
      <Button icon={<TableOutlined aria-hidden />}>{t('columns')}</Button>
    </Popover>
  );
}

function ChooserContent({ list, columns }: ColumnChooserProps): ReactNode {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const { choice, change } = columns;
  const hidden = new Set(choice.hidden);
  const entries = choice.order.flatMap((key) => list.fields.find((field) => field.key === key) ?? []);
  return (
    <div className={styles['chooser']}>
      <div className={styles['top']}>
        <label className={styles['frozen']}>
          {t('frozenCount')}
          <InputNumber min={0} max={6} value={choice.frozenCount} onChange={(value) => change({ ...choice, frozenCount: value ?? 0 })} className={styles['count']} />
        </label>
        <Button type="link" disabled={!columns.isOwn} onClick={columns.reset}>{t('resetColumns')}</Button>
      </div>
      <ul className={styles['entries']} aria-label={t('columnsTitle')}>
        {entries.map((field, index) => (
          <li key={field.key} className={styles['entry']}>
            <Checkbox checked={!hidden.has(field.key)} onChange={(event) => change(showColumn(choice, field.key, event.target.checked))}>{field[language]}</Checkbox>
            <span className={styles['moves']}>
              <Button type="text" icon={<ArrowUpOutlined aria-hidden />} aria-label={t('moveUp', { label: field[language] })} disabled={index === 0} onClick={() => change(moveColumn(choice, field.key, entries[index - 1]?.key ?? null))} />
              <Button type="text" icon={<ArrowDownOutlined aria-hidden />} aria-label={t('moveDown', { label: field[language] })} disabled={index === entries.length - 1} onClick={() => change(moveColumn(choice, field.key, entries[index + 2]?.key ?? null))} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
