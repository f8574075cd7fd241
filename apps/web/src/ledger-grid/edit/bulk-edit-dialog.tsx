import type { Field } from '@loanbook/contract/fields/field.ts';
import type { ListRow } from '@loanbook/contract/list-query.ts';
import { Form, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import styles from './bulk-edit-dialog.module.css';
import { editTexts } from './edit-texts.ts';
import type { GridEditing } from './grid-editing.ts';

interface BulkEditDialogProps {
  readonly fields: readonly Field[];
  readonly editing: GridEditing<ListRow>;
  readonly rows: readonly ListRow[];
  readonly onClose: () => void;
}

const shownRows = 8;
/** What belongs to one person or contract alone is never the same for many. */
const ofOneOnly = new Set(['name', 'contractNo']);

/** Sets one field of many rows: first every value before and after, then one step that can be undone. */
export function BulkEditDialog({ fields, editing, rows, onClose }: BulkEditDialogProps): ReactNode {
  const t = useTexts(editTexts);
  const formats = useFormats();
  const [key, setKey] = useState<string | null>(null);
  const [text, setText] = useState('');
  const offered = fields.filter((field) => field.isEditable && field.mask === undefined && !ofOneOnly.has(field.key));
  const field = offered.find((candidate) => candidate.key === key);
  const reading = key === null ? null : editing.check(key, text);
  const changing = field === undefined || reading?.text === undefined ? [] : rows.filter((row) => editing.isEditable(row, field.key) && formats.cell(field, row.cells[field.key]) !== reading.text);
  const input = key === null ? null : editing.inputOf(key);
  const save = (): void => {
    if (key === null) return;
    editing.write(changing.map((row) => ({ row, key, text })));
    onClose();
  };
  return (
    <Modal open title={t('bulkTitle', { count: rows.length })} okText={t('bulkSave', { count: changing.length })} okButtonProps={{ disabled: changing.length === 0 }} onOk={save} onCancel={onClose} width={560}>
      <Form layout="vertical">
        <Form.Item label={t('bulkField')} htmlFor="bulk-field">
          <Select
            id="bulk-field"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('bulkChoose')}
            options={offered.map((candidate) => ({ value: candidate.key, label: formats.label(candidate) }))}
            value={key}
            onChange={(next: string) => {
              setKey(next);
              setText('');
            }}
          />
        </Form.Item>
        {input !== null && (
          <Form.Item label={t('bulkValue')} htmlFor="bulk-value" extra={t('bulkEmpty')} {...(reading?.problem !== undefined && { validateStatus: 'error' as const, help: reading.problem })}>
            {input.kind === 'choice'
              ? <Select id="bulk-value" allowClear options={input.options.map((option) => ({ value: option, label: option }))} value={text || undefined} onChange={(next: string | undefined) => setText(next ?? '')} />
              : <Input id="bulk-value" autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />}
          </Form.Item>
        )}
      </Form>
      {field !== undefined && reading?.text !== undefined && (
        <>
          <p className={styles['count']}>{t('bulkPreview', { count: changing.length, same: rows.length - changing.length })}</p>
          <ul className={styles['preview']}>
            {changing.slice(0, shownRows).map((row) => (
              <li key={row.id}><span className={styles['row']}>{rowName(row)}</span> <span>{formats.cell(field, row.cells[field.key]) || t('emptyValue')}</span> → <strong>{reading.text || t('emptyValue')}</strong></li>
            ))}
          </ul>
          {changing.length > shownRows && <p className={styles['count']}>{t('bulkMore', { count: changing.length - shownRows })}</p>}
        </>
      )}
    </Modal>
  );
}

function rowName({ cells }: ListRow): string {
  return [cells['customerNo'] ?? cells['receiptNo'], cells['name'] ?? cells['customerName']].filter((part) => typeof part === 'string').join(' ');
}
