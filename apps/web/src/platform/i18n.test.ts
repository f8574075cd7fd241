import { expect, test } from 'vitest';
import type { Texts } from './i18n.ts';

const modules = import.meta.glob<Record<string, Texts<string>>>(['../**/*-texts.ts'], { eager: true });
const allTexts = Object.entries(modules).flatMap(([file, module]) => Object.values(module).filter((texts) => typeof texts === 'object').map((texts) => [file, texts] as const));

test('every feature brings its texts', () => {
  expect(allTexts.length).toBeGreaterThanOrEqual(5);
  const namespaces = allTexts.map(([, texts]) => texts.namespace);
  expect(new Set(namespaces).size).toBe(namespaces.length);
});

test.each(allTexts)('%s is complete in Chinese and English', (_file, texts) => {
  expect(Object.keys(texts.en).toSorted()).toEqual(Object.keys(texts.zh).toSorted());
  for (const [key, zh] of Object.entries(texts.zh)) {
    const en = texts.en[key] ?? '';
    expect(zh.trim(), key).not.toBe('');
    // A Chinese measure word (笔, 位) may have no English counterpart.
    expect(en.trim() !== '' || zh.length === 1, key).toBe(true);
    expect(placeholders(en), key).toEqual(placeholders(zh));
    expect(en, `${key} is still Chinese`).not.toMatch(/\p{Script=Han}/u);
  }
});

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();
}
