import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const projectFolder = path.resolve(import.meta.dirname, '../../../..');
const wordSources = ['apps/web/src', 'packages/contract/src', 'apps/server/src/features/imports'];

/** Every text between quotes in the files that hold what people read: the words on the screen. */
function shownWords(): ReadonlySet<string> {
  const files = wordSources.flatMap((folder) => readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /-texts\.ts$|choices\.ts$|-fields\.ts$|ledger-lists\.ts$|problem-kinds\.ts$/.test(file)).map((file) => path.join(projectFolder, folder, file)));
  return new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map((match) => match[1] ?? '')));
}

test.each(['zh', 'en'])('what the %s guide prints in bold can be read on the screen in the same words', (language) => {
  const words = shownWords();
  const folder = path.join(projectFolder, 'docs/guide', language);
  const unknown = readdirSync(folder).flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/\*\*([^*\n]+)\*\*/g)].map((match) => match[1] ?? '').filter((word) => !words.has(word)).map((word) => `${file}: ${word}`));
  expect(unknown).toEqual([]);
});
