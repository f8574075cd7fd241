import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { appRoleUrl } from '../src/platform/database-roles.ts';
import { testMasterKey, withDatabaseName } from './database-setup.ts';

export interface TestDatabase {
  /** Owner of everything in the database: for set-up and for looking behind the wall. */
  readonly ownerUrl: string;
  /** The role the server runs as. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** A migrated database of its own for one test file; call `drop` in afterAll, with all pools ended. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { ownerUrl, templateName } = inject('testDatabase');
  return copyDatabase(ownerUrl, templateName);
}

/** A database without any table, for tests of migrating and restoring. */
export async function createEmptyTestDatabase(): Promise<TestDatabase> {
  return copyDatabase(inject('testDatabase').ownerUrl, 'template0');
}

async function copyDatabase(serverUrl: string, templateName: string): Promise<TestDatabase> {
  const name = `loanbook_test_${randomBytes(6).toString('hex')}`;
  await runOnServer(serverUrl, `create database ${name} template ${templateName}`);
  const ownerUrl = withDatabaseName(serverUrl, name);
  return {
    ownerUrl,
    appUrl: appRoleUrl(ownerUrl, testMasterKey),
    // Without `force`: a test that leaves a connection open fails here, which is how a leak is noticed.
    drop: () => runOnServer(serverUrl, `drop database ${name}`),
  };
}

async function runOnServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
