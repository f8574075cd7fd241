import type { RowChange } from '@loanbook/contract/features/cells.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';

/** One cell as it was and as it became, both as lists show them. */
export interface DoneEdit {
  readonly id: string;
  readonly key: string;
  readonly before: Cell;
  readonly after: Cell;
  /** Only the mask is known here, so the value before cannot be put back. */
  readonly isSealed: boolean;
}

/** Edits that are undone together. */
export type EditStep = readonly DoneEdit[];

/** The changes that take a step back. `sealedCount`: cells that cannot be, because what stood there is not known here. */
export function inverseOf(step: EditStep): { readonly changes: readonly RowChange[]; readonly sealedCount: number } {
  const undoable = step.filter(({ isSealed, before }) => !isSealed || before === null);
  const byId = Map.groupBy(undoable, ({ id }) => id);
  const changes = [...byId].map(([id, edits]) => ({ id, facts: Object.fromEntries(edits.map(({ key, before }) => [key, before])), seen: Object.fromEntries(edits.map(({ key, after }) => [key, after])) }));
  return { changes, sealedCount: step.length - undoable.length };
}

const mostSteps = 100;

/** What was done and what was undone since, the last at the end. */
export interface EditHistory {
  readonly done: readonly EditStep[];
  readonly undone: readonly EditStep[];
}

export const emptyHistory: EditHistory = { done: [], undone: [] };

/** A new step ends what could have been done again. */
export function withStep({ done }: EditHistory, step: EditStep): EditHistory {
  return step.length === 0 ? { done, undone: [] } : { done: [...done, step].slice(-mostSteps), undone: [] };
}
