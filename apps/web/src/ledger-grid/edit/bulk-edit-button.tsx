import type { Field } from '@loanbook/contract/fields/field.ts';
import type { ListRow } from '@loanbook/contract/list-query.ts';
import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { BulkEditDialog } from './bulk-edit-dialog.tsx';
import { editTexts } from './edit-texts.ts';
import type { GridEditing } from './grid-editing.ts';

interface BulkEditButtonProps {
  readonly fields: readonly Field[];
  readonly editing: GridEditing<ListRow>;
  readonly selected: readonly ListRow[];
}

/** One field for all selected rows. One cell is selected by a click that only looks; a choice of rows is more than one. */
export function BulkEditButton({ fields, editing, selected }: BulkEditButtonProps): ReactNode {
  const t = useTexts(editTexts);
  const [isOpen, setIsOpen] = useState(false);
  if (selected.length < 2) return null;
  return (
    <>
      <Button icon={<EditOutlined aria-hidden />} onClick={() => setIsOpen(true)}>{t('bulkButton', { count: selected.length })}</Button>
      {isOpen && <BulkEditDialog fields={fields} editing={editing} rows={selected} onClose={() => setIsOpen(false)} />}
    </>
  );
}
