/** How the tests of one part ended. */
export interface TestResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noTests: TestResult = { passed: 0, failed: 0, skipped: 0 };

export function addResults(left: TestResult, right: TestResult): TestResult {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed, skipped: left.skipped + right.skipped };
}

/**
 * What vitest's JSON report says. A file that could not even be loaded counts as one failure, and so does a run
 * that ended badly though every test passed (an unhandled error, a global set-up that failed).
 */
export function readVitestReport(report: unknown, exitCode: number): TestResult {
  const passed = numberAt(report, 'numPassedTests');
  const skipped = numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests');
  const failed = Math.max(numberAt(report, 'numFailedTests'), numberAt(report, 'numFailedTestSuites') > 0 ? 1 : 0, exitCode === 0 ? 0 : 1);
  return { passed, failed, skipped };
}

/** The last line of a test run, which the pipeline reads. */
export function summaryLine(result: TestResult): string {
  return `${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`;
}

/** A run without any test proves nothing, and must not look like success. */
export function exitCodeOf(result: TestResult): number {
  return result.failed > 0 || result.passed === 0 ? 1 : 0;
}

function numberAt(report: unknown, key: string): number {
  if (typeof report !== 'object' || report === null) return 0;
  const value = Object.entries(report).find(([name]) => name === key)?.[1];
  return typeof value === 'number' ? value : 0;
}
