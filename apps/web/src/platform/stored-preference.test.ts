import { afterEach, expect, test, vi } from 'vitest';
import { storedPreference } from './stored-preference.ts';

afterEach(() => vi.unstubAllGlobals());

function storage(start: Record<string, string> = {}): Map<string, string> {
  const kept = new Map(Object.entries(start));
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => kept.set(key, text) });
  return kept;
}

test('a choice is remembered, told to everybody who shows it, and read back', () => {
  const kept = storage();
  const preference = storedPreference('mode', ['light', 'dark'], () => 'light');
  let changes = 0;
  const stop = preference.subscribe(() => (changes += 1));
  expect(preference.read()).toBe('light');
  preference.write('dark');
  stop();
  preference.write('light');
  preference.write('dark');
  expect([changes, preference.read(), kept.get('loanbook.mode')]).toEqual([1, 'dark', 'dark']);
  expect(storedPreference('mode', ['light', 'dark'], () => 'light').read()).toBe('dark');
});

test('a value that is no choice of today falls back', () => {
  storage({ 'loanbook.mode': 'sepia' });
  expect(storedPreference('mode', ['light', 'dark'], () => 'dark').read()).toBe('dark');
});

test('where storage is refused the choice lasts as long as the page', () => {
  const refuse = () => {
    throw new Error('SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  const preference = storedPreference('mode', ['light', 'dark'], () => 'light');
  preference.write('dark');
  expect(preference.read()).toBe('dark');
});
