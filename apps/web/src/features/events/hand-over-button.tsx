import type { ListRow, ListView } from '@loanbook/contract/list-query.ts';
import { SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { lifeTexts } from './life-texts.ts';

interface HandOverButtonProps {
  readonly view: ListView;
  /** Rows of the loans list. */
  readonly selected: readonly ListRow[];
}

/** Beside the loans list: the selected loans, all it shows, or all of one manager's. */
export function HandOverButton({ view, selected }: HandOverButtonProps): ReactNode {
  const t = useTexts(lifeTexts);
  const mayWrite = useRight('ledger.write');
  const [isOpen, setIsOpen] = useState(false);
  if (!mayWrite) return null;
  // One cell is selected by a click that only looks; a choice of rows is more than one.
  const loanIds = selected.length > 1 ? selected.map((row) => row.id) : [];
  return (
    <>
      <Button icon={<SwapOutlined aria-hidden />} onClick={() => setIsOpen(true)}>{t('handOverButton')}</Button>
      {isOpen && <HandOverDialog offer={{ loanIds, view: { filters: view.filters, ...(view.search !== undefined && { search: view.search }) }, fromManager: null }} onClose={() => setIsOpen(false)} />}
    </>
  );
}
