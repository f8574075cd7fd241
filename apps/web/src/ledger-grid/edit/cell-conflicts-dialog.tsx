import type { Field } from '@loanbook/contract/fields/field.ts';
import { Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import styles from './cell-conflicts-dialog.module.css';
import { editTexts } from './edit-texts.ts';
import type { RowConflict, RowEdit } from './use-cell-saving.ts';

interface CellConflictsDialogProps {
  readonly fields: readonly Field[];
  readonly conflicts: readonly RowConflict[];
  /** The rows to write after all; none when the others' values stay everywhere. */
  readonly onResolve: (rows: readonly RowEdit[]) => void;
}

/** Both values of every cell that two people changed; nothing of either is lost without a choice. */
export function CellConflictsDialog({ fields, conflicts, onResolve }: CellConflictsDialogProps): ReactNode {
  const t = useTexts(editTexts);
  const formats = useFormats();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (cell: string, isTheirs: boolean): void => setTheirs(isTheirs ? new Set([...theirs, cell]) : new Set([...theirs].filter((one) => one !== cell)));
  const cells = conflicts.flatMap((conflict) => fields.filter(({ key }) => Object.hasOwn(conflict.theirs, key)).map((field) => ({ conflict, field, cell: `${conflict.id} ${field.key}` })));
  return (
    <Modal open title={t('conflictTitle')} okText={t('conflictSave')} onOk={() => onResolve(resolvedRows(conflicts, theirs))} onCancel={() => onResolve([])} width={640}>
      <div className={styles['dialog']}>
        <p>{t('conflictText')}</p>
        {cells.map(({ conflict, field, cell }) => (
          <fieldset key={cell} className={styles['field']}>
            <legend>{formats.label(field)} · {t('conflictBy', { by: conflict.by, at: conflict.at })}</legend>
            <Radio.Group value={theirs.has(cell) ? 'theirs' : 'mine'} onChange={(event) => choose(cell, event.target.value === 'theirs')} className={styles['options']}>
              <Radio value="theirs"><span className={styles['who']}>{t('conflictTheirs')}</span> {formats.cell(field, conflict.theirs[field.key]) || t('emptyValue')}</Radio>
              <Radio value="mine"><span className={styles['who']}>{t('conflictMine')}</span> {conflict.mine.texts[field.key] || t('emptyValue')}</Radio>
            </Radio.Group>
          </fieldset>
        ))}
      </div>
    </Modal>
  );
}

/** What is written: one's own values but where the other's stay, held against what the person has just been shown. */
export function resolvedRows(conflicts: readonly RowConflict[], theirs: ReadonlySet<string>): RowEdit[] {
  return conflicts.flatMap(({ id, mine, theirs: shown }) => {
    const facts = Object.fromEntries(Object.entries(mine.facts).filter(([key]) => !theirs.has(`${id} ${key}`)));
    if (Object.keys(facts).length === 0) return [];
    const seen = Object.fromEntries(Object.entries(shown).filter(([key]) => Object.hasOwn(facts, key)));
    return [{ id, facts, texts: mine.texts, seen }];
  });
}
