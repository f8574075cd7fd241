import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureAppRole } from '../src/platform/database-roles.ts';
import { migrate, readMigrations } from '../src/platform/migrate.ts';
import { startTemporaryCluster } from './temporary-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: { readonly ownerUrl: string; readonly superuserUrl: string | null; readonly templateName: string; readonly kind: string };
  }
}

/** The key of every test database, so that all of them share the app role's password. */
export const testMasterKey: Buffer = Buffer.alloc(32, 7);

export const migrationsFolder: string = path.resolve(import.meta.dirname, '../migrations');

/**
 * Once a run: a database server (LOANBOOK_TEST_DATABASE_URL, else the system's with LOANBOOK_TEST_POSTGRES=system,
 * else the embedded one) and a migrated template, from which each test file copies its database in milliseconds.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const externalUrl = process.env['LOANBOOK_TEST_DATABASE_URL'];
  const kind = process.env['LOANBOOK_TEST_POSTGRES'] === 'system' ? 'system' : 'embedded';
  const cluster = externalUrl ? null : await startTemporaryCluster(kind);
  const ownerUrl = externalUrl ?? cluster?.ownerUrl ?? '';
  const templateName = `loanbook_template_${randomBytes(6).toString('hex')}`;
  await runAsOwner(ownerUrl, `create database ${templateName}`);
  const templateUrl = withDatabaseName(ownerUrl, templateName);
  await ensureAppRole(templateUrl, testMasterKey);
  await migrate(templateUrl, readMigrations(migrationsFolder));
  project.provide('testDatabase', { ownerUrl, superuserUrl: cluster?.superuserUrl ?? null, templateName, kind: externalUrl ? 'external' : kind });
  return async () => {
    if (cluster) await cluster.stop();
    else await runAsOwner(ownerUrl, `drop database ${templateName}`);
  };
}

export function withDatabaseName(databaseUrl: string, databaseName: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${databaseName}`;
  return url.href;
}

async function runAsOwner(ownerUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
