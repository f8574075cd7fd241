import { runTypesAndLint } from './check-steps.ts';
import { runVitest } from './run-vitest.ts';
import { addResults, exitCodeOf, summaryLine } from './test-result.ts';

const result = addResults(await runTypesAndLint(), await runVitest(['--project', 'unit', 'tools/tidy.test.ts']));
console.log(summaryLine(result));
process.exitCode = exitCodeOf(result);
