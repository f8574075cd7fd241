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
  // Undo takes back what was saved last, also when it is pressed while that is still on its way.
  const queue = useRef<Promise<void>>(Promise.resolve());
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
      const saving = save(rows);
      queue.current = queue.current.then(async () => {
        const saved = await saving;
        history.current = withStep(history.current, saved.step);
        setConflicts((kept) => [...kept, ...saved.conflicts]);
        tell(saved, failedHere);
      });
    };
    const takeBack = async (step: EditStep, said: 'undone' | 'redone'): Promise<EditStep> => {
      const { changes, sealedCount } = inverseOf(step);
      if (sealedCount > 0) void message.warning(t('sealedStays', { count: sealedCount }));
      if (changes.length === 0) return [];
      const saved = await save(changes.map(({ id, facts, seen }) => ({ id, facts, seen, texts: textsOf(fields, formats, facts) })));
      setConflicts((kept) => [...kept, ...saved.conflicts]);
      if (saved.savedRows > 0) void message.success(t(said, { count: saved.savedRows }));
      return saved.step;
    };
    const undo = async (): Promise<void> => {
      const { done, undone } = history.current;
      const step = done.at(-1);
      if (step === undefined) return void message.info(t('nothingToUndo'));
      const inverse = await takeBack(step, 'undone');
      history.current = { done: done.slice(0, -1), undone: inverse.length === 0 ? undone : [...undone, inverse] };
      return undefined;
    };
    const redo = async (): Promise<void> => {
      const { done, undone } = history.current;
      const step = undone.at(-1);
      if (step === undefined) return void message.info(t('nothingToRedo'));
      const inverse = await takeBack(step, 'redone');
      history.current = { done: inverse.length === 0 ? done : [...done, inverse], undone: undone.slice(0, -1) };
      return undefined;
    };
    return {
      conflicts, run,
      undo: () => { queue.current = queue.current.then(undo); },
      redo: () => { queue.current = queue.current.then(redo); },
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
