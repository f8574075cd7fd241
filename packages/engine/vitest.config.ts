import { defineConfig } from 'vitest/config';

/*
 * For `npm run mutation` and `npm run coverage`, which run the engine's tests by themselves; all other runs use the
 * project's own file.
 * What holds the projection against replay is left out: it replays for seconds, and projects what replay has made.
 */
const isProjection = process.env['LOANBOOK_MUTATION_PROJECTION'] !== undefined;

const coverage = {
  provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/testing/**', 'src/**/*.test.ts'], reporter: ['text'],
  reportsDirectory: '.cache/coverage', thresholds: { branches: 100 },
} as const;

export default defineConfig({ test: { include: ['src/**/*.test.ts'], exclude: isProjection ? [] : ['src/loan-projection.*'], pool: 'threads', isolate: false, coverage } });
