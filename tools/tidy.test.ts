import { expect, test } from 'vitest';
import { brokenImports, featureShortcuts, forbiddenArrows, importCycles } from './tidy/arrow-rules.ts';
import { badFileNames, machinePaths, migrationNumbers, tooLongFiles } from './tidy/file-rules.ts';
import { listProjectFiles, parseSource, readSourceFiles } from './tidy/source-file.ts';
import { barrels, countEscapes, defaultExports, emptyCatches, engineImpurities, environmentReads, escapeLimitPerThousandLines, unexplainedEscapes } from './tidy/syntax-rules.ts';

const paths = listProjectFiles();
const files = readSourceFiles();

test('the rules see the project', () => {
  expect(files.length).toBeGreaterThan(50);
});

test.each([
  ['no file is longer than 400 lines', () => tooLongFiles(paths)],
  ['files are named in kebab-case for what they hold', () => badFileNames(paths)],
  ['no file names a place of one machine', () => machinePaths(files)],
  ['migrations are numbered without gaps', () => migrationNumbers(paths)],
  ['exports have names', () => defaultExports(files)],
  ['no file only re-exports', () => barrels(files)],
  ['no catch is empty', () => emptyCatches(files)],
  ['any, as and ! say why', () => unexplainedEscapes(files)],
  ['only platform reads the environment', () => environmentReads(files)],
  ['the engine has no clock, chance, float or process', () => engineImpurities(files)],
  ['imports follow the arrows', () => forbiddenArrows(files)],
  ['features meet through their index', () => featureShortcuts(files)],
  ['imports make no cycle', () => importCycles(files)],
  ['imports lead somewhere', () => brokenImports(files, paths)],
])('%s', (_rule, findProblems) => {
  expect(findProblems()).toEqual([]);
});

test('any, as and ! stay rare', () => {
  const { count, lines } = countEscapes(files);
  expect((count / lines) * 1000).toBeLessThanOrEqual(escapeLimitPerThousandLines);
});

const bad = parseSource('packages/engine/src/Bad_Name.ts', `import { x } from '@loanbook/contract/x.ts';
import fs from 'node:fs';
export default (y as string) + z! + process.env['A'] + Math.random() + 0.5 + new Date().getTime();
try { x(); } catch {}
const place = '/home/somebody/file' as any;`);

test.each([
  ['a default export', defaultExports, 1],
  ['an empty catch', emptyCatches, 1],
  ['as, ! and any without a comment', unexplainedEscapes, 4],
  ['the environment', environmentReads, 1],
  ['process, Math.random, a fraction and Date in the engine', engineImpurities, 4],
  ['two imports of the engine', forbiddenArrows, 2],
  ['a home folder', machinePaths, 1],
])('the rules catch %s', (_what, rule, count) => {
  expect(rule([bad])).toHaveLength(count);
});

test('the rules catch a cycle, a barrel and a shortcut between features', () => {
  const first = parseSource('packages/engine/src/first.ts', "export * from './second.ts';");
  const second = parseSource('packages/engine/src/second.ts', "import { a } from './first.ts'; export const b = a;");
  const shortcut = parseSource('apps/server/src/features/loans/loan.ts', "import { c } from '../customers/customer.ts';");
  expect(importCycles([first, second])).toHaveLength(1);
  expect(barrels([first, second])).toHaveLength(1);
  expect(featureShortcuts([shortcut])).toHaveLength(1);
});
