import { runInstalled } from './run-command.ts';
import { addResults, noTests, type TestResult } from './test-result.ts';

const typeProjects = ['packages/engine', 'packages/contract', 'packages/ledger-reader', 'apps/server', 'apps/web', '.'];

/** Types of every package, then lint. Each counts as one test. */
export async function runTypesAndLint(): Promise<TestResult> {
  let result = noTests;
  for (const project of typeProjects) result = addResults(result, await step(`types ${project}`, runInstalled('typescript/bin/tsc', ['-p', project])));
  return addResults(result, await step('lint', runInstalled('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])));
}

async function step(name: string, work: Promise<number>): Promise<TestResult> {
  const started = performance.now();
  const exitCode = await work;
  console.log(`${exitCode === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}
