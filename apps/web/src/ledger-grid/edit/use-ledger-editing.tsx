import { mostCellRows } from '@loanbook/contract/features/cells.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import type { ListRow } from '@loanbook/contract/list-query.ts';
import { App } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { isFigure, useFormats, type Formats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { CellConflictsDialog } from './cell-conflicts-dialog.tsx';
import { editTexts } from './edit-texts.ts';
import { factFromText, type EditableList } from './fact-from-text.ts';
import type { CellEdit, CellInput, CellMark, EditNote, GridEditing } from './grid-editing.ts';
import { useCellHistory } from './use-cell-history.ts';
import { useCellSaving, type RowEdit } from './use-cell-saving.ts';

export interface LedgerEditing {
  /** undefined: nothing can be edited here, or not by this person. */
  readonly editing: GridEditing<ListRow> | undefined;
  /** Dialogs of editing, to be drawn beside the grid. */
  readonly dialogs: ReactNode;
}

const longTextFrom = 400;

function isEditableList(name: string): name is EditableList {
  return name === 'customers' || name === 'loans';
}

/** Editing of a ledger list's facts in its table: only what the catalogue calls editable, by those who may write. */
export function useLedgerEditing(list: LedgerList): LedgerEditing {
  const t = useTexts(editTexts);
  const mayWrite = useRight('ledger.write');
  const formats = useFormats();
  const { message } = App.useApp();
  const name: EditableList = isEditableList(list.name) ? list.name : 'loans';
  const saving = useCellSaving(name, list.fields, t('rowRefused'));
  const history = useCellHistory(saving, list.fields, formats);
  const { mark, marks } = saving;
  const editing = useMemo((): GridEditing<ListRow> | undefined => {
    if (!mayWrite || !isEditableList(list.name)) return undefined;
    const fieldOf = (key: string): Field | undefined => list.fields.find((field) => field.key === key);
    const write = (edits: readonly CellEdit<ListRow>[]): void => {
      const { rows, failed } = readEdits(name, edits, fieldOf, formats);
      if (rows.length > mostCellRows) {
        void message.warning(t('tooMany', { most: mostCellRows }));
        return;
      }
      if (failed.size > 0) mark(failed);
      history.run(rows, [...failed.values()].reduce((count, row) => count + Object.keys(row).length, 0));
    };
    return {
      write,
      check: (key, text) => {
        const field = fieldOf(key);
        if (field === undefined) return {};
        const reading = factFromText(name, field, text, formats.language);
        return reading.isValid ? { text: formats.cell(field, reading.fact) } : { problem: reading.problem };
      },
      undo: history.undo,
      redo: history.redo,
      isEditable: (row, key) => isEditableCell(name, fieldOf(key), row),
      inputOf: (key) => inputOf(fieldOf(key), formats),
      textOf: (row, key) => marks.get(row.id)?.[key]?.text || editText(fieldOf(key), row, formats),
      forget: (row, key) => mark(new Map([[row.id, { [key]: null }]])),
      tell: (note) => void message.info(noteText(note, t)),
      marksOf: (rowId) => marks.get(rowId),
    };
  }, [mayWrite, list, name, formats, message, t, mark, marks, history]);
  const dialogs = history.conflicts.length === 0 ? null : <CellConflictsDialog fields={list.fields} conflicts={history.conflicts} onResolve={history.resolve} />;
  return { editing, dialogs };
}

/** A loan whose manager is known goes to another by a hand-over, which keeps who had it before. */
function isEditableCell(list: EditableList, field: Field | undefined, row: ListRow): boolean {
  if (field?.isEditable !== true) return false;
  return !(list === 'loans' && field.key === 'manager' && row.cells['manager']);
}

function inputOf(field: Field | undefined, { language }: Formats): CellInput {
  const align = field && isFigure(field) ? 'right' : 'left';
  if (field?.type === 'choice') return { kind: 'choice', align, options: (field.choices ?? []).map((choice) => choice[language]) };
  if (field?.type === 'boolean') return { kind: 'choice', align, options: language === 'zh' ? ['是', '否'] : ['Yes', 'No'] };
  return { kind: (field?.maxLength ?? 0) >= longTextFrom ? 'long' : 'line', align, options: [] };
}

function editText(field: Field | undefined, row: ListRow, formats: Formats): string {
  if (field === undefined || field.mask !== undefined) return '';
  const cell = row.cells[field.key];
  return isFigure(field) ? String(cell ?? '') : formats.cell(field, cell);
}

interface ReadEdits {
  readonly rows: readonly RowEdit[];
  readonly failed: Map<string, Record<string, CellMark>>;
}

/** What can be sent, one entry a row, and what is wrong already here. Cells that stay as they are count for neither. */
function readEdits(list: EditableList, edits: readonly CellEdit<ListRow>[], fieldOf: (key: string) => Field | undefined, formats: Formats): ReadEdits {
  const rows = new Map<string, { id: string; facts: RowEdit['facts']; texts: RowEdit['texts'] }>();
  const failed = new Map<string, Record<string, CellMark>>();
  for (const { row, key, text } of edits) {
    const field = fieldOf(key);
    if (field === undefined || !isEditableCell(list, field, row)) continue;
    const reading = factFromText(list, field, text, formats.language);
    if (!reading.isValid) {
      failed.set(row.id, { ...failed.get(row.id), [key]: { state: 'failed', text, problem: reading.problem } });
      continue;
    }
    const { fact } = reading;
    if (field.mask === undefined && JSON.stringify(fact) === JSON.stringify(row.cells[key] ?? null)) continue;
    if (field.mask !== undefined && fact === null && !row.cells[key]) continue;
    const known = rows.get(row.id) ?? { id: row.id, facts: {}, texts: {} };
    rows.set(row.id, { id: row.id, facts: { ...known.facts, [key]: fact }, texts: { ...known.texts, [key]: formats.cell(field, fact) } });
  }
  return { rows: [...rows.values()], failed };
}

function noteText(note: EditNote, t: ReturnType<typeof useTexts<keyof typeof editTexts.zh>>): string {
  switch (note.type) {
    case 'not_editable': return t('notEditable', { title: note.title });
    case 'skipped': return t('skipped', { count: note.count });
    case 'too_wide': return t('tooWide', { count: note.count });
    case 'too_long': return t('tooLong', { count: note.count });
    default: return note satisfies never;
  }
}
