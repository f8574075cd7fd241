import type { Field } from '@loanbook/contract/fields/field.ts';
import { App } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Formats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { emptyHistory, inverseOf, withStep, type EditHistory, type EditStep } from './edit-history.ts';
import { editTexts } from './edit-texts.ts';
import type { CellSaving, RowConflict, RowEdit, SavedEdits } from './use-cell-saving.ts';

export interface CellHistory {
  readonly conflicts: readonly RowConflict[];
  /** Saves as one step; `failedHere` cells were wrong before anything was sent. */
  readonly run: (rows: readonly RowEdit[], failedHere: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The person chose between both values: the rows to write after all. */
  readonly resolve: (rows: readonly RowEdit[]) => void;
}

/** Saves edits as steps that are undone and done again, and keeps what others changed first until the person has chosen. */
export function useCellHistory({ save }: CellSaving, fields: readonly Field[], formats: Formats): CellHistory {
  const t = useTexts(editTexts);
  const { message } = App.useApp();
  const history = useRef<EditHistory>(emptyHistory);
  const [conflicts, setConflicts] = useState<readonly RowConflict[]>([]);
  return useMemo(() => {
    const tell = ({ savedRows, failedCells }: SavedEdits, failedHere: number): void => {
      if (failedCells + failedHere > 0) void message.warning(t('failed', { count: failedCells + failedHere }));
      else if (savedRows > 1) void message.success(t('saved', { count: savedRows }));
    };
    const run = (rows: readonly RowEdit[], failedHere: number): void => {
      if (rows.length === 0) {
        if (failedHere > 0) tell({ step: [], savedRows: 0, failedCells: 0, conflicts: [] }, failedHere);
        return;
      }
      void save(rows).then((saved) => {
        history.current = withStep(history.current, saved.step);
        setConflicts((kept) => [...kept, ...saved.conflicts]);
        tell(saved, failedHere);
      });
    };
    const takeBack = (step: EditStep, said: 'undone' | 'redone', keep: (inverse: EditStep) => void): void => {
      const { changes, sealedCount } = inverseOf(step);
      if (sealedCount > 0) void message.warning(t('sealedStays', { count: sealedCount }));
      if (changes.length === 0) return;
      const rows = changes.map(({ id, facts, seen }) => ({ id, facts, seen, texts: textsOf(fields, formats, facts) }));
      void save(rows).then((saved) => {
        keep(saved.step);
        setConflicts((kept) => [...kept, ...saved.conflicts]);
        if (saved.savedRows > 0) void message.success(t(said, { count: saved.savedRows }));
      });
    };
    return {
      conflicts, run,
      undo: () => {
        const step = history.current.done.at(-1);
        if (step === undefined) return void message.info(t('nothingToUndo'));
        history.current = { ...history.current, done: history.current.done.slice(0, -1) };
        return takeBack(step, 'undone', (inverse) => { history.current = { ...history.current, undone: [...history.current.undone, inverse] }; });
      },
      redo: () => {
        const step = history.current.undone.at(-1);
        if (step === undefined) return void message.info(t('nothingToRedo'));
        history.current = { ...history.current, undone: history.current.undone.slice(0, -1) };
        return takeBack(step, 'redone', (inverse) => { history.current = { ...history.current, done: [...history.current.done, inverse] }; });
      },
      resolve: (rows) => {
        setConflicts([]);
        run(rows, 0);
      },
    };
  }, [save, fields, formats, message, t, conflicts]);
}

function textsOf(fields: readonly Field[], formats: Formats, facts: RowEdit['facts']): Record<string, string> {
  return Object.fromEntries(fields.flatMap((field) => (Object.hasOwn(facts, field.key) ? [[field.key, formats.cell(field, facts[field.key])]] : [])));
}
