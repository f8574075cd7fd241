import { expect, test } from 'vitest';
import { defaultColumnChoice, resizeColumn } from './column-layout.ts';
import { readColumnChoice, rememberColumnChoice, type TextStorage } from './column-memory.ts';

const columns = [{ key: 'number', widthPx: 100, isShown: true }, { key: 'name', widthPx: 120, isShown: true }];

function storageOf(entries: Record<string, string> = {}): TextStorage {
  const kept = new Map(Object.entries(entries));
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
}

test('what a person changed comes back for this list and no other', () => {
  const storage = storageOf();
  const choice = resizeColumn(defaultColumnChoice(columns, 1), 'name', 222);
  rememberColumnChoice(storage, 'loans', choice);
  expect(readColumnChoice(storage, 'loans', columns)).toEqual(choice);
  expect(readColumnChoice(storage, 'customers', columns)).toBeNull();
});

test('forgetting brings back the list’s own columns', () => {
  const storage = storageOf();
  rememberColumnChoice(storage, 'loans', defaultColumnChoice(columns, 1));
  rememberColumnChoice(storage, 'loans', null);
  expect(readColumnChoice(storage, 'loans', columns)).toBeNull();
});

test.each(['', 'not json', '{}', '{"order":["name"],"hidden":[],"widthsPx":{"name":-5},"frozenCount":1}'])('stored text that means nothing counts as nothing remembered: %s', (text) => {
  expect(readColumnChoice(storageOf({ 'loanbook.columns.loans': text }), 'loans', columns)).toBeNull();
});
