import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { testMasterKey } from '../../../test/database-setup.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { writeCustomer } from '../customers/customers.index.ts';
import { restoreBackup, DatabaseNotEmptyError, type SchemaSteps } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

let lender: TestApp;
let backup: Buffer;
const targets: { readonly database: TestDatabase; readonly client: pg.Client }[] = [];

beforeAll(async () => {
  lender = await startTestApp();
  await lender.as('full').inTransaction(async (tx) => {
    await writeCustomer(tx, { facts: { name: '甲子\\顺\t立\n秋', kind: 'individual', mobile: '16038120011', note: '\\. 一行' } });
    tx.audit({ action: 'customer.created', objectType: 'customer', objectId: null });
  });
  backup = await backUp(lender.database.ownerUrl);
});

afterAll(async () => {
  for (const { database, client } of targets) {
    await client.end();
    await database.drop();
  }
  await lender.stop();
});

async function backUp(ownerUrl: string): Promise<Buffer> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await buffer(writeBackup(client, testMasterKey, new Date('2026-03-16T04:00:00Z')));
  } finally {
    await client.end();
  }
}

async function emptyTarget(): Promise<pg.Client> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  targets.push({ database, client });
  return client;
}

const sameVersion: SchemaSteps = { newestVersion: 7, startAt: () => Promise.reject(new Error('not needed')), migrateToNewest: () => Promise.resolve() };

async function stepsOf(client: pg.Client): Promise<SchemaSteps> {
  const answer = await client.query<{ version: number }>('select max(version) as version from schema_migration');
  return { ...sameVersion, newestVersion: answer.rows[0]?.version ?? 0 };
}

/** Every table's content as text, in a stable order, so that two databases can be compared whole. */
async function contentOf(client: Pick<pg.Client, 'query'>, leaveOut: readonly string[]): Promise<Record<string, string[]>> {
  const tables = await client.query<{ relname: string }>("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1");
  const content: Record<string, string[]> = {};
  for (const { relname } of tables.rows) {
    if (leaveOut.includes(relname)) continue;
    const rows = await client.query<{ text: string }>(`select t::text as text from ${relname} t order by 1`);
    content[relname] = rows.rows.map((row) => row.text);
  }
  return content;
}

test('a restored database holds every row as it was', async () => {
  const client = await emptyTarget();
  const result = await restoreBackup(client, Readable.from([backup]), testMasterKey, testMasterKey, await stepsOf(client));
  const leaveOut = ['schema_migration', 'person_session', 'data_key'];
  const original = await contentOf({ query: lender.asOwner } as Pick<pg.Client, 'query'>, leaveOut); // as: contentOf only asks plain queries
  expect(await contentOf(client, leaveOut)).toEqual(original);
  expect(result.rows).toMatchObject({ customer: 1, institution: 2, person: 4 });
});

test('with another installation’s key the sealed fields open under its own master key', async () => {
  const client = await emptyTarget();
  const ownKey = Buffer.alloc(32, 9);
  await restoreBackup(client, Readable.from([backup]), testMasterKey, ownKey, await stepsOf(client));
  const again = await client.query<{ wrapped: Buffer }>('select wrapped from data_key order by institution_id, purpose');
  const before = await lender.asOwner('select wrapped from data_key order by institution_id, purpose');
  expect(again.rows.length).toBe(before.rows.length);
  expect(again.rows.some((row, index) => row.wrapped.equals(before.rows[index].wrapped))).toBe(false);
});

test('a database in use is refused and left as it is', async () => {
  const client = await emptyTarget();
  const steps = await stepsOf(client);
  await restoreBackup(client, Readable.from([backup]), testMasterKey, testMasterKey, steps);
  const before = await contentOf(client, []);
  await expect(restoreBackup(client, Readable.from([backup]), testMasterKey, testMasterKey, steps)).rejects.toBeInstanceOf(DatabaseNotEmptyError);
  expect(await contentOf(client, [])).toEqual(before);
});

test('a cut backup writes nothing at all', async () => {
  const client = await emptyTarget();
  const before = await contentOf(client, []);
  await expect(restoreBackup(client, Readable.from([backup.subarray(0, backup.length - 40)]), testMasterKey, testMasterKey, await stepsOf(client))).rejects.toMatchObject({ name: 'Error' });
  expect(await contentOf(client, [])).toEqual(before);
});

test('a backup of a newer program is refused', async () => {
  const client = await emptyTarget();
  await expect(restoreBackup(client, Readable.from([backup]), testMasterKey, testMasterKey, { ...sameVersion, newestVersion: 1 })).rejects.toMatchObject({ defect: 'newer_format' });
});
