import { expect, test } from 'vitest';
import { explainInstallFailure, findPinnedNode } from './launcher.mjs';
import { exitCodeOf, readVitestReport, summaryLine } from './test-result.ts';

test.each([
  ['npm error code ENOTFOUND\nnpm error network request failed', 'registry'],
  ['npm error code EACCES\nnpm error path /srv/loanbook/node_modules', 'no right'],
  ['npm error ENOSPC: no space left on device, write', 'disk is full'],
  ['npm error `npm ci` can only install packages when your package.json and package-lock.json are in sync', 'package-lock.json'],
  ['npm: ENOENT spawn npm ENOENT', 'npm was not found'],
  ['something else', 'ended with 7'],
])('a failed installation is explained: %s', (errorText, expected) => {
  const [chinese, english] = explainInstallFailure(errorText, 7);
  expect(chinese).toMatch(/^安装失败/);
  expect(english).toContain(expected);
});

test('the pinned Node is 24 or newer', () => {
  expect(findPinnedNode()).toBeTruthy();
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
});

test.each([
  [{ numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, numFailedTestSuites: 0 }, 0, '3 passed, 0 failed, 2 skipped', 0],
  [{ numPassedTests: 3, numFailedTests: 2, numPendingTests: 0, numTodoTests: 0, numFailedTestSuites: 1 }, 1, '3 passed, 2 failed, 0 skipped', 1],
  [{ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numFailedTestSuites: 0 }, 1, '3 passed, 1 failed, 0 skipped', 1],
  [{ numPassedTests: 0, numFailedTests: 0, numPendingTests: 9, numTodoTests: 0, numFailedTestSuites: 0 }, 0, '0 passed, 0 failed, 9 skipped', 1],
  [null, 1, '0 passed, 1 failed, 0 skipped', 1],
])('a report %# becomes its line and exit code', (report, exitCode, line, expectedCode) => {
  const result = readVitestReport(report, exitCode);
  expect(summaryLine(result)).toBe(line);
  expect(exitCodeOf(result)).toBe(expectedCode);
});
