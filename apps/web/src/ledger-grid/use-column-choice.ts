import { useCallback, useMemo, useState } from 'react';
import { defaultColumnChoice, type ColumnChoice, type PlaceableColumn } from './core/column-layout.ts';
import { readColumnChoice, rememberColumnChoice, type TextStorage } from './core/column-memory.ts';

export interface ColumnChoiceState {
  readonly choice: ColumnChoice;
  readonly isOwn: boolean;
  readonly change: (choice: ColumnChoice) => void;
  readonly reset: () => void;
}

const standardFrozenCount = 2;

/** A person's columns of one list, remembered in this browser. */
export function useColumnChoice(listName: string, columns: readonly PlaceableColumn[]): ColumnChoiceState {
  const [own, setOwn] = useState<ColumnChoice | null>(() => readColumnChoice(browserStorage, listName, columns));
  const standard = useMemo(() => defaultColumnChoice(columns, standardFrozenCount), [columns]);
  const change = useCallback((choice: ColumnChoice) => {
    rememberColumnChoice(browserStorage, listName, choice);
    setOwn(choice);
  }, [listName]);
  const reset = useCallback(() => {
    rememberColumnChoice(browserStorage, listName, null);
    setOwn(null);
  }, [listName]);
  return { choice: own ?? standard, isOwn: own !== null, change, reset };
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
