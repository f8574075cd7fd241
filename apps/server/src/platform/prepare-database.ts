import path from 'node:path';
import pg from 'pg';
import { checkBootSafety, checkServerVersion } from './boot-check.ts';
import { ensureAppRole } from './database-roles.ts';
import { checkMasterKeyFingerprint } from './master-key.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';
import { reasonOf, StartFailure } from './start-failure.ts';

export const migrationsFolder: string = path.resolve(import.meta.dirname, '../../migrations');

/**
 * From an owner's address to a database that the server may use: version, role, migrations, key, safety.
 * Returns the app role's address. Throws StartFailure for each thing that can be wrong.
 */
export async function prepareDatabase(ownerUrl: string, masterKey: Buffer, onApply: (migration: Migration) => void): Promise<string> {
  await withClient(ownerUrl, checkServerVersion);
  const appUrl = await ensureAppRole(ownerUrl, masterKey);
  await migrate(ownerUrl, readMigrations(migrationsFolder), onApply);
  await withClient(ownerUrl, (owner) => checkMasterKeyFingerprint(owner, masterKey));
  await withClient(appUrl, checkBootSafety);
  return appUrl;
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartFailure('database-unreachable', { reason: reasonOf(error) }, error);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
