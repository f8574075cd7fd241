import { errorText } from '@loanbook/contract/errors.ts';
import type { CellChanges, RowChange, RowOutcome } from '@loanbook/contract/features/cells.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import { localMinute } from '../../platform/changed-meanwhile.ts';
import type { Tx } from '../../platform/database.ts';
import { Failure } from '../../platform/failure.ts';
import type { LockedRecord } from '../customers/customers.index.ts';
import type { EditableRows, Facts } from './editable-rows.ts';
import { inAttempt } from './in-attempt.ts';
import { readCells } from './read-cells.ts';

/**
 * Changes many rows in one transaction, each through the ordinary command and each by itself: a wrong row leaves no trace.
 * One outcome for every change, in order. Expected failures of a row are outcomes; anything else fails the whole.
 */
export async function changeCells(tx: Tx, rows: EditableRows, { changes, keep }: CellChanges): Promise<RowOutcome[]> {
  const ids = changes.map(({ id }) => id);
  const locked = await rows.lock(tx, ids);
  const before = await readCells(tx, rows.list, ids);
  const outcomes = await inAttempt(tx, async (attempt) => {
    const tried: TriedRow[] = [];
    for (const change of changes) tried.push(await tryRow(attempt, rows, change, locked.get(change.id), before.get(change.id)));
    const isKept = keep === 'good' || tried.every(({ outcome }) => outcome === 'saved');
    return { isKept, result: isKept ? tried : tried.map((one) => (one.outcome === 'saved' ? ({ outcome: 'held_back', id: one.id } as const) : one)) };
  });
  // Locks and the idempotency key are written even where no row was.
  if (!outcomes.some(({ outcome }) => outcome === 'saved')) tx.markBookkeeping();
  const after = await readCells(tx, rows.list, outcomes.flatMap((one) => (one.outcome === 'saved' ? [one.id] : [])));
  const factsById = new Map(changes.map(({ id, facts }) => [id, facts]));
  return outcomes.map((one) => (one.outcome === 'saved' ? { ...one, cells: movedCells(before.get(one.id), after.get(one.id), factsById.get(one.id)) } : one));
}

type TriedRow = Exclude<RowOutcome, { outcome: 'saved' }> | { readonly outcome: 'saved'; readonly id: string; readonly version: number };

async function tryRow(tx: Tx, rows: EditableRows, { id, facts, seen }: RowChange, locked: LockedRecord | undefined, current: Facts | undefined): Promise<TriedRow> {
  if (!locked || !current) return refused(id, new Failure('not_found', {}, []));
  const contested = Object.keys(facts).filter((key) => Object.hasOwn(seen, key) && !isSame(seen[key] ?? null, current[key] ?? null));
  if (contested.length > 0) {
    return { outcome: 'conflict', id, by: locked.updatedBy, at: localMinute(locked.updatedAt, tx.timeZone), cells: Object.fromEntries(contested.map((key) => [key, current[key] ?? null])) };
  }
  try {
    await inAttempt(tx, async (attempt) => ({ isKept: true, result: await rows.change(attempt, id, locked.version, facts) }));
  } catch (error) {
    if (error instanceof Failure) return refused(id, error, Object.keys(facts));
    throw error;
  }
  return { outcome: 'saved', id, version: locked.version + 1 };
}

/** Failures that are a cell's though their code says nothing of paths. */
const cellOfCode: Readonly<Record<string, string>> = { customer_id_number_taken: 'idNumber', invalid_id_number: 'idNumber' };

function refused(id: string, { code, details, problems }: Failure, keys: readonly string[] = []): TriedRow {
  const [zh, en] = [errorText(code, 'zh', details), errorText(code, 'en', details)];
  const ofCells = problems.map((problem) => ({ key: problem.path.replace(/^facts\./, '').split('.')[0] ?? '', zh: problem.zh, en: problem.en }));
  if (ofCells.length > 0) return { outcome: 'refused', id, zh, en, problems: ofCells };
  const key = cellOfCode[code];
  // A new ID type can be what makes the stored number wrong.
  const blamed = key === undefined ? [] : keys.includes(key) ? [key] : keys.slice(0, 1);
  return { outcome: 'refused', id, zh, en, problems: blamed.map((one) => ({ key: one, zh, en })) };
}

/** What was asked for and what followed from it, such as the birth date of an ID number. */
function movedCells(before: Facts | undefined, after: Facts | undefined, facts: Facts | undefined): Record<string, Cell> {
  return Object.fromEntries(Object.entries(after ?? {}).filter(([key, cell]) => (facts !== undefined && Object.hasOwn(facts, key)) || !isSame(cell, before?.[key] ?? null)));
}

function isSame(left: Cell, right: Cell): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
