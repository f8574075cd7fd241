import { cellsRoutes, type RowChange, type RowOutcome } from '@loanbook/contract/features/cells.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { errorSentence } from '../../platform/api-error.ts';
import { call } from '../../platform/client.ts';
import { useLanguage } from '../../platform/i18n.ts';
import { newIdempotencyKey } from '../../platform/idempotency-key.ts';
import { ledgerQueryKey } from '../list/use-ledger-rows.ts';
import type { DoneEdit, EditStep } from './edit-history.ts';
import type { EditableList } from './fact-from-text.ts';
import type { CellMark, RowMarks } from './grid-editing.ts';
import { loadedCells, putCells, type RowCells } from './row-cache.ts';

/** Facts of one row on their way, with the texts shown for them meanwhile. */
export interface RowEdit {
  readonly id: string;
  readonly facts: RowCells;
  readonly texts: Readonly<Record<string, string>>;
  /** What the cells were expected to hold; as they are loaded when absent. */
  readonly seen?: RowCells;
}

/** A row that somebody else changed first: what stands there, and what was to be written. */
export interface RowConflict {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly theirs: RowCells;
  readonly mine: RowEdit;
}

export interface SavedEdits {
  readonly step: EditStep;
  readonly savedRows: number;
  readonly failedCells: number;
  readonly conflicts: readonly RowConflict[];
}

export interface CellSaving {
  readonly marks: ReadonlyMap<string, RowMarks>;
  readonly mark: (marks: ReadonlyMap<string, Readonly<Record<string, MarkChange>>>) => void;
  /** Sends after all that was sent before; rows may be answered for differently. Never rejects. */
  readonly save: (edits: readonly RowEdit[]) => Promise<SavedEdits>;
}

/** null takes a mark away, fade only when nothing was marked since the cell was saved. */
type MarkChange = CellMark | 'fade' | null;

const shownSavedMs = 1_600;

/** Saves edited cells and says of each how it stands. */
export function useCellSaving(list: EditableList, fields: readonly Field[], rowRefused: string): CellSaving {
  const queryClient = useQueryClient();
  const language = useLanguage();
  const [marks, setMarks] = useState<ReadonlyMap<string, RowMarks>>(new Map());
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const mark = useCallback((changed: ReadonlyMap<string, Readonly<Record<string, MarkChange>>>) => setMarks((current) => withMarks(current, changed)), []);
  const save = useCallback((edits: readonly RowEdit[]): Promise<SavedEdits> => {
    mark(marksOf(edits, (key, edit) => ({ state: 'pending', text: edit.texts[key] ?? '' })));
    const work = queue.current.then(() => send(queryClient, list, edits)).then((outcomes) => {
      const saved = settled(queryClient, list, fields, edits, outcomes);
      mark(saved.marks(language, rowRefused));
      setTimeout(() => mark(saved.faded), shownSavedMs);
      return saved.result;
    }).catch((error: unknown) => {
      mark(marksOf(edits, (key, edit) => ({ state: 'failed', text: edit.texts[key] ?? '', problem: errorSentence(error, language) })));
      return { step: [], savedRows: 0, failedCells: edits.reduce((count, edit) => count + Object.keys(edit.facts).length, 0), conflicts: [] };
    });
    queue.current = work;
    return work;
  }, [queryClient, list, fields, language, mark, rowRefused]);
  return useMemo(() => ({ marks, mark, save }), [marks, mark, save]);
}

interface SentEdits {
  readonly outcomes: readonly RowOutcome[];
  readonly before: ReadonlyMap<string, RowCells>;
}

/** What was seen is looked up only now: edits sent before may have changed these very cells. */
async function send(queryClient: QueryClient, list: EditableList, edits: readonly RowEdit[]): Promise<SentEdits> {
  const before = loadedCells(queryClient, list, new Set(edits.map(({ id }) => id)));
  const changes: RowChange[] = edits.map(({ id, facts, seen }) => ({ id, facts: { ...facts }, seen: { ...(seen ?? picked(before.get(id) ?? {}, Object.keys(facts))) } }));
  const { rows } = await call(cellsRoutes[list], { body: { keep: 'good', changes }, idempotencyKey: newIdempotencyKey() });
  return { outcomes: rows, before };
}

function settled(queryClient: QueryClient, list: EditableList, fields: readonly Field[], edits: readonly RowEdit[], { outcomes, before }: SentEdits) {
  const editById = new Map(edits.map((edit) => [edit.id, edit]));
  const savedCells = new Map(outcomes.flatMap((one) => (one.outcome === 'saved' ? [[one.id, one.cells] as const] : [])));
  const conflicts = outcomes.flatMap((one): RowConflict[] => {
    const mine = editById.get(one.id);
    return one.outcome === 'conflict' && mine !== undefined ? [{ id: one.id, by: one.by, at: one.at, theirs: one.cells, mine }] : [];
  });
  putCells(queryClient, list, new Map([...savedCells, ...conflicts.map(({ id, theirs }) => [id, theirs] as const)]));
  // Pages of a row, and other lists that show it, are read again when they are next looked at.
  if (savedCells.size > 0) void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && !(queryKey[0] === ledgerQueryKey[0] && queryKey[1] === list), refetchType: 'none' });
  const refused = outcomes.filter((one) => one.outcome === 'refused');
  const failedCells = refused.reduce((count, { id }) => count + Object.keys(editById.get(id)?.facts ?? {}).length, 0);
  const step = [...savedCells].flatMap(([id, cells]) => doneEdits(fields, id, before.get(id) ?? {}, cells));
  return {
    result: { step, savedRows: savedCells.size, failedCells, conflicts },
    faded: new Map([...savedCells.keys()].map((id) => [id, marksFor(editById.get(id), () => 'fade' as const)])),
    marks: (language: 'zh' | 'en', rowRefused: string) => new Map(outcomes.map((outcome) => [outcome.id, outcomeMarks(outcome, editById.get(outcome.id), language, rowRefused)])),
  };
}

function outcomeMarks(outcome: RowOutcome, edit: RowEdit | undefined, language: 'zh' | 'en', rowRefused: string): Record<string, MarkChange> {
  if (outcome.outcome === 'refused') {
    const problems = new Map(outcome.problems.map((problem) => [problem.key, problem[language]]));
    const other = problems.size > 0 ? rowRefused : outcome[language];
    return marksFor(edit, (key) => ({ state: 'failed', text: edit?.texts[key] ?? '', problem: problems.get(key) ?? other }));
  }
  // The row itself has the new value by now; a text would hide what a later reading brings.
  return marksFor(edit, () => (outcome.outcome === 'saved' ? { state: 'saved', text: '' } : null));
}

function doneEdits(fields: readonly Field[], id: string, before: RowCells, after: RowCells): DoneEdit[] {
  return Object.entries(after).map(([key, cell]) => ({ id, key, before: before[key] ?? null, after: cell, isSealed: fields.find((field) => field.key === key)?.mask !== undefined }));
}

function marksOf(edits: readonly RowEdit[], markOf: (key: string, edit: RowEdit) => CellMark): Map<string, Record<string, MarkChange>> {
  return new Map(edits.map((edit) => [edit.id, marksFor(edit, (key) => markOf(key, edit))]));
}

function marksFor(edit: RowEdit | undefined, markOf: (key: string) => MarkChange): Record<string, MarkChange> {
  return Object.fromEntries(Object.keys(edit?.facts ?? {}).map((key) => [key, markOf(key)]));
}

function withMarks(current: ReadonlyMap<string, RowMarks>, changed: ReadonlyMap<string, Readonly<Record<string, MarkChange>>>): ReadonlyMap<string, RowMarks> {
  const next = new Map(current);
  for (const [id, marks] of changed) {
    const row: Record<string, CellMark> = { ...next.get(id) };
    for (const [key, mark] of Object.entries(marks)) {
      if (mark !== null && mark !== 'fade') row[key] = mark;
      else if (mark === null || row[key]?.state === 'saved') delete row[key];
    }
    if (Object.keys(row).length === 0) next.delete(id);
    else next.set(id, row);
  }
  return next;
}

function picked(cells: RowCells, keys: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(cells, key) ? [[key, cells[key] ?? null]] : [])));
}
