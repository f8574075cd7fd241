import { z } from 'zod';
import { narrowestColumnPx, reconcileColumnChoice, widestColumnPx, type ColumnChoice, type PlaceableColumn } from './column-layout.ts';

const columnChoiceSchema = z.object({
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  widthsPx: z.record(z.string(), z.number().min(narrowestColumnPx).max(widestColumnPx)),
  frozenCount: z.int().min(0).max(12),
});

/** The part of the browser's storage that is used; a private window may refuse to write. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

function storageKey(listName: string): string {
  return `loanbook.columns.${listName}`;
}

/** null when nothing is remembered or what is stored cannot be read, so that the list falls back to its own columns. */
export function readColumnChoice(storage: TextStorage, listName: string, columns: readonly PlaceableColumn[]): ColumnChoice | null {
  const text = storage.getItem(storageKey(listName));
  if (text === null) return null;
  const parsed = columnChoiceSchema.safeParse(parsedJson(text));
  return parsed.success ? reconcileColumnChoice(parsed.data, columns) : null;
}

export function rememberColumnChoice(storage: TextStorage, listName: string, choice: ColumnChoice | null): void {
  if (choice === null) storage.removeItem(storageKey(listName));
  else storage.setItem(storageKey(listName), JSON.stringify(choice));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Another program's or an older version's text counts as nothing remembered.
    return null;
  }
}
