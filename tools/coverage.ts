import { runInstalled } from './run-command.ts';

// npm run coverage: the engine's tests, failing where a branch of its code is never taken.
// Few runs of the property tests are enough to take every branch; `npm test` makes them all.

const environment = { LOANBOOK_MUTATION_PROJECTION: '1', LOANBOOK_PROPERTY_RUNS: process.env['LOANBOOK_PROPERTY_RUNS'] ?? '40' };
process.exitCode = await runInstalled('vitest/vitest.mjs', ['run', '--root', 'packages/engine', '--coverage', '--testTimeout=60000'], environment);
