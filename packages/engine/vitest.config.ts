import { defineConfig } from 'vitest/config';

/*
 * Only for `npm run mutation`, which runs the engine's tests by themselves; all other runs use the project's own file.
 * What holds the projection against replay is left out: it replays for seconds, and projects what replay has made.
 */
const isProjection = process.env['LOANBOOK_MUTATION_PROJECTION'] !== undefined;

export default defineConfig({ test: { include: ['src/**/*.test.ts'], exclude: isProjection ? [] : ['src/loan-projection.*'], pool: 'threads', isolate: false } });
