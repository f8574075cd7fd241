import type { Customer } from '@loanbook/contract/features/customers.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';

export type Facts = Readonly<Record<string, Cell>>;

/** Two people changed one customer. `keys` are the fields that both changed to different values. */
export interface CustomerConflict {
  readonly latest: Customer;
  readonly mine: Facts;
  readonly keys: readonly string[];
}

export function customerConflict(opened: Customer, latest: Customer, mine: Facts): CustomerConflict {
  const keys = Object.keys(mine).filter((key) => {
    const theirs = latest.cells[key] ?? null;
    return !isSame(opened.cells[key] ?? null, theirs) && !isSame(mine[key] ?? null, theirs);
  });
  return { latest, mine, keys };
}

/** What to save after each contested field was decided: `theirs` names the fields in which the other person's value stays. */
export function resolvedFacts({ mine }: CustomerConflict, theirs: ReadonlySet<string>): Facts {
  return Object.fromEntries(Object.entries(mine).filter(([key]) => !theirs.has(key)));
}

function isSame(left: Cell, right: Cell): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
