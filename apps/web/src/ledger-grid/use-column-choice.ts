import { useCallback, useMemo, useState } from 'react';
import { defaultColumnChoice, reconcileColumnChoice, type ColumnChoice, type PlaceableColumn } from './core/column-layout.ts';
import { readColumnChoice, rememberColumnChoice, type TextStorage } from './core/column-memory.ts';

export interface ColumnChoiceState {
  readonly choice: ColumnChoice;
  readonly isOwn: boolean;
  readonly change: (choice: ColumnChoice) => void;
  readonly reset: () => void;
}

const standardFrozenCount = 2;

/**
 * A person's columns of one list or of one view of it, remembered in this browser. `base`: what a saved view says they are
 * until the person changes them; the list's own columns when absent.
 */
export function useColumnChoice(name: string, columns: readonly PlaceableColumn[], base?: ColumnChoice): ColumnChoiceState {
  const [own, setOwn] = useState(() => ({ name, choice: readColumnChoice(browserStorage, name, columns) }));
  // Another view was picked: its columns are remembered under a name of their own.
  const current = own.name === name ? own : { name, choice: readColumnChoice(browserStorage, name, columns) };
  if (current !== own) setOwn(current);
  const standard = useMemo(() => (base ? reconcileColumnChoice(base, columns) : defaultColumnChoice(columns, standardFrozenCount)), [base, columns]);
  const change = useCallback((choice: ColumnChoice) => {
    rememberColumnChoice(browserStorage, name, choice);
    setOwn({ name, choice });
  }, [name]);
  const reset = useCallback(() => {
    rememberColumnChoice(browserStorage, name, null);
    setOwn({ name, choice: null });
  }, [name]);
  return { choice: current.choice ?? standard, isOwn: current.choice !== null, change, reset };
}

// Some private windows refuse storage: the choice then lasts as long as the page.
const browserStorage: TextStorage = {
  getItem: (key) => ifAllowed(() => localStorage.getItem(key)) ?? null,
  setItem: (key, value) => ifAllowed(() => localStorage.setItem(key, value)),
  removeItem: (key) => ifAllowed(() => localStorage.removeItem(key)),
};

function ifAllowed<Result>(access: () => Result): Result | undefined {
  try {
    return access();
  } catch {
    return undefined; // Refused or full storage must not stop anybody's work.
  }
}
