import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import { Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import styles from './conflict-dialog.module.css';
import { resolvedFacts, type CustomerConflict, type Facts } from './customer-conflict.ts';
import { customersTexts } from './customers-texts.ts';

interface ConflictDialogProps {
  readonly conflict: CustomerConflict;
  readonly isSaving: boolean;
  readonly onSave: (facts: Facts) => void;
  readonly onCancel: () => void;
}

/** Both values of every contested field side by side; nobody's work is lost without somebody saying so. */
export function ConflictDialog({ conflict, isSaving, onSave, onCancel }: ConflictDialogProps): ReactNode {
  const t = useTexts(customersTexts);
  const formats = useFormats();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const { latest, keys, mine } = conflict;
  const contested = customerFields.filter((field) => keys.includes(field.key));
  const choose = (field: Field, isTheirs: boolean): void => {
    const next = new Set(theirs);
    if (isTheirs) next.add(field.key);
    else next.delete(field.key);
    setTheirs(next);
  };
  return (
    <Modal open title={t('conflictTitle')} okText={t('conflictSave')} onOk={() => onSave(resolvedFacts(conflict, theirs))} okButtonProps={{ loading: isSaving }} onCancel={onCancel} width={640}>
      <div className={styles['dialog']}>
        <p>{t('conflictText', { by: latest.updatedBy, at: formats.dateTime(latest.updatedAt) })}</p>
        {contested.length === 0 && <p>{t('conflictOther')}</p>}
        {contested.map((field) => (
          <fieldset key={field.key} className={styles['field']}>
            <legend>{formats.label(field)}</legend>
            <Radio.Group value={theirs.has(field.key) ? 'theirs' : 'mine'} onChange={(event) => choose(field, event.target.value === 'theirs')} className={styles['options']}>
              <Radio value="theirs"><span className={styles['who']}>{t('conflictTheirs')}</span> {formats.cell(field, latest.cells[field.key]) || t('emptyValue')}</Radio>
              <Radio value="mine"><span className={styles['who']}>{t('conflictMine')}</span> {formats.cell(field, mine[field.key]) || t('emptyValue')}</Radio>
            </Radio.Group>
          </fieldset>
        ))}
      </div>
    </Modal>
  );
}
