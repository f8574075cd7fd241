import { afterEach, expect, test, vi } from 'vitest';
import { rememberCorrections, sentCorrections } from './correction-memory.ts';
import { emptyDraft, type MappingDraft } from './mapping-draft.ts';

afterEach(() => vi.unstubAllGlobals());

const draft: MappingDraft = { asOf: '2024-06-30', roles: { '台账.xlsx#汇总': 'ignored' }, columns: { '台账.xlsx#贷款#1': { 7: { table: 'loan', key: 'principal', unit: 'yuan' }, 9: null } } };

function storeInMemory(): Map<string, string> {
  const entries = new Map<string, string>();
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => entries.get(key) ?? null, setItem: (key: string, value: string) => entries.set(key, value) });
  return entries;
}

test('what was sent for one import is known again after a reload, and not for another import', () => {
  storeInMemory();
  rememberCorrections('one', draft);
  expect(sentCorrections('one')).toEqual(draft);
  expect(sentCorrections('two')).toEqual(emptyDraft);
});

test('what somebody else left in the storage is no correction', () => {
  const entries = storeInMemory();
  entries.set('loanbook.import-corrections.one', '{"asOf":5}');
  expect(sentCorrections('one')).toEqual(emptyDraft);
  entries.set('loanbook.import-corrections.one', 'not json');
  expect(sentCorrections('one')).toEqual(emptyDraft);
});

test('a browser that refuses storage does not stop the import', () => {
  vi.stubGlobal('sessionStorage', { getItem: () => { throw new Error('refused'); }, setItem: () => { throw new Error('refused'); } });
  expect(() => rememberCorrections('one', draft)).not.toThrow();
  expect(sentCorrections('one')).toEqual(emptyDraft);
});
