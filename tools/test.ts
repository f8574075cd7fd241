import { findInstalledPostgres } from '../apps/server/test/temporary-cluster.ts';
import { buildWeb } from './build-web.ts';
import { runTypesAndLint } from './check-steps.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { runVitest } from './run-vitest.ts';
import { addResults, exitCodeOf, noTests, summaryLine, type TestResult } from './test-result.ts';

const parts: Readonly<Record<string, () => Promise<TestResult>>> = {
  check: runTypesAndLint,
  unit: () => runVitest(['--project', 'unit']),
  server: () => runVitest(['--project', 'server']),
  system: testOnSystemPostgres,
  browser: testInBrowser,
};

const chosen = process.argv.slice(2).filter((word) => word in parts);
const unknown = process.argv.slice(2).filter((word) => !(word in parts));
if (unknown.length > 0) {
  console.error(`没有“${unknown.join(' ')}”这一部分。 There is no part “${unknown.join(' ')}”: ${Object.keys(parts).join(' ')}`);
  process.exit(2);
}

let total = noTests;
for (const [name, run] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const started = performance.now();
  console.log(`\n── ${name} ──`);
  const result = await run();
  console.log(`${name}: ${summaryLine(result)} (${((performance.now() - started) / 1000).toFixed(0)} s)`);
  total = addResults(total, result);
}
console.log(`\n${summaryLine(total)}`);
process.exitCode = exitCodeOf(total);

/** The server's tests again on an external PostgreSQL, whose owner is no superuser. */
async function testOnSystemPostgres(): Promise<TestResult> {
  const found = findInstalledPostgres();
  if (!found && !process.env['LOANBOOK_TEST_DATABASE_URL']) {
    console.log('跳过：本机没有安装 PostgreSQL 15 或更新版本（Debian：apt-get install postgresql）。 Skipped: no PostgreSQL 15 or newer is installed here.');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  return runVitest(['--project', 'server'], { LOANBOOK_TEST_POSTGRES: 'system' });
}

async function testInBrowser(): Promise<TestResult> {
  const browser = await ensureBrowser();
  if (browser === null) return { passed: 0, failed: 1, skipped: 0 };
  await buildWeb();
  return runVitest(['--project', 'browser'], { LOANBOOK_BROWSER: browser });
}
