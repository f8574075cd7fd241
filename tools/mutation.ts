import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { readSurvivors } from './mutation/read-survivors.ts';

// npm run mutation [-- allocation schedule/ …]: breaks the engine's code piece by piece and sees whether a test notices.
// Without words everything is tried, which takes an hour and more; results are kept in packages/engine/.cache, so that
// a later run tries only what changed.

const engineFolder = path.resolve(import.meta.dirname, '../packages/engine');
const requiredScore = 90;

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? ['src/**/*.ts'] : wanted.map((word) => (word.endsWith('/') ? `src/${word}**/*.ts` : `src/**/${word.replace(/\.ts$/, '')}.ts`));

process.chdir(engineFolder);
process.env['LOANBOOK_PROPERTY_RUNS'] ??= '40';
const results = await new Stryker({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.config.ts', related: false },
  mutate: [...chosen, '!src/testing/**', '!src/**/*.test.ts'],
  coverageAnalysis: 'perTest',
  // The compiler has no interface that Stryker knows, and Node drops types by itself; the copy needs no configuration.
  ignorePatterns: ['.cache', 'tsconfig.json'],
  tempDirName: '.cache/stryker',
  incremental: true,
  incrementalFile: '.cache/mutation-results.json',
  concurrency: Number(process.env['LOANBOOK_MUTATION_PROCESSES'] ?? 1),
  reporters: ['progress-append-only', 'json', 'clear-text'],
  jsonReporter: { fileName: '.cache/mutation-report.json' },
  clearTextReporter: { reportTests: false, reportMutants: false, allowColor: false },
  allowConsoleColors: false,
}).runMutationTest();

const { caughtCount, survivors } = readSurvivors(results, engineFolder);
const open = survivors.filter(({ why }) => why === null);
for (const { place, line, original, replacement } of open) console.log(`${place}  ${line}\n    ${original} → ${replacement}`);
const score = (100 * caughtCount) / Math.max(1, caughtCount + open.length);
console.log(`${caughtCount} caught, ${open.length} not, ${survivors.length - open.length} that nothing can show (tools/mutation/equivalent-mutants.ts): ${score.toFixed(1)} %, ${requiredScore} % wanted`);
if (score < requiredScore) process.exitCode = 1;
