import { mkdtempSync, existsSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runInstalled } from './run-command.ts';
import { readVitestReport, type TestResult } from './test-result.ts';

/** Runs some of vitest's projects and counts what happened. */
export async function runVitest(vitestArguments: readonly string[], environment: Record<string, string> = {}): Promise<TestResult> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'loanbook-report-'));
  const reportFile = path.join(folder, 'report.json');
  try {
    const exitCode = await runInstalled('vitest/vitest.mjs', ['run', ...vitestArguments, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`], environment);
    const report: unknown = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
    return readVitestReport(report, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
