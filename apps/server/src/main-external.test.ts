import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { testMasterKey } from '../test/database-setup.ts';
import { spawnServer, waitUntilUp, type ServerProcess } from '../test/server-process.ts';
import { createEmptyTestDatabase } from '../test/test-database.ts';
import { exitSentences } from './platform/exit-sentences.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'loanbook-external-'));
const masterKeyBase64 = testMasterKey.toString('base64');
const isSuperuserKnown = inject('testDatabase').superuserUrl !== null;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function spawnOn(databaseUrl: string, name: string): Promise<ServerProcess> {
  return spawnServer({ dataFolder: path.join(folder, name), environment: { DATABASE_URL: databaseUrl, LOANBOOK_MASTER_KEY: masterKeyBase64 } });
}

test.skipIf(!isSuperuserKnown)('two servers run beside one external database, both as a role that does not own it', async () => {
  const database = await createEmptyTestDatabase();
  // Together, so that both find an empty database: one migrates while the other waits.
  const servers = await Promise.all([spawnOn(database.ownerUrl, 'first'), spawnOn(database.ownerUrl, 'second')]);
  for (const server of servers) {
    await waitUntilUp(server);
    expect((await fetch(`${server.baseUrl}/api/health`)).status).toBe(200);
  }
  const client = new pg.Client({ connectionString: inject('testDatabase').superuserUrl ?? '' });
  await client.connect();
  const roles = await client.query('select distinct usename from pg_stat_activity where datname = $1 and usename is not null', [new URL(database.ownerUrl).pathname.slice(1)]);
  await client.end();
  expect(roles.rows).toEqual([{ usename: 'loanbook_app' }]);
  for (const server of servers) {
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  }
  expect(existsSync(path.join(folder, 'first/postgres'))).toBe(false);
  await database.drop();
});

test('a database with another master key is refused', async () => {
  const database = await createEmptyTestDatabase();
  const first = await spawnOn(database.ownerUrl, 'third');
  await waitUntilUp(first);
  first.kill('SIGTERM');
  await first.ended;
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query("comment on table schema_migration is 'master key 0000000000000000'");
  await client.end();
  const second = await spawnOn(database.ownerUrl, 'third');
  expect(await second.ended).toBe(exitSentences['bad-master-key'].exitCode);
  await database.drop();
});

test('an external server that does not answer is said so', async () => {
  const refused = await spawnOn('postgres://nobody:secret@127.0.0.1:1/none', 'fourth');
  expect(await refused.ended).toBe(exitSentences['database-unreachable'].exitCode);
  expect(refused.output()).not.toContain('secret');
});
