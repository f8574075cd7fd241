import { defineConfig } from 'vitest/config';

// Shared threads without isolation: 100 files in 4.6 s instead of 135 s; a test must clean up after itself.
const fast = { pool: 'threads', isolate: false } as const;

// They start the embedded database themselves, so a run on the system's PostgreSQL would only repeat them.
const embeddedOnly = ['apps/server/src/main.test.ts', 'apps/server/src/crash-recovery.test.ts', 'apps/server/src/platform/host/**', 'apps/server/src/platform/database-roles.test.ts'];
const excluded = process.env['LOANBOOK_TEST_POSTGRES'] === 'system' ? embeddedOnly : [];

export default defineConfig({
  test: {
    projects: [
      { test: { ...fast, name: 'unit', include: ['packages/*/{src,test}/**/*.test.{ts,tsx}', 'apps/web/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'bench/**/*.test.ts'] } },
      { test: { ...fast, name: 'server', include: ['apps/server/{src,test}/**/*.test.ts'], exclude: ['**/node_modules/**', ...excluded], globalSetup: ['apps/server/test/database-setup.ts'], testTimeout: 30_000, hookTimeout: 60_000 } },
      // One journey at a time: two browsers on two cores only slow each other down.
      { test: { ...fast, name: 'browser', include: ['e2e/**/*.e2e.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});
